/** A calendar day in Asia/Shanghai, `YYYY-MM-DD`. China has kept +08:00 without summer time since 1992, so plain arithmetic is exact. */
export type Day = string;

const OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** The day in Asia/Shanghai on which an instant falls. */
export function dayOf(instant: Date): Day {
  return new Date(instant.getTime() + OFFSET_MS).toISOString().slice(0, 10);
}

/** Minutes after midnight in Asia/Shanghai, 0 to 1439, seconds dropped. */
export function minuteOf(instant: Date): number {
  return Math.floor(((instant.getTime() + OFFSET_MS) % DAY_MS) / MINUTE_MS);
}

/** The instant of a day at so many minutes after midnight. */
export function instantAt(day: Day, minute: number): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) - OFFSET_MS + minute * MINUTE_MS);
}

/** The day so many calendar days later (earlier when negative). */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** How many calendar days later the second day is. */
export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/** ISO 8601 with seconds and +08:00, as the outside contract writes instants. */
export function toShanghaiIso(instant: Date): string {
  return `${new Date(instant.getTime() + OFFSET_MS).toISOString().slice(0, 19)}+08:00`;
}

/** The ISO week of a day, e.g. `2026-W48`: Monday to Sunday, week 1 holds the year's first Thursday. */
export function isoWeekOf(day: Day): string {
  const thursday = addDays(day, 4 - weekdayOf(day));
  const year = thursday.slice(0, 4);
  const dayOfYear = (Date.parse(thursday) - Date.parse(`${year}-01-01`)) / DAY_MS;
  return `${year}-W${String(Math.floor(dayOfYear / 7) + 1).padStart(2, '0')}`;
}

/** The Monday of an ISO week. @throws RangeError when the text is no week of that year. */
export function mondayOf(week: string): Day {
  const match = /^(\d{4})-W(\d{2})$/.exec(week);
  if (!match) throw new RangeError(`not a week: ${week} (expected e.g. 2026-W48)`);
  const fourth = `${match[1]}-01-04`;
  const monday = addDays(fourth, 1 - weekdayOf(fourth) + (Number(match[2]) - 1) * 7);
  if (isoWeekOf(monday) !== week) throw new RangeError(`no such week: ${week}`);
  return monday;
}
