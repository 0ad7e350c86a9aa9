import { VISITS } from '../../config/rules.ts';
import { addDays, type Day, dayOf, instantAt } from './day.ts';
import { pairingOf, type Roster, type Subject } from './roster.ts';
import type { LeaderVisit } from './visits.ts';
import type { Calendar } from './working-time.ts';

/** A calendar month, e.g. `2026-11`. */
export type Month = string;

/** The month in Asia/Shanghai of an instant. */
export function monthOf(instant: Date): Month {
  return dayOf(instant).slice(0, 7);
}

/** When it is looked at who has not been visited in a month: its first working day in the last third, else the last third's first day. */
export function roundOf(month: Month, calendar: Calendar): Date {
  const from: Day = `${month}-${VISITS.remindFrom}`;
  let day = from;
  while (!calendar.isWorkday(day) && day.startsWith(month)) day = addDays(day, 1);
  return instantAt(day.startsWith(month) ? day : from, VISITS.remindAt);
}

/** The first such look after an instant, and its month. */
export function nextRound(after: Date, calendar: Calendar): { month: Month; at: Date } {
  const month = monthOf(after);
  const at = roundOf(month, calendar);
  if (at > after) return { month, at };
  const next = addDays(`${month}-28`, 4).slice(0, 7);
  return { month: next, at: roundOf(next, calendar) };
}

/** A leader's subjects that none of these visits of theirs was to, in the register's order. */
export function unvisitedBy(leader: string, roster: Roster, visits: readonly LeaderVisit[]): Subject[] {
  const visited = new Set(visits.filter((visit) => visit.leader === leader).map(({ subject }) => subject));
  return [...roster.subjects.values()].filter(({ id }) => pairingOf(roster, id).leader === leader && !visited.has(id));
}
