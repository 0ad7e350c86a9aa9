import type { Leg, Snapshot, Status } from '../case.ts';
import type { Closure } from '../closure.ts';
import { type Day, dayOf } from '../day.ts';
import type { CaseEvent, EventType } from '../event.ts';
import { isReportedInTerm } from '../lateness.ts';
import type { Roster } from '../roster.ts';
import { addWorkdays, type Calendar, closeOfBusiness } from '../working-time.ts';
import type { ListPeriod } from './period.ts';

/** A case and when what happened to it: a snapshot alone does not say when it was withdrawn. A `Case` is one. */
export interface Told {
  snapshot: Snapshot;
  events: readonly Pick<CaseEvent, 'type' | 'at'>[];
}

/** Which lists are made, and as of when. */
export interface ListFrame {
  period: ListPeriod;
  /** What came later is left out; what came at this very instant is in. */
  until: Date;
  calendar: Calendar;
  roster: Roster;
}

/**
 * How a case stood at the end of the period (or at `until`, when that is earlier). One thing is seen with hindsight, as the
 * weekly figures see it: a closure that the survey has un-counted since is none.
 */
export interface Standing {
  snapshot: Snapshot;
  acceptedAt: Date;
  status: Status;
  /** The unit's turn. */
  leg: Leg | null;
  /** The unit's due day, the enterprise's while no unit has it. */
  due: Day;
  caseDue: Day;
  /** The closure that counts. */
  closure: Closure | null;
  /** The last closure reported, whether it counts or not. */
  lastRound: Closure | null;
  /** 销号. */
  writtenOffAt: Date | null;
  /** Withdrawn, declined, redirected, merged. */
  endedAt: Date | null;
  extensions: number;
  isOpen: boolean;
  isOverdue: boolean;
  /** Open and in term, but due by the end of the next working day. */
  isNear: boolean;
}

/** Not to be handled any more, though never resolved. */
export const ENDED: readonly Status[] = ['declined', 'redirected', 'merged', 'withdrawn'];
const ENDINGS: readonly EventType[] = ['declined', 'redirected', 'merged', 'withdrawn'];

/** What an open case is after the last of these. A 办结 un-counted since leaves it in hand. */
const STATUS_AFTER: Partial<Record<EventType, Status>> = {
  accepted: 'accepted',
  assigned: 'assigned',
  transferred: 'assigned',
  reopened: 'assigned',
  returnAsked: 'returned',
  returnRefused: 'assigned',
  paused: 'paused',
  resumed: 'assigned',
  suspended: 'suspended',
  signed: 'handling',
  committed: 'handling',
  infoAsked: 'handling',
  progressed: 'handling',
  answerQuestioned: 'handling',
  approvalAsked: 'handling',
  resolved: 'handling',
};

/** Null for what had not been accepted by then. */
export function standingOf(told: Told, frame: ListFrame): Standing | null {
  const { snapshot } = told;
  const { acceptedAt } = snapshot;
  if (!acceptedAt || !isBy(acceptedAt, frame)) return null;
  const known = told.events.filter((event) => isBy(event.at, frame));
  const rounds = snapshot.closures.filter((round) => isBy(round.at, frame));
  const leg = snapshot.legs.findLast((turn) => isBy(turn.startedAt, frame)) ?? null;
  const caseDue = snapshot.caseDueDay ?? dayOf(acceptedAt);
  const stood = {
    snapshot,
    acceptedAt,
    leg,
    caseDue,
    due: leg?.dueDay ?? caseDue,
    closure: rounds.findLast((round) => round.uncountedAt === null) ?? null,
    lastRound: rounds.at(-1) ?? null,
    writtenOffAt: known.findLast((event) => event.type === 'closed')?.at ?? null,
    endedAt: endOf(told, frame),
    extensions: known.filter((event) => event.type === 'extensionGranted').length,
  };
  const isOpen = !stood.closure && !stood.endedAt;
  const status = isOpen ? openStatus(told, known) : endStatus(stood);
  const isDone = !isOpen || status === 'suspended' || isReported(told, { known, due: stood.due, frame });
  return { ...stood, isOpen, status, ...(isDone ? NEITHER : nearness(stood.due, frame)) };
}

function endStatus({
  snapshot,
  closure,
  writtenOffAt,
}: Pick<Standing, 'snapshot' | 'closure' | 'writtenOffAt'>): Status {
  if (!closure) return snapshot.status;
  return writtenOffAt ? 'closed' : 'resolved';
}

function openStatus({ snapshot, events }: Told, known: Told['events']): Status {
  if (known.length === events.length) return snapshot.status;
  return known.reduce<Status>((before, { type }) => statusAfter(before, type), 'accepted');
}

/** What is told of a paused case leaves it paused. */
function statusAfter(before: Status, type: EventType): Status {
  return before === 'paused' && type === 'progressed' ? before : (STATUS_AFTER[type] ?? before);
}

/** 挂账 has a review day instead of a due day, and a unit that has reported in term waits for the office. */
const NEITHER = { isOverdue: false, isNear: false } as const;

/** What waits for 审核 until one of these. */
const APPROVAL_ENDS: readonly EventType[] = [
  'approvalRefused',
  'resolved',
  'transferred',
  'returnAsked',
  'suspended',
  ...ENDINGS,
];

/** True when a 办结 that was reported in term waited for 审核 then. One ruled on since is judged by when it was reported. */
function isReported({ snapshot }: Told, v: { known: Told['events']; due: Day; frame: ListFrame }): boolean {
  const last = v.known.findLast(({ type }) => type === 'approvalAsked' || APPROVAL_ENDS.includes(type));
  if (last?.type !== 'approvalAsked') return false;
  const isSame = snapshot.approval?.at.getTime() === last.at.getTime();
  return isSame ? isReportedInTerm(snapshot) : last.at <= closeOfBusiness(v.frame.calendar, v.due);
}

function nearness(due: Day, frame: ListFrame): Pick<Standing, 'isOverdue' | 'isNear'> {
  const isOverdue = closeOfBusiness(frame.calendar, due) < endOfFrame(frame);
  return { isOverdue, isNear: !isOverdue && due <= addWorkdays(frame.calendar, lastDayOf(frame), 1) };
}

function endOf({ snapshot, events }: Told, frame: ListFrame): Date | null {
  if (!ENDED.includes(snapshot.status)) return null;
  const ending = events.findLast(({ type }) => ENDINGS.includes(type)) ?? events.at(-1);
  return ending && isBy(ending.at, frame) ? ending.at : null;
}

/** The instant as of which the lists are made. */
export function endOfFrame({ period, until }: Pick<ListFrame, 'period' | 'until'>): Date {
  return until < period.to ? until : period.to;
}

/** The last day of which the lists know something: a period that ends at midnight does not know the day that begins there. */
export function lastDayOf(frame: Pick<ListFrame, 'period' | 'until'>): Day {
  return dayOf(new Date(endOfFrame(frame).getTime() - 1));
}

/** True for what is known to the lists. */
export function isBy(at: Date, { period, until }: Pick<ListFrame, 'period' | 'until'>): boolean {
  return at < period.to && at <= until;
}

/** True for what belongs to the period itself. */
export function isIn(at: Date, frame: Pick<ListFrame, 'period' | 'until'>): boolean {
  return at >= frame.period.from && isBy(at, frame);
}
