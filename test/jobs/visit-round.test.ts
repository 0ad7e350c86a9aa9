import { describe, expect, it } from 'vitest';
import { decideVisitRound, type VisitRound } from '../../jobs/visit-round.ts';
import { noticeLine } from '../support/tell.ts';
import { aChat, anActor, aRoster, aRosterWith, shanghai } from '../support/world-factory.ts';

const told = (changes: Partial<VisitRound> = {}) =>
  decideVisitRound({
    month: '2026-11',
    roster: aRoster(),
    visits: [],
    now: shanghai('2026-11-23 08:00'),
    ...changes,
  });

describe('the month’s look at visits', () => {
  it('reminds each leader with a group of their own who has not been everywhere, in the morning’s digest', () => {
    expect(told().map(noticeLine)).toEqual(['visitsDue > leader.CORP/zhangming']);
    expect(told()).toMatchObject([{ class: 'digest', key: 'visitsDue/2026-11/leader.CORP/zhangming' }]);
  });

  it('reminds nobody twice who has two groups', () => {
    const second = aChat({ id: 'c-second', name: '张明第二群', purpose: 'leader', of: anActor('leader').id });
    expect(told({ roster: aRosterWith({ chats: [second] }) })).toHaveLength(1);
  });

  it('says nothing to a leader who has been to all of theirs', () => {
    const visit = { subject: 's-shenghong', leader: anActor('leader').id, day: '2026-11-03' };
    expect(told({ visits: [visit] })).toEqual([]);
  });

  it.each([
    ['later in the month', '2026-11-30 10:00', 1],
    ['when the month is over', '2026-12-01 08:00', 0],
  ])('after an outage, %s, sends %s: %i', (_, now, count) => {
    expect(told({ now: shanghai(now) })).toHaveLength(count);
  });
});
