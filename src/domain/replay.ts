import type { Grade } from '../../config/rules.ts';
import { currentLeg, isOpen, type Snapshot } from './case.ts';
import type { Day } from './day.ts';
import type { World } from './decision.ts';
import { supportsBeside, termEnd } from './due.ts';
import type { Happening } from './event.ts';
import { dueWith, pausesOf } from './pause.ts';
import { gradeOf, type Rules, termOf } from './rules.ts';
import { type Calendar, closeOfBusiness } from './working-time.ts';

/** An open case as the rules in force now would count it. */
export type Replay = Omit<Extract<Happening, { type: 'rulesSet' }>, 'type'>;

/**
 * Null where the case stays with the rules it has: it counts by those of now already, or its enterprise's clock has run out, or
 * would at once. Nobody becomes late by a rule that came afterwards; what was promised or granted as a day stays as well. Pauses
 * count and supports move with the unit's day, as when the calendar changes.
 */
export function replay(
  snapshot: Snapshot,
  { calendar, rules }: Pick<World, 'calendar' | 'rules'>,
  now: Date,
): Replay | null {
  const { acceptedAt, caseDueDay } = snapshot;
  if (!isOpen(snapshot) || !acceptedAt || !caseDueDay) return null;
  const change = { from: rules.of(snapshot, now), to: rules.at(now) };
  if (change.from.version === change.to.version) return null;
  const grade = gradeUnder(snapshot, change);
  const day = termEnd(calendar, acceptedAt, change.to.terms[grade]);
  const isOver = (due: Day) => closeOfBusiness(calendar, due) <= now;
  if (isOver(caseDueDay) || isOver(day)) return null;
  const leg = legUnder(snapshot, change, calendar);
  const moves = leg && !isOver(leg.before) && !isOver(leg.dueDay);
  const main = moves ? leg.dueDay : currentLeg(snapshot)?.dueDay;
  return {
    rulesVersion: change.to.version,
    grade,
    caseDueDay: day,
    leg: moves ? { dueDay: leg.dueDay, termWorkdays: leg.termWorkdays } : null,
    supports: main ? supportsBeside(snapshot, main, { calendar, now }) : [],
  };
}

interface Change {
  from: Rules;
  to: Rules;
}

/** A grade that its category did not give is the case's own and stays. */
function gradeUnder({ category, grade }: Snapshot, { from, to }: Change): Grade {
  return gradeOf(category, from) === grade ? gradeOf(category, to) : grade;
}

/** The same for the term of the unit's turn. */
function legUnder(snapshot: Snapshot, { from, to }: Change, calendar: Calendar) {
  const leg = currentLeg(snapshot);
  const isByRules = leg && !leg.promised && leg.termWorkdays === termOf(snapshot.category, from);
  if (!isByRules) return null;
  const termWorkdays = termOf(snapshot.category, to);
  const dueDay = dueWith({ ...leg, termWorkdays }, pausesOf(snapshot, leg), calendar);
  return { before: leg.dueDay, dueDay, termWorkdays };
}
