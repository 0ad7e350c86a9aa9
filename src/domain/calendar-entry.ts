import { WAKING_HOURS } from '../../config/rules.ts';
import type { Day } from './day.ts';

/** One day as the office has entered it over the statutory calendar. */
export interface DayEntry {
  day: Day;
  worked: boolean;
  /** Why, in the office's words, e.g. 元旦; empty when it gave none. */
  name: string;
}

/** Minutes after midnight in Asia/Shanghai, half-open. */
export interface Period {
  from: number;
  to: number;
}

/** The hours worked from a day on, until the next season begins. One that has begun is never changed: due instants rest on it. */
export interface Season {
  from: Day;
  /** Two, in order. */
  periods: readonly Period[];
}

/** What the office changes of the working calendar in one go: days, or the hours. */
export interface CalendarChange {
  days: DayEntry[];
  season?: Season;
}

/** Hours from a day on: begin and end of each half of the day, in minutes after midnight. Null unless they follow each other within waking hours. */
export function buildSeason(from: Day, minutes: readonly number[]): Season | null {
  const [a = 0, b = 0, c = 0, d = 0] = minutes;
  const isInOrder = WAKING_HOURS.from <= a && a < b && b <= c && c < d && d <= WAKING_HOURS.to;
  if (minutes.length !== 4 || !isInOrder) return null;
  return {
    from,
    periods: [
      { from: a, to: b },
      { from: c, to: d },
    ],
  };
}

/** 8:30 or 15:00 as minutes after midnight; NaN for what is no time. */
export function minuteOfClock(text: string): number {
  const [, hour, minute] = /^([01]?\d|2[0-4]):([0-5]\d)$/.exec(text) ?? [];
  return Number(hour) * 60 + Number(minute);
}
