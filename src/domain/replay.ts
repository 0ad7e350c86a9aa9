import type { Grade } from '../../config/rules.ts';
import { currentLeg, isOpen, type Snapshot } from './case.ts';
import type { Day } from './day.ts';
import type { World } from './decision.ts';
import { termEnd } from './due.ts';
import type { Happening } from './event.ts';
import { gradeOf, type Rules, termOf } from './rules.ts';
import { closeOfBusiness } from './working-time.ts';

/** An open case as the rules in force now would count it. */
export type Replay = Omit<Extract<Happening, { type: 'rulesSet' }>, 'type'>;

/**
 * Null where the case stays with the rules it has: it counts by those of now already, or its enterprise's clock has run out, or
 * would at once. Nobody becomes late by a rule that came afterwards; what was promised or granted as a day stays as well.
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
  const isOver = (due: Day) => closeOfBusiness(due) <= now;
  if (isOver(caseDueDay) || isOver(day)) return null;
  const leg = legUnder(snapshot, change, (from, workdays) => termEnd(calendar, from, workdays));
  const moves = leg && !isOver(leg.before) && !isOver(leg.dueDay);
  return {
    rulesVersion: change.to.version,
    grade,
    caseDueDay: day,
    leg: moves ? { dueDay: leg.dueDay, termWorkdays: leg.termWorkdays } : null,
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
function legUnder(snapshot: Snapshot, { from, to }: Change, endOf: (from: Date, workdays: number) => Day) {
  const leg = currentLeg(snapshot);
  const isByRules = leg && !leg.promised && leg.termWorkdays === termOf(snapshot.category, from);
  if (!isByRules) return null;
  const termWorkdays = termOf(snapshot.category, to);
  return { before: leg.dueDay, dueDay: endOf(leg.startedAt, termWorkdays), termWorkdays };
}
