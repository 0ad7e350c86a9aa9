import type { DayEntry, Season } from './calendar-entry.ts';
import { addDays, type Day, weekdayOf } from './day.ts';
import type { Calendar } from './working-time.ts';

/** Days in a row that are alike. */
export interface DaySpan extends Omit<DayEntry, 'day'> {
  from: Day;
  to: Day;
  /** True when the office has entered them, false when the State Council's notice has. */
  own: boolean;
}

/** The days from one to another that are no plain weekday or weekend: holidays, make-up days, what the office has entered. */
export function specialDays(calendar: Calendar, from: Day, to: Day): DaySpan[] {
  const special: (DayEntry & { own: boolean })[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const note = calendar.noteOn(day);
    const worked = calendar.isWorkday(day);
    if (note || worked !== weekdayOf(day) <= 5) special.push({ day, worked, name: '', own: false, ...note });
  }
  return spansOf(special);
}

/** Days in order, those in a row that are alike as one. */
export function spansOf(days: readonly (DayEntry & { own?: boolean })[]): DaySpan[] {
  const spans: DaySpan[] = [];
  for (const { day, worked, name, own = true } of days) {
    const last = spans.at(-1);
    const isNext = last && addDays(last.to, 1) === day;
    if (isNext && last.worked === worked && last.name === name && last.own === own) last.to = day;
    else spans.push({ from: day, to: day, worked, name, own });
  }
  return spans;
}

/** The hours at a day, and each change of them up to another. */
export function seasonsUntil(calendar: Calendar, from: Day, to: Day): Season[] {
  const later = calendar.seasons.filter((season) => season.from > from && season.from <= to);
  return [{ from, periods: calendar.periodsOn(from) }, ...later];
}
