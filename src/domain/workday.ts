import calendar from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import type { Day } from './day.ts';
import { weekdayOf } from './day.ts';

/** The published days off and make-up days. Read as plain data: the library's own functions shift by a day when the process runs west of Greenwich. */
const DAYS_OFF: Readonly<Record<Day, string>> = calendar.holidays;
const MAKE_UP_DAYS: Readonly<Record<Day, string>> = calendar.workdays;

/** True on a day that the State Council's calendar works, make-up Saturdays and Sundays included. */
export function statutoryWorkday(day: Day): boolean {
  if (day in MAKE_UP_DAYS) return true;
  if (day in DAYS_OFF) return false;
  return weekdayOf(day) <= 5;
}

/** The holiday that a day off belongs to or is made up for, e.g. 元旦; null for a plain day. */
export function statutoryName(day: Day): string | null {
  const [, name] = (DAYS_OFF[day] ?? MAKE_UP_DAYS[day] ?? '').split(',');
  return name ?? null;
}

/** True when the holidays of a year are published. New Year's Day is a day off in every published year. */
export function isKnownYear(year: number): boolean {
  return `${year}-01-01` in DAYS_OFF;
}
