import { array, assert, boolean, constantFrom, date, integer, oneof, property, sample, tuple } from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { dayOf, minuteOf } from '../../src/domain/day.ts';
import { termEnd } from '../../src/domain/due.ts';
import { stageOn } from '../../src/domain/timers.ts';
import * as code from '../../src/domain/working-time.ts';
import { aSnapshot } from '../support/case-factory.ts';
import { DAYS_OF_2026 } from '../support/holidays-2026.ts';
import {
  at,
  clock,
  DAY,
  type Hours,
  indexOf,
  instantOf,
  isOff,
  MAKE_UP,
  minuteAt,
  NAMES,
  nameAt,
  NOONS,
  OFF,
  STATUTORY,
  Town,
  weekday,
} from '../support/slow-town.ts';

const runs = (numRuns: number) => ({ numRuns, seed: 20_261_124 });
/** Where the statutory calendar departs from the weekend. */
const SPECIAL = [...MAKE_UP, ...OFF.map((span) => span.slice(0, 10)), ...DAYS_OF_2026].filter(
  (day) => day > '2024' && STATUTORY[indexOf(day)] === weekday.format(NOONS[indexOf(day)]).startsWith('S'),
);
const anyTime = date({ noInvalidDate: true, min: new Date('2024-01-01'), max: new Date('2026-12-31') });
const awkwardTime = tuple(
  constantFrom(...SPECIAL),
  integer({ min: -4, max: 9 }),
  constantFrom('00:00', '08:30', '12:00', '14:00', '15:00', '17:30', '18:00'),
  constantFrom(-1, 0, 1, 59_999),
).map(([day, days, time, ms]) => new Date(instantOf((indexOf(day) + days) * DAY + at(time)).getTime() + ms));
/** What the office entered: so many days in a row each, so long after the instant in question; a later entry overrides an earlier. */
const entered = tuple(integer({ min: -60, max: 120 }), integer({ min: 1, max: 9 }), boolean());
/** From a day on other hours are worked: in summer, in winter, and with a short noon. */
const SEASONS: readonly Hours[] = [
  ['08:30', '12:00', '15:00', '18:00'],
  ['09:00', '12:00', '13:30', '17:00'],
  ['08:00', '12:00', '12:00', '16:00'],
];
const aSeason = tuple(integer({ min: -60, max: 90 }), constantFrom(...SEASONS));
const minutesOf = (hours: Hours) => {
  const [from = 0, noon = 0, after = 0, to = 0] = hours.map(at);
  return [
    { from, to: noon },
    { from: after, to },
  ];
};
const whatTheOfficeDid = tuple(array(entered, { maxLength: 12 }), array(aSeason, { maxLength: 3 }));
const aQuestion = tuple(oneof(anyTime, awkwardTime), whatTheOfficeDid).map(([instant, [spans, hours]]) => {
  const today = Math.floor(minuteAt(instant) / DAY);
  const entries = new Map<string, boolean>();
  for (const [from, length, works] of spans) {
    for (const day of NAMES.slice(today + from, today + from + length)) entries.set(day, works);
  }
  const seasons = new Map(hours.map(([from, words]) => [NAMES[today + from] ?? '', words]));
  const town = new Town(entries, seasons);
  const days = [...entries].map(([day, worked]) => ({ day, worked, name: '' }));
  const stored = [...seasons].map(([from, words]) => ({ from, periods: minutesOf(words) }));
  return { instant, day: nameAt(minuteAt(instant)), town, calendar: code.officeCalendar(days, 1, stored) };
});
const anyLength = integer({ min: 1, max: 60 });

describe('working time, against a slow reference', () => {
  // Far from China, where code that leans on the zone of its process is a day off.
  beforeAll(() => vi.stubEnv('TZ', 'America/New_York'));
  afterAll(() => vi.unstubAllEnvs());

  it('is asked about days off, make-up days, office entries, changed hours and years without a notice', () => {
    const terms = sample(tuple(aQuestion, anyLength), runs(1_000)).map(([{ instant, day, town }, n]) => {
      const days = NAMES.slice(indexOf(day), Math.floor(town.close(minuteAt(instant), n) / DAY) + 1);
      return { days, town };
    });
    const share = (holds: (term: (typeof terms)[number]) => boolean) => terms.filter(holds).length;
    const shares = [
      share(({ days, town }) => !town.works(indexOf(days[0] ?? '') * DAY + at('10:00'))),
      share(({ days }) => days.some(isOff)),
      share(({ days }) => days.some((day) => MAKE_UP.includes(day))),
      share(({ days, town }) => days.some((day) => town.entries.get(day) === !STATUTORY[indexOf(day)])),
      share(({ days }) => days.some((day) => day > '2027')),
      share(({ days, town }) => days.slice(1).some((day) => town.seasons.has(day))),
    ];
    expect(Math.min(...shares)).toBeGreaterThan(40);
  });

  it('ends a term at close of business of its last working day', () => {
    const terms = property(aQuestion, anyLength, ({ instant, day, town, calendar }, n) => {
      const due = town.close(minuteAt(instant), n);
      expect([dayOf(instant), minuteOf(instant)]).toEqual([day, at(clock.format(instant).slice(11))]);
      expect(termEnd(calendar, instant, n)).toBe(nameAt(due));
      expect(code.closeOfBusiness(calendar, termEnd(calendar, instant, n))).toEqual(instantOf(due));
    });
    assert(terms, runs(4_000));
  });

  it('counts working days forwards, backwards and between two days', () => {
    const [steps, days] = [integer({ min: -60, max: 60 }), integer({ min: -30, max: 90 })];
    const counts = property(aQuestion, steps, days, ({ instant, day, town, calendar }, n, m) => {
      expect(code.addWorkdays(calendar, day, n)).toBe(n === 0 ? day : nameAt(town.close(minuteAt(instant), n)));
      const other = NAMES[indexOf(day) + m] ?? '';
      expect(code.workdaysBetween(calendar, day, other)).toBe(town.workdays(day, other).length);
    });
    assert(counts, runs(2_000));
  });

  it('says whether work goes on, and when it goes on next', () => {
    const moments = property(aQuestion, ({ instant, town, calendar }) => {
      expect(code.isWorkTime(calendar, instant)).toBe(town.works(minuteAt(instant)));
      expect(code.nextWorkTime(calendar, instant)).toEqual(town.nextWork(instant));
    });
    assert(moments, runs(3_000));
  });

  it('knows on which mornings a leg is at half of its term, a working day before, due or overdue', () => {
    const [leg] = aSnapshot({ stop: 'handling' }).legs;
    const legs = property(aQuestion, integer({ min: 0, max: 45 }), ({ instant, day, town, calendar }, length) => {
      const dueDay = NAMES[indexOf(day) + length] ?? '';
      const days = NAMES.slice(indexOf(day) + 1, indexOf(dueDay) + 10);
      const stages = days.map((on) => leg && stageOn({ ...leg, startedAt: instant, dueDay }, calendar, on));
      expect(stages).toEqual(days.map(town.stages(day, dueDay)));
    });
    assert(legs, runs(1_000));
  });
});
