import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/domain/case.ts';
import { nextTimer, stageOn } from '../../src/domain/timers.ts';
import { buildCalendar } from '../../src/domain/working-time.ts';
import { remind } from '../../jobs/remind.ts';
import { aCommand, after, afterTimer, buildCase } from '../support/case-factory.ts';
import { effectsOf, noticeLine } from '../support/tell.ts';
import { aWorld, shanghai } from '../support/world-factory.ts';

const world = aWorld();
const handling = buildCase({ stop: 'handling' });

/** What is sent and what is recorded as passed, when reminders are decided at an instant. */
function remindedAt(at: string, subject: Case = handling) {
  const { events } = remind.decide(
    subject.snapshot,
    { type: 'remind', at: shanghai(at), day: at.slice(0, 10) },
    {
      ...world,
      now: shanghai(at),
    },
  );
  const effects = effectsOf(events);
  const stages = (passed: boolean) =>
    effects
      .filter((notice) => (notice.passed ?? false) === passed)
      .map(({ key }) => key.replace(/^remind\/BQ-2026-000123\//, ''));
  return { events, effects, sent: stages(false), passed: stages(true) };
}

describe('remind', () => {
  it('tells unit and leader of the stage, in the morning’s digest', () => {
    const { events, effects, sent } = remindedAt('2026-11-27 08:00');
    expect(events).toMatchObject([{ type: 'reminded', day: '2026-11-27', dueVersion: 1 }]);
    expect(effects.map(noticeLine)).toEqual(['remind > unit.u-gxj', 'remind > leader.CORP/zhangming']);
    expect(new Set(effects.map((notice) => notice.class))).toEqual(new Set(['digest']));
    expect(sent).toEqual(['leg1/due1/half/unit.u-gxj', 'leg1/due1/half/leader.CORP/zhangming']);
  });

  it('sends only the latest stage after an outage and records the others as passed', () => {
    const { events, sent, passed } = remindedAt('2026-12-03 11:00');
    expect(sent).toEqual([
      'leg1/due1/overdue/2026-12-03/unit.u-gxj',
      'leg1/due1/overdue/2026-12-03/leader.CORP/zhangming',
      'leg1/due1/overdue/2026-12-03/office',
    ]);
    expect(passed.filter((key) => key.endsWith('u-gxj'))).toEqual([
      'leg1/due1/half/unit.u-gxj',
      'leg1/due1/eve/unit.u-gxj',
      'leg1/due1/due/unit.u-gxj',
      'leg1/due1/overdue/2026-12-02/unit.u-gxj',
    ]);
    expect(events).toMatchObject([{ type: 'reminded', day: '2026-12-03' }]);
  });

  it('after an outage that ends on a day off sends the stage of the last working day', () => {
    const { events } = remindedAt('2026-11-29 10:00');
    expect(events).toMatchObject([{ type: 'reminded', day: '2026-11-27' }]);
  });

  it('reminds of a stage once for a due date, though a changed calendar moves its day', () => {
    const reminded = afterTimer(handling);
    const opened = buildCalendar(
      new Map([
        ['2026-11-28', true],
        ['2026-11-29', true],
      ]),
    );
    expect(stageOn(handling.snapshot.legs[0] ?? expect.unreachable('no leg'), opened, '2026-11-28')).toBe('half');
    expect(nextTimer(handling.snapshot, opened)).toMatchObject({ type: 'remind', day: '2026-11-28' });
    expect(nextTimer(reminded.snapshot, opened)).toMatchObject({ type: 'remind', day: '2026-11-30' });
  });

  it('goes on the next working morning, over a weekend and for ever after', () => {
    const days = [];
    let subject = handling;
    for (let i = 0; i < 6; i += 1) {
      subject = afterTimer(subject);
      days.push(subject.snapshot.legs[0]?.remindedDay);
    }
    expect(days).toEqual(['2026-11-27', '2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04']);
    expect(nextTimer(subject.snapshot, world.calendar)?.at).toEqual(shanghai('2026-12-07 08:00'));
  });

  it('repeats under a key of its own day, and no other stage repeats', () => {
    let subject = handling;
    for (let i = 0; i < 8; i += 1) subject = afterTimer(subject);
    const keys = subject.events.flatMap((event) => event.effects).map((notice) => notice.key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('takes a new due version after a promise', () => {
    const promised = after(handling, aCommand('commit', { day: '2026-11-27' }));
    expect(remindedAt('2026-11-26 08:00', promised).sent[0]).toBe('leg1/due2/eve/unit.u-gxj');
  });

  it('begins anew for the next unit', () => {
    const moved = after(afterTimer(handling), aCommand('transfer', { at: '2026-11-27 10:00' }));
    expect(remindedAt('2026-12-02 08:00', moved).sent[0]).toBe('leg2/due1/half/unit.u-rsj');
  });

  it('reminds the office alone of a confidential case', () => {
    const secret = buildCase({ stop: 'handling', problem: { category: '营商作风' } });
    expect(remindedAt('2026-11-27 08:00', secret).effects.map(noticeLine)).toEqual(['remind > office']);
  });

  it('decides nothing when there is no stage', () => {
    expect(remindedAt('2026-11-25 08:00').events).toEqual([]);
  });
});

describe('supervision of what is late', () => {
  it('shows a yellow card from the eve on and a red one once the due day is over', () => {
    for (const [at, card] of [
      ['2026-11-27 08:00', null],
      ['2026-11-30 08:00', 'yellow'],
      ['2026-12-01 08:00', 'yellow'],
      ['2026-12-02 08:00', 'red'],
    ] as const) {
      expect(remindedAt(at).events[0]).toMatchObject({ type: 'reminded', card });
    }
  });

  it('tells the office each morning from the second working day over', () => {
    const told = (at: string) =>
      remindedAt(at)
        .effects.filter((n) => !n.passed)
        .map(noticeLine);
    expect(told('2026-12-02 08:00')).not.toContain('remind > office');
    expect(told('2026-12-03 08:00')).toContain('remind > office');
  });

  it('issues one numbered 督办单 a leg after five working days, to unit, leader and office', () => {
    const { events, effects } = remindedAt('2026-12-08 08:00');
    expect(events.map((event) => event.type)).toEqual(['reminded', 'supervised']);
    expect(effects.filter((n) => n.about.kind === 'supervised').map(noticeLine)).toEqual([
      'supervised > unit.u-gxj',
      'supervised > leader.CORP/zhangming',
      'supervised > office',
    ]);
    expect(events[1]).toMatchObject({ order: 'DB-2026-000123-1' });
  });

  it('issues it once', () => {
    const late = afterTimer(handling, { now: shanghai('2026-12-08 08:00') });
    expect(late.snapshot.legs[0]).toMatchObject({ order: 'DB-2026-000123-1', card: 'red' });
    expect(remindedAt('2026-12-09 08:00', late).events.map((event) => event.type)).toEqual(['reminded']);
  });
});
