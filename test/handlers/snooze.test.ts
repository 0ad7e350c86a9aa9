import { describe, expect, it } from 'vitest';
import { remind } from '../../jobs/remind.ts';
import type { Day } from '../../src/domain/day.ts';
import { aCommand, buildCase } from '../support/case-factory.ts';
import { effectsOf, tell } from '../support/tell.ts';
import { aWorld, shanghai } from '../support/world-factory.ts';

const world = aWorld();
const snoozed = (at: string, until: Day | null) =>
  buildCase({ stop: 'handling', further: [aCommand('snooze', { at, until })] });

/** The targets that are reminded on a morning, those passed over left out. */
function remindedOn(day: Day, subject = snoozed('2026-11-26 10:00', '2026-11-30')) {
  const now = shanghai(`${day} 08:00`);
  const { events } = remind.decide(subject.snapshot, { type: 'remind', at: now, day }, { ...world, now });
  return effectsOf(events).flatMap(({ key, passed }) => (passed ? [] : [/unit|leader|office/.exec(key)?.[0]]));
}

describe('snooze', () => {
  it('spares whoever asked, and nobody else, until the day asked for', () => {
    expect(remindedOn('2026-11-27')).toEqual(['leader']);
  });

  it('puts off neither the due day nor the first day over', () => {
    const late = snoozed('2026-11-30 10:00', '2026-12-03');
    expect(remindedOn('2026-12-01', late)).toContain('unit');
    expect(remindedOn('2026-12-02', late)).toContain('unit');
    expect(remindedOn('2026-12-03', late)).toContain('unit');
    const later = snoozed('2026-12-02 10:00', '2026-12-04');
    expect(remindedOn('2026-12-03', later)).toEqual(['leader', 'office']);
  });

  it('lasts three working days when no day is named', () => {
    expect(
      tell(buildCase({ stop: 'handling' }), aCommand('snooze', { at: '2026-11-26 10:00', until: null })).reply,
    ).toContain('12月1日（周二）前不再提醒');
  });

  it.each(['2026-11-25', '2026-11-26', '2026-12-02'])('asks back about %s: in the past, or too far', (until) => {
    const told = tell(buildCase({ stop: 'handling' }), aCommand('snooze', { at: '2026-11-26 10:00', until }));
    expect(told).toMatchObject({ events: [], refusal: 'badDate' });
  });

  it('is granted twice a leg, to the unit and the leader each', () => {
    const twice = buildCase({
      stop: 'handling',
      further: ['2026-11-25', '2026-11-26'].map((day) => aCommand('snooze', { at: `${day} 10:00`, until: null })),
    });
    expect(tell(twice, aCommand('snooze', { at: '2026-11-27 10:00', until: null })).reply).toContain('已推迟提醒2次');
    const byLeader = aCommand('snooze', { by: 'leader', at: '2026-11-27 10:00', until: null });
    expect(tell(twice, byLeader).events).toEqual(['snoozed']);
  });
});
