import { type Leg, nextLegNumber, type Snapshot } from './case.ts';
import type { Closure, Survey } from './closure.ts';
import type { Day } from './day.ts';
import type { EventFrame } from './event.ts';

type LegBegun = EventFrame & { unit: { id: string; name: string }; termWorkdays: number; dueDay: Day; given?: true };

/** A unit's turn as it begins. */
export function newLeg(s: Snapshot, e: LegBegun): Leg {
  return {
    n: nextLegNumber(s),
    unit: e.unit,
    role: 'main',
    status: 'assigned',
    startedAt: e.at,
    termWorkdays: e.termWorkdays,
    dueDay: e.dueDay,
    promised: e.given ?? false,
    dueVersion: 1,
    extensions: 0,
    remindedDay: null,
    card: null,
    order: null,
    snoozes: [],
    lastProgress: null,
  };
}

/** A 办结 round as it begins, its survey not yet held. */
export function newClosure(s: Snapshot, e: EventFrame & { text: string; inTerm: boolean }): Closure {
  return {
    round: s.closures.length + 1,
    at: e.at,
    by: e.by ?? '',
    text: e.text,
    unit: lastUnit(s),
    leader: s.leader,
    inTerm: e.inTerm,
    uncountedAt: null,
    survey: NO_SURVEY,
  };
}

const NO_SURVEY: Survey = {
  invitedAt: null,
  reminders: 0,
  answeredAt: null,
  answeredBy: null,
  resolved: null,
  onTime: null,
  score: null,
  askedAgain: false,
  disputed: false,
  expiredAt: null,
  followUp: false,
};

/** The unit that has the case. @throws when nobody ever had it: a bug. */
export function lastUnit(s: Snapshot): { id: string; name: string } {
  const leg = s.legs.at(-1);
  if (!leg) throw new Error(`case ${s.number} has no leg: only an assigned case can be resolved or reopened`);
  return leg.unit;
}

/** The legs with a change of the current one. */
export function withCurrent(s: Snapshot, change: Partial<Leg>): Leg[] {
  return withLast(s.legs, change);
}

/** A new due day; only one that differs makes reminders for the old one void. */
export function moved(s: Snapshot, dueDay: Day): Partial<Leg> {
  const leg = s.legs.at(-1);
  if (!leg) return {};
  return { dueDay, dueVersion: leg.dueDay === dueDay ? leg.dueVersion : leg.dueVersion + 1 };
}

/** The items with a change of the last one. */
export function withLast<T>(items: readonly T[], change: Partial<T>): T[] {
  const last = items.at(-1);
  return last ? [...items.slice(0, -1), { ...last, ...change }] : [];
}
