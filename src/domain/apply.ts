import type { Case, Snapshot, Status } from './case.ts';
import type { CaseEvent, EventType } from './event.ts';
import { draft, evolve } from './evolve.ts';

/** From which statuses each event may happen; the only table of legal moves. `null`: only as the first event. */
export const MOVES: Record<EventType, readonly Status[] | null> = {
  drafted: null,
  categoryCorrected: ['draft', 'accepted', 'assigned', 'handling'],
  wishCorrected: ['draft', 'accepted', 'assigned', 'handling'],
  supplemented: ['draft', 'accepted', 'assigned', 'handling', 'resolved'],
  unitAsked: ['draft'],
  withdrawn: ['draft', 'accepted', 'assigned', 'handling'],
  undone: ['draft', 'accepted', 'assigned', 'handling', 'withdrawn'],
  accepted: ['draft'],
  assigned: ['accepted'],
  signed: ['assigned'],
  transferred: ['assigned', 'handling'],
  committed: ['assigned', 'handling'],
  extensionAsked: ['assigned', 'handling'],
  extensionGranted: ['assigned', 'handling'],
  extensionRefused: ['assigned', 'handling'],
  progressed: ['assigned', 'handling'],
  reminded: ['assigned', 'handling'],
  resolved: ['assigned', 'handling'],
  surveyInvited: ['resolved'],
  surveyReminded: ['resolved'],
  surveyAnswered: ['resolved', 'closed'],
  surveyAskedAgain: ['resolved', 'closed'],
  surveyDisputed: ['resolved', 'closed', 'assigned', 'handling'],
  surveyExpired: ['resolved'],
  reopened: ['resolved'],
  dueSet: ['accepted', 'assigned', 'handling'],
  closed: ['resolved'],
};

/** True when the event may happen to a case with this status (`null` = no case yet). */
export function isLegal(type: EventType, status: Status | null): boolean {
  const from = MOVES[type];
  return from === null ? status === null : status !== null && from.includes(status);
}

/** The snapshot after one more event. Pure; never changes what it is given. @throws when the move is not legal: a bug of the decision. */
export function apply(snapshot: Snapshot | null, event: CaseEvent): Snapshot {
  if (!isLegal(event.type, snapshot?.status ?? null)) throw illegalMove(event, snapshot);
  if (event.type === 'drafted') return draft(event);
  if (!snapshot) throw illegalMove(event, snapshot);
  return evolve(snapshot, event);
}

function illegalMove(event: CaseEvent, snapshot: Snapshot | null): Error {
  return new Error(`illegal move: ${event.type} on a case that is ${snapshot?.status ?? 'not there'}`);
}

/** The fold of a history. @throws when it is empty or holds an illegal move. */
export function rebuild(events: readonly CaseEvent[]): Snapshot {
  const snapshot = events.reduce<Snapshot | null>(apply, null);
  if (!snapshot) throw new Error('a case without events cannot be rebuilt');
  return snapshot;
}

/** The case after the events of one decision. */
export function applyAll(subject: Case, events: readonly CaseEvent[]): Snapshot {
  return events.reduce<Snapshot>(apply, subject.snapshot);
}
