import { describe, expect, it } from 'vitest';
import { nextRound, roundOf, unvisitedBy } from '../../src/domain/visit-rounds.ts';
import { buildCalendar } from '../../src/domain/working-time.ts';
import { anActor, aRoster, shanghai } from '../support/world-factory.ts';

const CALENDAR = buildCalendar();

describe('roundOf', () => {
  it.each([
    ['a working day', '2026-12', '2026-12-21 08:00'],
    ['the Monday after a weekend', '2026-11', '2026-11-23 08:00'],
    ['the first day after a holiday', '2026-02', '2026-02-24 08:00'],
  ])('is %s', (_, month, at) => {
    expect(roundOf(month, CALENDAR)).toEqual(shanghai(at));
  });

  it('stays within a month whose last third has no working day', () => {
    const closed = new Map(Array.from({ length: 10 }, (_, i) => [`2026-12-${21 + i}`, false] as const));
    expect(roundOf('2026-12', buildCalendar(new Map([...closed, ['2026-12-31', false]])))).toEqual(
      shanghai('2026-12-21 08:00'),
    );
  });
});

describe('nextRound', () => {
  it.each([
    ['2026-11-01 00:00', '2026-11'],
    ['2026-11-23 07:59', '2026-11'],
    ['2026-11-23 08:00', '2026-12'],
    ['2026-12-31 23:00', '2027-01'],
  ])('after %s is that of %s', (after, month) => {
    expect(nextRound(shanghai(after), CALENDAR).month).toBe(month);
  });
});

describe('unvisitedBy', () => {
  const leader = anActor('leader').id;
  const left = (visits: Parameters<typeof unvisitedBy>[2]) =>
    unvisitedBy(leader, aRoster(), visits).map(({ id }) => id);

  it('leaves out whom the leader has been to, and no visit of another leader counts', () => {
    const day = '2026-11-20';
    expect(left([])).toEqual(['s-shenghong']);
    expect(left([{ subject: 's-shenghong', leader, day }])).toEqual([]);
    expect(left([{ subject: 's-shenghong', leader: anActor('otherLeader').id, day }])).toEqual(['s-shenghong']);
    expect(left([{ subject: 's-huaxin', leader, day }])).toEqual(['s-shenghong']);
  });
});
