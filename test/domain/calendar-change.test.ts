import { describe, expect, it } from 'vitest';
import { NO_EFFECT, withCase, withChange, withInstruction } from '../../src/domain/calendar-change.ts';
import type { CalendarChange } from '../../src/domain/calendar-entry.ts';
import { minuteOf } from '../../src/domain/day.ts';
import { recount } from '../../src/domain/due.ts';
import { buildRuleBook } from '../../src/domain/rules.ts';
import { buildCalendar, closeOfBusiness, officeCalendar } from '../../src/domain/working-time.ts';
import { anInstruction } from '../support/instruction-factory.ts';
import { buildCase } from '../support/case-factory.ts';
import { shanghai } from '../support/world-factory.ts';

const before = buildCalendar();
const rules = buildRuleBook();
const CLOSED = { days: [{ day: '2026-11-26', worked: false, name: '停电' }] };
/** Open since the 24th, due on 1 December. */
const { snapshot: handled } = buildCase({ stop: 'handling' });

const SUMMER = [
  { from: 510, to: 720 },
  { from: 900, to: 1080 },
];

function effectOn(snapshots: readonly (typeof handled)[], now = '2026-11-25 09:00', change: CalendarChange = CLOSED) {
  const v = { before, after: withChange(before, change), rules, now: shanghai(now) };
  return snapshots.reduce((effect, snapshot) => withCase(effect, snapshot, v), NO_EFFECT);
}

describe('what a change of the calendar would do', () => {
  it('names the case, its old due day and its new one', () => {
    const moved = { clock: 'leg', from: shanghai('2026-12-01 17:30'), to: shanghai('2026-12-02 17:30') };
    expect(effectOn([handled])).toEqual({
      moved: 1,
      first: [{ number: handled.number, ...moved }],
      past: 0,
      promised: 0,
      instructions: 0,
    });
  });

  it('is what the sweep makes of the same case once the change is made', () => {
    const now = shanghai('2026-11-25 09:00');
    const stored = officeCalendar(CLOSED.days, 1);
    const shown = { calendar: withChange(before, CLOSED), rules };
    expect(recount(handled, shown, now)).toEqual(recount(handled, { calendar: stored, rules }, now));
  });

  it('leaves what is past', () => {
    expect(effectOn([handled], '2026-12-02 09:00')).toEqual({ ...NO_EFFECT, past: 1 });
  });

  it('leaves a day that was promised, but for the enterprise’s own clock', () => {
    const legs = handled.legs.map((leg) => ({ ...leg, dueDay: '2026-11-27', promised: true }));
    const kept = { ...handled, legs, caseDueDay: '2026-11-25' };
    expect(effectOn([kept], '2026-11-26 09:00')).toEqual({ ...NO_EFFECT, promised: 1 });
    expect(effectOn([{ ...handled, legs }]).first).toMatchObject([{ clock: 'case', to: shanghai('2026-12-02 17:30') }]);
  });

  it.each([
    ['moves a letter whose term is counted in working days', { termWorkdays: 5 }, 1],
    ['leaves one whose day was named', { termWorkdays: null }, 0],
    ['leaves one whose day is past', { termWorkdays: 5, dueDay: '2026-11-24' }, 0],
  ])('%s', (_, changes, instructions) => {
    const v = { before, after: withChange(before, CLOSED), rules, now: shanghai('2026-11-25 09:00') };
    expect(withInstruction(NO_EFFECT, anInstruction(changes), v)).toEqual({ ...NO_EFFECT, instructions });
  });

  it('looks at open cases alone', () => {
    expect(effectOn([buildCase({ stop: 'resolved' }).snapshot])).toEqual(NO_EFFECT);
  });

  it('names the five most urgent and counts the rest', () => {
    const many = Array.from({ length: 8 }, (_, i) => ({ ...handled, number: `BQ-2026-00000${7 - i}` }));
    const { moved, first } = effectOn(many);
    expect(moved).toBe(8);
    expect(first.map(({ number }) => number.at(-1))).toEqual(['0', '1', '2', '3', '4']);
  });

  it('is the later close of business, where hours are changed', () => {
    const season = (from: string) => ({ days: [], season: { from, periods: SUMMER } });
    const [moved] = effectOn([handled], undefined, season('2026-12-01')).first;
    expect(moved).toMatchObject({ from: shanghai('2026-12-01 17:30'), to: shanghai('2026-12-01 18:00') });
    expect(effectOn([handled], undefined, season('2026-12-02'))).toEqual(NO_EFFECT);
  });
});

describe('hours that are changed', () => {
  const close = (days: string[], calendar = before) => days.map((day) => minuteOf(closeOfBusiness(calendar, day)) / 60);
  const winter = {
    from: '2026-12-01',
    periods: [
      { from: 540, to: 720 },
      { from: 780, to: 1020 },
    ],
  };

  it('hold from their day on until the next season begins', () => {
    const calendar = officeCalendar([], 1, [{ from: '2027-03-01', periods: SUMMER }, winter]);
    expect(close(['2026-11-30', '2026-12-01', '2027-02-28', '2027-03-01'], calendar)).toEqual([17.5, 17, 17, 18]);
  });

  it('take the place of those that were to begin on the same day', () => {
    const calendar = officeCalendar([], 1, [winter]);
    const after = withChange(calendar, { days: [], season: { ...winter, periods: SUMMER } });
    expect(close(['2026-12-01'], after)).toEqual([18]);
    expect(after.seasons).toEqual([{ ...winter, periods: SUMMER }]);
  });
});
