import { addDays, type Day, weekdayOf } from '../../day.ts';

/** The day of a year, month and date; null when the calendar has no such day. */
export function dayFrom(year: number, month: number, date: number): Day | null {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || date < 1 || date > daysIn(year, month)) return null;
  return `${year}-${pad(month)}-${pad(date)}`;
}

/** How many days a month has. */
export function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The last day of a month; months beyond 12 run into the next years. */
export function endOfMonth(year: number, month: number): Day {
  const first = new Date(Date.UTC(year, month - 1, 1));
  const [y, m] = [first.getUTCFullYear(), first.getUTCMonth() + 1];
  return `${y}-${pad(m)}-${pad(daysIn(y, m))}`;
}

/** The same date so many months later, or the month's last day where it has no such date. */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = partsOf(day);
  const end = endOfMonth(year, month + months);
  return Number(end.slice(8)) < date ? end : `${end.slice(0, 8)}${pad(date)}`;
}

/** Year, month and date of a day. */
export function partsOf(day: Day): [year: number, month: number, date: number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

/** The Sunday that ends the week of a day. */
export function sundayOf(day: Day): Day {
  return addDays(day, 7 - weekdayOf(day));
}

/** The Sunday that ends the nth week of a month, week 1 being the first that begins in it. */
export function endOfWeekInMonth(first: Day, week: number): Day {
  const untilMonday = (8 - weekdayOf(first)) % 7;
  return addDays(first, untilMonday + week * 7 - 1);
}

/** The nth given weekday of a month; `nth` -1 is the last one. */
export function weekdayInMonth(first: Day, nth: number, weekday: number): Day {
  const earliest = addDays(first, (weekday - weekdayOf(first) + 7) % 7);
  if (nth > 0) return addDays(earliest, (nth - 1) * 7);
  const [year, month] = partsOf(first);
  const end = endOfMonth(year, month);
  return addDays(end, -((weekdayOf(end) - weekday + 7) % 7));
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
