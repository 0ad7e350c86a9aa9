import { isWorkedIn2026 } from './holidays-2026.ts';

/*
 * The rules a second time, from their words alone: `Town` uses nothing of the service, neither code nor settings. It goes
 * through a row of all minutes from 2023 to 2027: one by one to the next work, else by half hours, since hours of work
 * begin and end with one. In single minutes ten thousand cases would take a busy machine a minute.
 */
export const DAY = 24 * 60;
const HALF_HOUR = 30;
const ZERO = Date.parse('2023-07-01T00:00:00+08:00');
export const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});
export const weekday = new Intl.DateTimeFormat('en', { timeZone: 'Asia/Shanghai', weekday: 'short' });
export const NOONS = Array.from({ length: 1_645 }, (_, i) => new Date(ZERO + (i + 0.5) * DAY * 60_000));
export const NAMES = NOONS.map((noon) => clock.format(noon).slice(0, 10));
const END = NAMES.length * DAY;
const INDEX = new Map(NAMES.map((name, i) => [name, i]));

/** 国务院办公厅关于2024年、2025年部分节假日安排的通知 and the last days off of 2023, copied by hand like the notice of 2026; for 2027 there is none: weekends alone are off. */
export const OFF = (
  '2023-09-29/30 2023-10-01/06 2024-01-01 2024-02-10/17 2024-04-04/06 2024-05-01/05 2024-06-10 2024-09-15/17 2024-10-01/07 ' +
  '2025-01-01 2025-01-28/31 2025-02-01/04 2025-04-04/06 2025-05-01/05 2025-05-31 2025-06-01/02 2025-10-01/08'
).split(' ');
export const MAKE_UP = (
  '2023-10-07 2023-10-08 2024-02-04 2024-02-18 2024-04-07 2024-04-28 2024-05-11 2024-09-14 2024-09-29 2024-10-12 ' +
  '2025-01-26 2025-02-08 2025-04-27 2025-09-28 2025-10-11'
).split(' ');
export const isOff = (day: string) =>
  OFF.some((span) => day >= span.slice(0, 10) && day <= span.slice(0, 8) + span.slice(-2));
export const STATUTORY = NAMES.map((name, i) => {
  if (name.startsWith('2026')) return isWorkedIn2026(name);
  return MAKE_UP.includes(name) || (!isOff(name) && !weekday.format(NOONS[i]).startsWith('S'));
});

/** Whole numbers, kept as such: the remainder of a floating one costs ten times as much. */
export const minuteAt = (instant: Date) => Math.floor((instant.getTime() - ZERO) / 60_000) | 0;
export const at = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
const isBetween = (m: number, from: string, to: string) => m >= at(from) && m < at(to);

/** The hours on the wall of a town: begin and end of the morning, begin and end of the afternoon. */
export type Hours = readonly [string, string, string, string];
const USUAL = hoursOf(['08:30', '12:00', '14:00', '17:30']);

function hoursOf([a, b, c, d]: Hours) {
  const works = Array.from({ length: DAY }, (_, m) => isBetween(m, a, b) || isBetween(m, c, d));
  return { works, close: at(d) };
}

export const instantOf = (minute: number) => new Date(ZERO + minute * 60_000);
export const indexOf = (day: string) => INDEX.get(day) ?? Number.NaN;
export const nameAt = (minute: number) => NAMES[Math.floor(minute / DAY)] ?? 'beyond the row';

/** @throws RangeError where the row ends, instead of walking on for ever. */
function within(minute: number): number {
  if (minute >= 0 && minute < END) return minute;
  throw new RangeError('the row of minutes is too short');
}

/** The entries of an office over the statutory days, and the clock on its wall. */
export class Town {
  /** Day by day; private, so that a counterexample shows the entries alone. */
  readonly #worked: readonly boolean[];
  readonly #hours: readonly ReturnType<typeof hoursOf>[];
  readonly entries: ReadonlyMap<string, boolean>;
  readonly seasons: ReadonlyMap<string, Hours>;

  constructor(entries: ReadonlyMap<string, boolean>, seasons: ReadonlyMap<string, Hours> = new Map()) {
    this.entries = entries;
    this.seasons = seasons;
    this.#worked = NAMES.map((day, i) => entries.get(day) ?? STATUTORY[i] ?? false);
    let now = USUAL;
    this.#hours = NAMES.map((day) => {
      const season = seasons.get(day);
      if (season) now = hoursOf(season);
      return now;
    });
  }

  works(minute: number): boolean {
    const day = Math.floor(minute / DAY);
    return this.#worked[day] === true && this.#hours[day]?.works[minute % DAY] === true;
  }

  /** True at the end of a working day's last minute of work. */
  closes(minute: number): boolean {
    return minute % DAY === this.#hours[Math.floor(minute / DAY)]?.close && this.works(minute - 1);
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
