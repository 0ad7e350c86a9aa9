import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../src/domain/case.ts';
import { urgingFilter } from '../../src/domain/search.ts';
import { countByUnit, urgedTogether } from '../../src/domain/urging.ts';
import { aSnapshot } from '../support/case-factory.ts';
import { noticeLine } from '../support/tell.ts';
import { shanghai } from '../support/world-factory.ts';

const once = [shanghai('2026-11-25 10:00')];
const mine = aSnapshot({ stop: 'handling', changes: { officeUrgedAt: once } });
const numbered = (n: number, changes: Partial<Snapshot> = {}): Snapshot => ({
  ...mine,
  number: `BQ-2026-00000${n}`,
  ...changes,
});
const toRsj = { legs: mine.legs.map((leg) => ({ ...leg, unit: { id: 'u-rsj', name: '市人社局' } })) };

describe('cases urged together', () => {
  it('are told in one message a unit, keyed by the message that confirmed them', () => {
    const notices = urgedTogether([numbered(1), numbered(2), numbered(3, toRsj)], 'inbox-9');
    expect(notices.map(noticeLine)).toEqual(['urgedTogether > unit.u-gxj', 'urgedTogether > unit.u-rsj']);
    expect(notices[0]?.about).toEqual({ kind: 'urgedTogether', numbers: ['BQ-2026-000001', 'BQ-2026-000002'] });
    expect(notices[0]?.key).toBe('urgedTogether/inbox-9/unit.u-gxj');
  });

  it('are told to the leader too where it is not the first time', () => {
    const again = numbered(2, { officeUrgedAt: [...once, ...once] });
    const toLeader = urgedTogether([numbered(1), again], 'inbox-9').find(({ to }) => to.kind === 'leader');
    expect(toLeader?.about).toEqual({ kind: 'urgedTogether', numbers: ['BQ-2026-000002'] });
  });

  it('are counted by unit, the most first', () => {
    expect(countByUnit([numbered(1, toRsj), numbered(2), numbered(3)])).toEqual([
      { unit: '市工信局', count: 2 },
      { unit: '市人社局', count: 1 },
    ]);
  });

  it('are none that are confidential or over', () => {
    const filter = urgingFilter('overdue', null, shanghai('2026-11-25 10:00'));
    expect(filter).toMatchObject({ openOnly: true, statuses: ['assigned', 'handling', 'returned'] });
  });
});
