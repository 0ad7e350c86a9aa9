import { describe, expect, it } from 'vitest';
import { STATUSES, type Status } from '../../src/domain/case.ts';
import { followLeader } from '../../src/domain/follow-leader.ts';
import { anEvent } from '../support/sample-events.ts';
import { aSnapshot, buildCase, withEvents } from '../support/case-factory.ts';
import { aRoster } from '../support/world-factory.ts';

const SUBJECT = 's-shenghong';
const pairedWith = (leader: string | null) =>
  aRoster({ pairings: new Map([[SUBJECT, { leader, unit: 'u-gxj', taskForce: [], plan: null }]]) });

describe('followLeader', () => {
  it('takes a running case to the leader of now, and says whose it was', () => {
    expect(followLeader(aSnapshot({ stop: 'handling' }), pairedWith('CORP/new'))).toEqual({
      type: 'leaderChanged',
      leader: 'CORP/new',
      from: 'CORP/zhangming',
    });
  });

  it('does nothing where the leader is the same, and keeps the leader of a subject that has none', () => {
    const snapshot = aSnapshot({ stop: 'handling' });
    expect(followLeader(snapshot, pairedWith('CORP/zhangming'))).toBeNull();
    expect(followLeader(snapshot, pairedWith(null))).toBeNull();
  });

  it('leaves what is over with whoever had it', () => {
    const left = STATUSES.filter(
      (status) => !followLeader({ ...aSnapshot({ stop: 'handling' }), status }, pairedWith('CORP/new')),
    );
    expect(left).toEqual<Status[]>(['draft', 'declined', 'closed', 'redirected', 'merged', 'withdrawn']);
  });

  it('leaves a closure with the leader who closed it', () => {
    const { snapshot } = withEvents(buildCase({ stop: 'resolved' }), [anEvent('leaderChanged')]);
    expect(snapshot.leader).toBe('CORP/chenjing');
    expect(snapshot.closures).toMatchObject([{ leader: 'CORP/zhangming' }]);
  });
});
