import { LONGEST_TERM_WORKDAYS, WEEKLY_CUT } from '../../config/rules.ts';
import { addDays, dayOf, instantAt, isoWeekOf, mondayOf } from './day.ts';
import { addWorkdays, type Calendar } from './working-time.ts';

/** An ISO week, e.g. `2026-W48`. */
export type Week = string;

/** Monday 00:00 to Sunday 24:00 in Asia/Shanghai, half-open. @throws RangeError when there is no such week. */
export function periodOf(week: Week): { from: Date; to: Date } {
  const monday = mondayOf(week);
  return { from: instantAt(monday, 0), to: instantAt(addDays(monday, 7), 0) };
}

/** The week so many weeks later (earlier when negative). @throws RangeError when there is no such week. */
export function addWeeks(week: Week, weeks: number): Week {
  return isoWeekOf(addDays(mondayOf(week), weeks * 7));
}

/**
 * When a week's report is cut: Friday 16:00, or the working day before when Friday is off. A week off from Monday to Friday
 * is cut on its own make-up weekend day, and one without any working day at its end: a cut before the week has begun would
 * report an empty week, whatever happened in it. @throws RangeError when there is no such week.
 */
export function cutOf(week: Week, calendar: Calendar): Date {
  const monday = mondayOf(week);
  const backwards = Array.from({ length: WEEKLY_CUT.weekday }, (_, i) => WEEKLY_CUT.weekday - i);
  const day = [...backwards, 7, 6].map((n) => addDays(monday, n - 1)).find((d) => calendar.isWorkday(d));
  return day ? instantAt(day, WEEKLY_CUT.at) : periodOf(week).to;
}

/** The first cut after an instant, and the week it belongs to. */
export function nextCut(after: Date, calendar: Calendar): { week: Week; at: Date } {
  const week = isoWeekOf(dayOf(after));
  const at = cutOf(week, calendar);
  if (at > after) return { week, at };
  const next = addWeeks(week, 1);
  return { week: next, at: cutOf(next, calendar) };
}

/**
 * A case accepted before this instant has no enterprise-clock due day in the week: a report need not read it,
 * unless it is still open or was closed or surveyed in the week. @throws RangeError when there is no such week.
 */
export function acceptedFrom(week: Week, calendar: Calendar): Date {
  return instantAt(addWorkdays(calendar, mondayOf(week), -LONGEST_TERM_WORKDAYS - 1), 0);
}
