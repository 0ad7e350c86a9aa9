import { CATEGORY_GRADE, type Category, type Grade, TERM_WORKDAYS } from '../../config/rules.ts';
import type { Leg, Snapshot } from './case.ts';
import { addDays, type Day, dayOf } from './day.ts';
import { addWorkdays, type Calendar, closeOfBusiness } from './working-time.ts';

/** The grade a category starts with. */
export function gradeOf(category: Category): Grade {
  return CATEGORY_GRADE[category] ?? 'general';
}

/** The last day of a leg's term: a promised or granted day, else so many working days after the leg started. */
export function legDueDay(leg: Leg, calendar: Calendar): Day {
  return leg.dueDay ?? addWorkdays(calendar, dayOf(leg.startedAt), leg.termWorkdays);
}

/** The unit's clock: close of business of the leg's last day. */
export function legDue(leg: Leg, calendar: Calendar): Date {
  return closeOfBusiness(legDueDay(leg, calendar));
}

/** The last day of the enterprise's clock, which starts at acceptance and never resets; null before acceptance. */
export function caseDueDay(snapshot: Snapshot, calendar: Calendar): Day | null {
  if (!snapshot.acceptedAt) return null;
  return addWorkdays(calendar, dayOf(snapshot.acceptedAt), TERM_WORKDAYS[snapshot.grade]);
}

/** The enterprise's clock as an instant; null before acceptance. */
export function caseDue(snapshot: Snapshot, calendar: Calendar): Date | null {
  const day = caseDueDay(snapshot, calendar);
  return day ? closeOfBusiness(day) : null;
}

/** One calendar day on the way to a due date: its number when it counts, else null. */
export interface CountedDay {
  day: Day;
  n: number | null;
}

/** 期限依据: each day from the one after the start to the due day, with the number of those that count. */
export function countDays(calendar: Calendar, from: Day, to: Day): CountedDay[] {
  const days: CountedDay[] = [];
  let n = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    const counts = calendar.isWorkday(day);
    if (counts) n += 1;
    days.push({ day, n: counts ? n : null });
  }
  return days;
}
