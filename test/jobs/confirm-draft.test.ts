import { describe, expect, it } from 'vitest';
import { dayOf } from '../../src/domain/day.ts';
import { nextTimer } from '../../src/domain/timers.ts';
import { afterTimer, buildCase } from '../support/case-factory.ts';
import { noticeLine } from '../support/tell.ts';
import { aWorld, shanghai } from '../support/world-factory.ts';

const { calendar } = aWorld();

describe('confirmDraft', () => {
  it('accepts and assigns the draft after ten minutes, telling leader and unit once each', () => {
    const { events, snapshot } = afterTimer(buildCase());
    expect(snapshot).toMatchObject({ status: 'assigned', acceptedAt: shanghai('2026-11-24 09:10') });
    expect(events.flatMap((event) => event.effects).map(noticeLine)).toEqual([
      'leaderInformed > leader.CORP/zhangming',
      'assigned > unit.u-gxj',
    ]);
  });

  it('shifts no deadline when an outage delays it', () => {
    const { snapshot } = afterTimer(buildCase(), { now: shanghai('2026-11-27 08:00') });
    expect(snapshot.acceptedAt).toEqual(shanghai('2026-11-24 09:10'));
    expect(snapshot.caseDueDay).toBe('2026-12-01');
    expect(dayOf(snapshot.legs[0]?.startedAt ?? new Date(0))).toBe('2026-11-24');
  });

  it('counts from the next day when the ten minutes pass midnight', () => {
    const { snapshot } = afterTimer(buildCase({ report: { at: '2026-11-24 23:55' } }));
    expect(snapshot.caseDueDay).toBe('2026-12-02');
  });

  it('asks the office for a unit where there is none', () => {
    const report = { by: 'loneReporter', subject: { id: 's-lone', name: '高碑店市孤鸿食品有限公司' } } as const;
    const { events, snapshot } = afterTimer(buildCase({ report }));
    expect(snapshot).toMatchObject({ status: 'draft', acceptedAt: null });
    expect(events.flatMap((event) => event.effects).map(noticeLine)).toEqual(['unassigned > office']);
    expect(nextTimer(snapshot, calendar)?.type).toBe('remindRuling');
  });
});
