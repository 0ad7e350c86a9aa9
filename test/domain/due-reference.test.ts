import { array, assert, boolean, constantFrom, date, integer, oneof, property, sample, tuple } from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { dayOf, minuteOf } from '../../src/domain/day.ts';
import { termEnd } from '../../src/domain/due.ts';
import { stageOn } from '../../src/domain/timers.ts';
import * as code from '../../src/domain/working-time.ts';
import { aSnapshot } from '../support/case-factory.ts';
import { DAYS_OF_2026, isWorkedIn2026 } from '../support/holidays-2026.ts';

/*
 * The rules a second time, from their words alone: `Town` uses nothing of the service, neither code nor settings. It goes
 * through a row of all minutes from 2023 to 2027: one by one to the next work, else by half hours, since hours of work
 * begin and end with one. In single minutes ten thousand cases would take a busy machine a minute.
 */
const DAY = 24 * 60;
const HALF_HOUR = 30;
const ZERO = Date.parse('2023-07-01T00:00:00+08:00');
const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });
const weekday = new Intl.DateTimeFormat('en', { timeZone: 'Asia/Shanghai', weekday: 'short' });
const NOONS = Array.from({ length: 1_645 }, (_, i) => new Date(ZERO + (i + 0.5) * DAY * 60_000));
const NAMES = NOONS.map((noon) => clock.format(noon).slice(0, 10));
const END = NAMES.length * DAY;
const INDEX = new Map(NAMES.map((name, i) => [name, i]));

/** 国务院办公厅关于2024年、2025年部分节假日安排的通知 and the last days off of 2023, copied by hand like the notice of 2026; for 2027 there is none: weekends alone are off. */
const OFF = (
  '2023-09-29/30 2023-10-01/06 2024-01-01 2024-02-10/17 2024-04-04/06 2024-05-01/05 2024-06-10 2024-09-15/17 2024-10-01/07 ' +
  '2025-01-01 2025-01-28/31 2025-02-01/04 2025-04-04/06 2025-05-01/05 2025-05-31 2025-06-01/02 2025-10-01/08'
).split(' ');
const MAKE_UP = (
  '2023-10-07 2023-10-08 2024-02-04 2024-02-18 2024-04-07 2024-04-28 2024-05-11 2024-09-14 2024-09-29 2024-10-12 ' +
  '2025-01-26 2025-02-08 2025-04-27 2025-09-28 2025-10-11'
).split(' ');
const isOff = (day: string) => OFF.some((span) => day >= span.slice(0, 10) && day <= span.slice(0, 8) + span.slice(-2));
const STATUTORY = NAMES.map((name, i) => {
  if (name.startsWith('2026')) return isWorkedIn2026(name);
  return MAKE_UP.includes(name) || (!isOff(name) && !weekday.format(NOONS[i]).startsWith('S'));
});

/** Whole numbers, kept as such: the remainder of a floating one costs ten times as much. */
const minuteAt = (instant: Date) => Math.floor((instant.getTime() - ZERO) / 60_000) | 0;
const at = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
const isBetween = (m: number, from: string, to: string) => m >= at(from) && m < at(to);
const AT_WORK = Array.from({ length: DAY }, (_, m) => isBetween(m, '08:30', '12:00') || isBetween(m, '14:00', '17:30'));
const CLOSE = at('17:30');
const instantOf = (minute: number) => new Date(ZERO + minute * 60_000);
const indexOf = (day: string) => INDEX.get(day) ?? Number.NaN;
const nameAt = (minute: number) => NAMES[Math.floor(minute / DAY)] ?? 'beyond the row';

/** @throws RangeError where the row ends, instead of walking on for ever. */
function within(minute: number): number {
  if (minute >= 0 && minute < END) return minute;
  throw new RangeError('the row of minutes is too short');
}

/** The entries of an office over the statutory days, and the clock on its wall. */
class Town {
  /** Day by day; private, so that a counterexample shows the entries alone. */
  readonly #worked: readonly boolean[];
  readonly entries: ReadonlyMap<string, boolean>;

  constructor(entries: ReadonlyMap<string, boolean>) {
    this.entries = entries;
    this.#worked = NAMES.map((day, i) => entries.get(day) ?? STATUTORY[i] ?? false);
  }

  works(minute: number): boolean {
    return this.#worked[Math.floor(minute / DAY)] === true && AT_WORK[minute % DAY] === true;
  }

  /** True at the end of a working day's last minute of work. */
  closes(minute: number): boolean {
    return minute % DAY === CLOSE && this.works(minute - 1);
  }

  /** The close of business of the nth working day after (before, when negative) the day of a minute. */
  close(minute: number, n: number): number {
    const today = Math.floor(minute / DAY);
    let now = minute - (minute % HALF_HOUR);
    for (let left = Math.abs(n); left > 0; ) {
      now = within(now + Math.sign(n) * HALF_HOUR);
      if (this.closes(now) && Math.floor(now / DAY) !== today) left -= 1;
    }
    return now;
  }

  nextWork(instant: Date): Date {
    let minute = minuteAt(instant);
    if (this.works(minute)) return instant;
    while (!this.works(minute)) minute = within(minute + 1);
    return instantOf(minute);
  }

  /** The working days after one day, up to and with another. */
  workdays(after: string, until: string): string[] {
    const days: string[] = [];
    for (let minute = (indexOf(after) + 1) * DAY; minute < (indexOf(until) + 1) * DAY; minute += HALF_HOUR) {
      if (this.closes(minute)) days.push(nameAt(minute));
    }
    return days;
  }

  /** Half of the term, a working day before, the due day, each working day after it; the most urgent of a day. Asked of days after the start. */
  stages(start: string, due: string): (day: string) => string | null {
    const term = this.workdays(start, due);
    return (day) => {
      if (!this.#worked[indexOf(day)]) return null;
      if (day > due) return 'overdue';
      if (day === term.at(-1)) return 'due';
      if (day === term.at(-2)) return 'eve';
      return day === term[Math.ceil(term.length / 2) - 1] ? 'half' : null;
    };
  }
}

const runs = (numRuns: number) => ({ numRuns, seed: 20_261_124 });
/** Where the statutory calendar departs from the weekend. */
const SPECIAL = [...MAKE_UP, ...OFF.map((span) => span.slice(0, 10)), ...DAYS_OF_2026].filter(
  (day) => day > '2024' && STATUTORY[indexOf(day)] === weekday.format(NOONS[indexOf(day)]).startsWith('S'),
);
const anyTime = date({ noInvalidDate: true, min: new Date('2024-01-01'), max: new Date('2026-12-31') });
const awkwardTime = tuple(
  constantFrom(...SPECIAL),
  integer({ min: -4, max: 9 }),
  constantFrom('00:00', '08:30', '12:00', '14:00', '17:30'),
  constantFrom(-1, 0, 1, 59_999),
).map(([day, days, time, ms]) => new Date(instantOf((indexOf(day) + days) * DAY + at(time)).getTime() + ms));
/** What the office entered: so many days in a row each, so long after the instant in question; a later entry overrides an earlier. */
const entered = tuple(integer({ min: -60, max: 120 }), integer({ min: 1, max: 9 }), boolean());
const aQuestion = tuple(oneof(anyTime, awkwardTime), array(entered, { maxLength: 12 })).map(([instant, spans]) => {
  const today = Math.floor(minuteAt(instant) / DAY);
  const entries = new Map<string, boolean>();
  for (const [from, length, works] of spans) {
    for (const day of NAMES.slice(today + from, today + from + length)) entries.set(day, works);
  }
  const town = new Town(entries);
  return { instant, day: nameAt(minuteAt(instant)), town, calendar: code.buildCalendar(town.entries) };
});
const anyLength = integer({ min: 1, max: 60 });

describe('working time, against a slow reference', () => {
  // Far from China, where code that leans on the zone of its process is a day off.
  beforeAll(() => vi.stubEnv('TZ', 'America/New_York'));
  afterAll(() => vi.unstubAllEnvs());

  it('is asked about days off, make-up days, office entries and years without a notice', () => {
    const terms = sample(tuple(aQuestion, anyLength), runs(1_000)).map(([{ instant, day, town }, n]) => {
      const days = NAMES.slice(indexOf(day), Math.floor(town.close(minuteAt(instant), n) / DAY) + 1);
      return { days, town };
    });
    const share = (holds: (term: (typeof terms)[number]) => boolean) => terms.filter(holds).length;
    const shares = [
      share(({ days, town }) => !town.works(indexOf(days[0] ?? '') * DAY + CLOSE - 1)),
      share(({ days }) => days.some(isOff)),
      share(({ days }) => days.some((day) => MAKE_UP.includes(day))),
      share(({ days, town }) => days.some((day) => town.entries.get(day) === !STATUTORY[indexOf(day)])),
      share(({ days }) => days.some((day) => day > '2027')),
    ];
    expect(Math.min(...shares)).toBeGreaterThan(40);
  });

  it('ends a term at close of business of its last working day', () => {
    const terms = property(aQuestion, anyLength, ({ instant, day, town, calendar }, n) => {
      const due = town.close(minuteAt(instant), n);
      expect([dayOf(instant), minuteOf(instant)]).toEqual([day, at(clock.format(instant).slice(11))]);
      expect(termEnd(calendar, instant, n)).toBe(nameAt(due));
      expect(code.closeOfBusiness(termEnd(calendar, instant, n))).toEqual(instantOf(due));
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
