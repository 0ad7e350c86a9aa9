import { DIGESTS_AT, WAKING_HOURS, WORK_PERIODS } from '../../config/rules.ts';
import { addDays, type Day, dayOf, instantAt, minuteOf } from './day.ts';
import type { DayEntry, Period, Season } from './calendar-entry.ts';
import { isKnownYear, statutoryName, statutoryWorkday } from './workday.ts';

/** Which days are worked: the State Council's calendar, corrected by the office's own entries. */
export interface Calendar {
  /** Grows with every edit, so that due times computed on an older calendar are found and computed anew. */
  version: number;
  isWorkday(day: Day): boolean;
  /** False for a year without published holidays: its due dates may be wrong, and somebody must be told. */
  isKnownYear(year: number): boolean;
  /** What makes a day special, and whether the office has entered it; null for a plain weekday or weekend. */
  noteOn(day: Day): { name: string; own: boolean } | null;
  /** The hours of a day, were it worked: those of the last season to have begun, before any the usual ones. */
  periodsOn(day: Day): readonly Period[];
  /** In the order in which they begin. */
  seasons: readonly Season[];
}

const DAY_MINUTES = 24 * 60;

/** Builds a calendar from the office's entries (`true` = worked) over the statutory one. */
export function buildCalendar(entries: ReadonlyMap<Day, boolean> = new Map(), version = 0): Calendar {
  const days = [...entries].map(([day, worked]) => ({ day, worked, name: '' }));
  return officeCalendar(days, version);
}

/** The same from the entries as they are stored. */
export function officeCalendar(days: readonly DayEntry[], version: number, hours: readonly Season[] = []): Calendar {
  const worked = new Map(days.map((entry) => [entry.day, entry.worked]));
  const names = new Map(days.map((entry) => [entry.day, entry.name]));
  return {
    version,
    isKnownYear,
    ...inSeasons(hours),
    isWorkday: (day) => worked.get(day) ?? statutoryWorkday(day),
    noteOn(day) {
      const name = names.get(day);
      if (name !== undefined) return { name, own: true };
      const statutory = statutoryName(day);
      return statutory === null ? null : { name: statutory, own: false };
    },
  };
}

/** The part of a calendar that says which hours are worked. */
export function inSeasons(hours: readonly Season[]): Pick<Calendar, 'seasons' | 'periodsOn'> {
  const seasons = hours.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return { seasons, periodsOn: (day) => seasons.findLast(({ from }) => from <= day)?.periods ?? WORK_PERIODS };
}

/** The day so many working days after (before, when negative) a day; the next working day is 1. */
export function addWorkdays(calendar: Calendar, day: Day, workdays: number): Day {
  if (workdays >= 0) return workdaysAhead(calendar, day, workdays);
  let current = day;
  for (let left = -workdays; left > 0; ) {
    current = addDays(current, -1);
    if (calendar.isWorkday(current)) left -= 1;
  }
  return current;
}

/** The next working day after each day that was asked about; a calendar never changes, so it is worked out once. */
const NEXT_WORKDAYS = new WeakMap<Calendar, Map<Day, Day>>();

function workdaysAhead(calendar: Calendar, day: Day, workdays: number): Day {
  const known = NEXT_WORKDAYS.get(calendar) ?? new Map<Day, Day>();
  NEXT_WORKDAYS.set(calendar, known);
  let current = day;
  for (let left = workdays; left > 0; left -= 1) {
    const next = known.get(current) ?? nextWorkday(calendar, current);
    known.set(current, next);
    current = next;
  }
  return current;
}

function nextWorkday(calendar: Calendar, day: Day): Day {
  let next = addDays(day, 1);
  while (!calendar.isWorkday(next)) next = addDays(next, 1);
  return next;
}

/** How many working days lie after `from` up to and including `to`; 0 when `to` is not later. */
export function workdaysBetween(calendar: Calendar, from: Day, to: Day): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (calendar.isWorkday(day)) count += 1;
  }
  return count;
}

/** The last working day on or before a day. */
export function workdayOnOrBefore(calendar: Calendar, day: Day): Day {
  return calendar.isWorkday(day) ? day : addWorkdays(calendar, day, -1);
}

/** Close of business, the instant at which a term of days ends. */
export function closeOfBusiness(calendar: Calendar, day: Day): Date {
  return instantAt(day, calendar.periodsOn(day).at(-1)?.to ?? DAY_MINUTES);
}

/** Start of the first work period. */
export function startOfBusiness(calendar: Calendar, day: Day): Date {
  return instantAt(day, startMinute(calendar, day));
}

function startMinute(calendar: Calendar, day: Day): number {
  return calendar.periodsOn(day)[0]?.from ?? 0;
}

/** True inside a work period of a working day. */
export function isWorkTime(calendar: Calendar, instant: Date): boolean {
  const [day, minute] = [dayOf(instant), minuteOf(instant)];
  return calendar.isWorkday(day) && calendar.periodsOn(day).some((p) => minute >= p.from && minute < p.to);
}

/** The instant itself when work goes on, else the start of the next work period. */
export function nextWorkTime(calendar: Calendar, instant: Date): Date {
  if (isWorkTime(calendar, instant)) return instant;
  const day = dayOf(instant);
  const minute = minuteOf(instant);
  const period = calendar.isWorkday(day) ? calendar.periodsOn(day).find((p) => p.from > minute) : undefined;
  return period ? instantAt(day, period.from) : startOfBusiness(calendar, addWorkdays(calendar, day, 1));
}

/** When a digest line may leave: at 08:40 (or the later start of work), later the same day at once within work hours, else the next morning. */
export function nextDigestTime(calendar: Calendar, instant: Date): Date {
  const day = dayOf(instant);
  if (calendar.isWorkday(day) && minuteOf(instant) < foldMinutes(calendar, day).morning)
    return morningOf(calendar, day);
  const work = nextWorkTime(calendar, instant);
  return dayOf(work) === day ? work : morningOf(calendar, dayOf(work));
}

/** When what can wait leaves next: the morning's or the afternoon's digest of a working day (08:40, 16:30), the instant itself included. */
export function nextFoldTime(calendar: Calendar, instant: Date): Date {
  const day = dayOf(instant);
  const times = calendar.isWorkday(day)
    ? Object.values(foldMinutes(calendar, day)).map((minute) => instantAt(day, minute))
    : [];
  return times.find((time) => time >= instant) ?? morningOf(calendar, addWorkdays(calendar, day, 1));
}

/** The digests of a day keep to its hours: not before work begins, the later one an hour before it ends at the latest. */
function foldMinutes(calendar: Calendar, day: Day): { morning: number; afternoon: number } {
  const hourBefore = (calendar.periodsOn(day).at(-1)?.to ?? DAY_MINUTES) - 60;
  return {
    morning: Math.max(DIGESTS_AT.morning, startMinute(calendar, day)),
    afternoon: Math.min(DIGESTS_AT.afternoon, hourBefore),
  };
}

function morningOf(calendar: Calendar, day: Day): Date {
  return instantAt(day, foldMinutes(calendar, day).morning);
}

/** The instant itself within waking hours of any day, else the next start of work. */
export function nextWakingTime(calendar: Calendar, instant: Date): Date {
  const minute = minuteOf(instant);
  if (minute >= WAKING_HOURS.from && minute < WAKING_HOURS.to) return instant;
  return nextWorkTime(calendar, instant);
}

/** The years of a span of days for which no holidays have been published: due dates in them may be wrong. */
export function unknownYears(calendar: Calendar, from: Day, to: Day): number[] {
  const first = Number(from.slice(0, 4));
  const last = Number(to.slice(0, 4));
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
  return years.filter((year) => !calendar.isKnownYear(year));
}

/** Terms reach this far ahead: what is not known by then is missed. */
const AHEAD_DAYS = 45;

/** The years without published holidays that terms beginning now may reach. */
export function unknownYearsAhead(calendar: Calendar, now: Date): number[] {
  const today = dayOf(now);
  return unknownYears(calendar, today, addDays(today, AHEAD_DAYS));
}
