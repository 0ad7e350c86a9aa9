import type { CalendarChange, DayEntry } from './calendar-entry.ts';
import { currentLeg, isOpen, type Snapshot } from './case.ts';
import { type Day, dayOf } from './day.ts';
import { recount } from './due.ts';
import type { RuleBook } from './rules.ts';
import { type Calendar, closeOfBusiness } from './working-time.ts';

/** The calendar as it would be after a change; its version stays, so nothing is computed anew because of it. */
export function withChange(calendar: Calendar, change: CalendarChange): Calendar {
  const days = new Map(change.days.map((entry) => [entry.day, entry]));
  return {
    ...calendar,
    isWorkday: (day) => days.get(day)?.worked ?? calendar.isWorkday(day),
    noteOn: (day) => noteOf(days.get(day)) ?? calendar.noteOn(day),
  };
}

function noteOf(entry: DayEntry | undefined) {
  return entry ? { name: entry.name, own: true } : null;
}

/** The days of a change that are not so already. */
export function newDays(calendar: Calendar, change: CalendarChange): DayEntry[] {
  return change.days.filter(({ day, worked }) => calendar.isWorkday(day) !== worked);
}

/** The first day of a change that is over; null when none is. */
export function pastDay(change: CalendarChange, now: Date): Day | null {
  const today = dayOf(now);
  return change.days.find(({ day }) => day < today)?.day ?? null;
}

/** A case whose due instant a change moves: the unit's clock, or the enterprise's where the unit's stays. */
export interface MovedDue {
  number: string;
  clock: 'leg' | 'case';
  from: Date;
  to: Date;
}

/** What a change would do to the open cases. */
export interface ChangeEffect {
  moved: number;
  /** The most urgent of those that move, at most `SHOWN`. */
  first: MovedDue[];
  /** Open cases whose due day is over already: it stays. */
  past: number;
  /** Open cases with a day promised or granted: it stays. */
  promised: number;
}

export const NO_EFFECT: ChangeEffect = { moved: 0, first: [], past: 0, promised: 0 };

/** So many cases are named before a change is confirmed; the rest is counted. */
const SHOWN = 5;

/** The calendar as it is and as it would be, and the instant of asking. */
export interface Comparison {
  before: Calendar;
  after: Calendar;
  rules: RuleBook;
  now: Date;
}

/** The effect with one more case looked at. Pure, one case at a time, so that any number of cases streams through. */
export function withCase(effect: ChangeEffect, snapshot: Snapshot, v: Comparison): ChangeEffect {
  if (!isOpen(snapshot)) return effect;
  const moved = movedDue(snapshot, v);
  if (moved) return { ...effect, moved: effect.moved + 1, first: mostUrgent([...effect.first, moved]) };
  const leg = currentLeg(snapshot);
  const dueDay = leg?.dueDay ?? snapshot.caseDueDay;
  if (dueDay && closeOfBusiness(dueDay) <= v.now) return { ...effect, past: effect.past + 1 };
  return leg?.promised ? { ...effect, promised: effect.promised + 1 } : effect;
}

function movedDue(snapshot: Snapshot, { after, rules, now }: Comparison): MovedDue | null {
  const { number, caseDueDay } = snapshot;
  const days = recount(snapshot, { calendar: after, rules }, now);
  if (!days || !caseDueDay) return null;
  const legDay = currentLeg(snapshot)?.dueDay;
  if (legDay && days.dueDay && days.dueDay !== legDay)
    return { number, clock: 'leg', from: closeOfBusiness(legDay), to: closeOfBusiness(days.dueDay) };
  return { number, clock: 'case', from: closeOfBusiness(caseDueDay), to: closeOfBusiness(days.caseDueDay) };
}

function mostUrgent(moved: readonly MovedDue[]): MovedDue[] {
  return moved
    .toSorted((a, b) => a.from.getTime() - b.from.getTime() || (a.number < b.number ? -1 : 1))
    .slice(0, SHOWN);
}
