import { MOVES } from './apply.ts';
import type { Actor } from './command.ts';
import { OPEN_STATUSES, type Status } from './case.ts';
import type { Day } from './day.ts';
import { addDays, dayOf, instantAt, weekdayOf } from './day.ts';
import { isOffice } from './rights.ts';
import type { QueryTopic } from './understand/reading.ts';

/** Which cases a question is about, in words that every store can answer from its indexes. */
export interface CaseFilter {
  statuses: readonly Status[];
  /** Only those of one of these. */
  subjects?: readonly string[];
  /** Those of any of these units or leaders; absent with the subjects = everybody's. */
  units?: readonly string[];
  leaders?: readonly string[];
  /** Leave out the ones that only the office may see. */
  openOnly?: true;
  waitsFor?:
    | 'unit'
    | 'extensionRuling'
    | 'returnRuling'
    | 'pauseRuling'
    | 'review'
    | 'phoneCall'
    | 'followUpCall'
    | 'doubtfulAnswer'
    | 'approval';
  /** Whose last closure is not older than this. */
  closedFrom?: Date;
  /** Leave out what the unit has reported in term and the office has still to approve. */
  unreported?: true;
  dueFrom?: Date;
  dueBefore?: Date;
  /** Whose enterprise's clock ran out before this. */
  caseDueBefore?: Date;
}

const OPEN = OPEN_STATUSES;

/** The searches that a question needs, by the name of the section they fill. */
export function searchesFor(what: QueryTopic, actor: Actor, now: Date): Record<string, CaseFilter> {
  if (what === 'mine')
    return { mine: { statuses: ['draft', ...OPEN, 'suspended', 'resolved'], subjects: actor.subjects } };
  if (what === 'mySubjects') {
    const leaders = [actor.id, ...actor.standsInFor];
    return { mySubjects: { leaders, statuses: [...OPEN, 'suspended', 'resolved'], openOnly: true } };
  }
  if (what === 'week') return { week: { ...scope(actor), statuses: OPEN, ...thisWeek(dayOf(now)) } };
  if (what === 'overdue' && isOffice(actor)) {
    // A later unit's own term may still run; the enterprise's clock never begins anew.
    const caseOverdue = { statuses: OPEN, dueFrom: now, caseDueBefore: now };
    return { overdue: { statuses: OPEN, ...lateOn(now) }, caseOverdue };
  }
  if (what === 'overdue') return { overdue: { ...scope(actor), statuses: OPEN, ...lateOn(now) } };
  if (what !== 'todo') return {};
  return isOffice(actor) ? officeTodo(now) : { open: { ...scope(actor), statuses: OPEN } };
}

/** The open cases of some units, or of all, that the office may urge; what is confidential it handles itself. */
export function urgingFilter(
  which: 'overdue' | 'week' | 'open',
  units: readonly string[] | null,
  now: Date,
): CaseFilter {
  const due = { overdue: lateOn(now), week: thisWeek(dayOf(now)), open: {} };
  return { statuses: MOVES.urged ?? [], openOnly: true, ...(units ? { units } : {}), ...due[which] };
}

/** A dissatisfied enterprise is called within one working day; a week later the line has done its duty. */
const FOLLOW_UP_SHOWN_MS = 7 * 86_400_000;

function officeTodo(now: Date): Record<string, CaseFilter> {
  return {
    extensions: { statuses: OPEN, waitsFor: 'extensionRuling' },
    returns: { statuses: ['returned'], waitsFor: 'returnRuling' },
    pauses: { statuses: OPEN, waitsFor: 'pauseRuling' },
    approvals: { statuses: OPEN, waitsFor: 'approval' },
    reviews: { statuses: ['suspended'], waitsFor: 'review' },
    unassigned: { statuses: ['draft'], waitsFor: 'unit' },
    doubtful: { statuses: ['resolved'], waitsFor: 'doubtfulAnswer' },
    phoneCalls: { statuses: ['resolved'], waitsFor: 'phoneCall' },
    followUps: {
      statuses: ['closed'],
      waitsFor: 'followUpCall',
      closedFrom: new Date(now.getTime() - FOLLOW_UP_SHOWN_MS),
    },
  };
}

/** What a person may list: the office everything, others what is theirs, and nobody but the office what is confidential. */
function scope(actor: Actor): Omit<CaseFilter, 'statuses'> {
  if (isOffice(actor)) return {};
  return handledBy(actor) ?? { subjects: actor.subjects };
}

/** What somebody handles: their units' cases and those of the leaders they are or stand in for; null for whoever has neither. */
export function handledBy({ id, roles, units, standsInFor }: Actor): Omit<CaseFilter, 'statuses'> | null {
  const ofUnits = roles.includes('unit') ? units : [];
  const leaders = [...(roles.includes('leader') ? [id] : []), ...standsInFor];
  if (ofUnits.length === 0 && leaders.length === 0) return null;
  return {
    ...(ofUnits.length > 0 ? { units: ofUnits } : {}),
    ...(leaders.length > 0 ? { leaders } : {}),
    openOnly: true,
  };
}

/** What a unit is late with. */
export function lateOn(now: Date): Pick<CaseFilter, 'dueBefore' | 'unreported'> {
  return { dueBefore: now, unreported: true };
}

function thisWeek(today: Day): { dueFrom: Date; dueBefore: Date } {
  const monday = addDays(today, 1 - weekdayOf(today));
  return { dueFrom: instantAt(monday, 0), dueBefore: instantAt(addDays(monday, 7), 0) };
}
