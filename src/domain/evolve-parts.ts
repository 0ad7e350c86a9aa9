import { type Card, type GiveBackRequest, type Leg, nextLegNumber, type Snapshot } from './case.ts';
import type { Closure, ClosureAnswer, Survey } from './closure.ts';
import type { Day } from './day.ts';
import type { EventFrame } from './event.ts';
import type { ReminderStage } from './notice.ts';
import type { Precedent, Ruling } from './precedents.ts';

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
    dealt: { dueVersion: 1, stages: [] },
    card: null,
    order: null,
    snoozes: [],
    orderedAt: null,
    orderReceipt: null,
    lastProgress: null,
  };
}

/** A unit's turn begins: the enterprise has all its 催办 again, and the office its own of the day. */
export const NOT_URGED: Pick<Snapshot, 'urgedAt' | 'officeUrgedAt'> = { urgedAt: [], officeUrgedAt: [] };

/** A 退回 as it is asked for. */
export function newGiveBack(
  e: EventFrame & { reason: string; suggests: string | null; alike: Precedent[] },
): GiveBackRequest {
  const { at, reason, suggests, alike } = e;
  return { at, by: e.by ?? '', reason, suggests, granted: false, alike, remindedDay: null };
}

/** The rulings once the case has gone to a unit: where a granted return waited for one, this is it. */
export function movedBy({ giveBack, rulings }: Snapshot, unit: string): Ruling[] {
  const last = rulings.at(-1);
  return giveBack?.granted && last ? [...rulings.slice(0, -1), { ...last, unit }] : rulings;
}

/** A 办结 round as it begins, its survey not yet held. Its author is whoever reported it, not whoever approved it. */
export function newClosure(s: Snapshot, e: EventFrame & ClosureAnswer & { inTerm: boolean }): Closure {
  return {
    round: s.closures.length + 1,
    at: e.at,
    by: s.approval?.by ?? e.by ?? '',
    text: e.text,
    outcome: e.outcome,
    evidence: e.evidence,
    doubtful: e.doubtful,
    ...(e.unproved ? { unproved: e.unproved } : {}),
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

/** The last round with its survey changed. */
export function withSurvey(s: Snapshot, change: Partial<Survey>): Closure[] {
  const last = s.closures.at(-1);
  return last ? withLast(s.closures, { survey: { ...last.survey, ...change } }) : [];
}

/** The last round with more 佐证, which settles a doubt that rested on the want of it. */
export function withProof({ closures }: Snapshot, text: string): Closure[] {
  const last = closures.at(-1);
  const evidence = [last?.evidence, text].filter(Boolean).join('；');
  return withLast(closures, { evidence, ...(last?.unproved ? { doubtful: false } : {}) });
}

/** What stands of a leg once stages of its reminders have been dealt with. */
export function dealtWith(
  { dealt }: Pick<Leg, 'dealt'>,
  e: { day: Day; dueVersion: number; stages: ReminderStage[]; card: Card | null },
): Pick<Leg, 'remindedDay' | 'dealt' | 'card'> {
  const { day, dueVersion, stages, card } = e;
  const before = dealt.dueVersion === dueVersion ? dealt.stages : [];
  return { remindedDay: day, dealt: { dueVersion, stages: [...new Set([...before, ...stages])] }, card };
}

/** A list with its last item changed; an empty one stays so. */
export function withLast<T>(items: readonly T[], change: Partial<T>): T[] {
  const last = items.at(-1);
  return last ? [...items.slice(0, -1), { ...last, ...change }] : [];
}

/** A new due day; only one that differs makes reminders for the old one void. */
export function moved(s: Snapshot, dueDay: Day): Partial<Leg> {
  const leg = s.legs.at(-1);
  if (!leg) return {};
  return { dueDay, dueVersion: leg.dueDay === dueDay ? leg.dueVersion : leg.dueVersion + 1 };
}

/** The legs with the current one changed. */
export function withCurrent(s: Snapshot, change: Partial<Leg>): Leg[] {
  return withLast(s.legs, change);
}
