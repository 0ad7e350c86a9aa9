import { VISITS } from '../../config/rules.ts';
import type { ChatPlace } from './case.ts';
import type { Attention } from './attention.ts';
import type { Actor } from './command.ts';
import { type Day, dayOf } from './day.ts';
import { isOffice } from './rights.ts';
import { pairingOf, type Roster } from './roster.ts';
import { addWorkdays, type Calendar, closeOfBusiness } from './working-time.ts';

/** 走访: somebody of the city was at a subject. One document each; what was found is a case of its own. */
export interface Visit {
  subject: { id: string; name: string };
  visitor: string;
  recordedBy: string;
  /** The subject's leader then, when the visit was theirs or their deputy's; null when it does not count for a leader. */
  leader: string | null;
  day: Day;
  /** What was seen and heard, as written; may be empty. */
  text: string;
  /** The numbers of the cases that the visit brought. */
  found: string[];
  place: ChatPlace;
  at: Date;
  /** 撤回走访: it counts no more. Null while it stands. */
  withdrawn: { at: Date; by: string; source: string } | null;
}

/** A visit as it is kept: `id` is the source of its command. */
export interface KeptVisit extends Visit {
  id: string;
}

/** What is looked up for an answer; empty where it is not asked for. */
export interface VisitsFound {
  /** Newest first. */
  log: readonly Visit[];
  /** The day of each subject's last visit that counts for its leader. */
  last: ReadonlyMap<string, Day>;
  /** Null unless the office asks. */
  attention: Attention | null;
  /** The visit that a 撤回走访 means, also when this very command has withdrawn it; null when there is none. */
  meant: KeptVisit | null;
}

export const NO_VISITS: VisitsFound = { log: [], last: new Map(), attention: null, meant: null };

/** A visit as it counts for a leader. */
export interface LeaderVisit {
  subject: string;
  leader: string;
  day: Day;
}

/** The last instant at which a visit may be withdrawn by whoever recorded it, or by the office. */
export function withdrawableUntil({ at }: Visit, calendar: Calendar): Date {
  return closeOfBusiness(calendar, addWorkdays(calendar, dayOf(at), VISITS.withdrawWorkdays));
}

/** Who may record a visit to a subject, and read the records of it: its leader and their deputy, unit and task force, and the office. */
export function tendsTo(actor: Actor, subjectId: string, roster: Roster): boolean {
  const { leader, unit, taskForce } = pairingOf(roster, subjectId);
  return (
    isOffice(actor) ||
    (leader !== null && [actor.id, ...actor.standsInFor].includes(leader)) ||
    (unit !== null && actor.units.includes(unit)) ||
    taskForce.includes(actor.id)
  );
}

/** Whose visit it was: the subject's leader where the words name them (陪同张明副市长), else the speaker's own. */
export function visitorOf(actor: Actor, v: { who: string; subjectId: string; roster: Roster }): string {
  const { leader } = pairingOf(v.roster, v.subjectId);
  const name = leader === null ? undefined : v.roster.persons.get(leader)?.name;
  return leader !== null && name && v.who.includes(name) ? leader : actor.id;
}

/** The leader for whom a visit counts (翼城: each leader at each subject once a month); a deputy's is their leader's. */
export function leaderOfVisit(visitor: string, subjectId: string, roster: Roster): string | null {
  const { leader } = pairingOf(roster, subjectId);
  if (leader === null) return null;
  return visitor === leader || (roster.standsInFor.get(visitor) ?? []).includes(leader) ? leader : null;
}
