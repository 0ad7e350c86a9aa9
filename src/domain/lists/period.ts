import { LONGEST_TERM_WORKDAYS } from '../../../config/rules.ts';
import { addDays, type Day, dayOf, instantAt } from '../day.ts';
import { periodOf } from '../weekly.ts';
import { addWorkdays, type Calendar } from '../working-time.ts';

/** A week or a month of the lists, half-open, in Asia/Shanghai. */
export interface ListPeriod {
  /** `2026-W48` or `2026-11`. */
  name: string;
  from: Date;
  to: Date;
  /** Where 累计 begins: the year's first day, or the period's own when a week begins in the year before. */
  since: Date;
}

/** The week or month with a name; null when there is none. */
export function findPeriod(name: string): ListPeriod | null {
  const span = /^\d{4}-(?:0[1-9]|1[0-2])$/.test(name) ? monthOf(name) : findWeek(name);
  if (!span) return null;
  const newYear = instantAt(`${name.slice(0, 4)}-01-01`, 0);
  return { name, ...span, since: newYear < span.from ? newYear : span.from };
}

function monthOf(name: string): { from: Date; to: Date } {
  const first = `${name}-01`;
  const next = addDays(first, 31).slice(0, 7);
  return { from: instantAt(first, 0), to: instantAt(`${next}-01`, 0) };
}

function findWeek(name: string): { from: Date; to: Date } | null {
  try {
    return periodOf(name);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The period's first and last day. */
export function daysOf(period: ListPeriod): { first: Day; last: Day } {
  return { first: dayOf(period.from), last: addDays(dayOf(period.to), -1) };
}

/**
 * A case accepted before this instant neither counts into 累计 nor is due in the period by the enterprise's clock: lists need
 * not read it, unless it was still in hand when the period began, or was surveyed after.
 */
export function acceptedSince(period: ListPeriod, calendar: Calendar): Date {
  const reach = instantAt(addWorkdays(calendar, dayOf(period.from), -LONGEST_TERM_WORKDAYS - 1), 0);
  return reach < period.since ? reach : period.since;
}
