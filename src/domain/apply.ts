import { type Case, OPEN_STATUSES, RUNNING_STATUSES, type Snapshot, type Status } from './case.ts';
import { draft } from './draft.ts';
import type { CaseEvent, EventType } from './event.ts';
import { evolve } from './evolve.ts';

/** From which statuses each event may happen; the only table of legal moves. `null`: only as the first event. */
export const MOVES: Record<EventType, readonly Status[] | null> = {
  drafted: null,
  categoryCorrected: ['draft', ...OPEN_STATUSES],
  wishCorrected: ['draft', ...OPEN_STATUSES],
  supplemented: ['draft', ...OPEN_STATUSES, 'suspended', 'resolved'],
  attached: ['draft', ...OPEN_STATUSES, 'suspended', 'resolved'],
  unitAsked: ['draft'],
  withdrawn: ['draft', ...OPEN_STATUSES, 'suspended'],
  undone: ['draft', ...OPEN_STATUSES, 'withdrawn'],
  accepted: ['draft'],
  assigned: ['accepted'],
  signed: ['assigned'],
  transferred: ['assigned', 'handling', 'returned', 'paused', 'suspended'],
  returnAsked: ['assigned', 'handling'],
  returnGranted: ['returned'],
  returnRefused: ['returned'],
  rulingReminded: ['draft', 'returned', 'assigned', 'handling', 'suspended'],
  pauseAsked: ['assigned', 'handling'],
  pauseRefused: ['assigned', 'handling'],
  paused: ['assigned', 'handling'],
  resumed: ['paused'],
  urged: ['assigned', 'handling', 'returned'],
  infoAsked: ['assigned', 'handling'],
  declined: ['draft', ...OPEN_STATUSES],
  redirected: OPEN_STATUSES,
  suspended: ['assigned', 'handling', 'returned', 'paused', 'suspended'],
  reviewDue: ['suspended'],
  merged: ['draft', ...OPEN_STATUSES, 'suspended'],
  absorbed: [...OPEN_STATUSES, 'suspended', 'resolved'],
  supportAsked: ['assigned', 'handling'],
  supportSigned: ['assigned', 'handling', 'returned', 'paused'],
  supportProgressed: ['assigned', 'handling', 'returned', 'paused'],
  supportDone: ['assigned', 'handling', 'returned', 'paused'],
  supportReminded: ['assigned', 'handling'],
  committed: ['assigned', 'handling'],
  extensionAsked: ['assigned', 'handling'],
  extensionGranted: ['assigned', 'handling'],
  extensionRefused: ['assigned', 'handling'],
  progressed: ['assigned', 'handling', 'paused'],
  reminded: ['assigned', 'handling'],
  snoozed: ['assigned', 'handling'],
  supervised: ['assigned', 'handling'],
  orderReceived: ['assigned', 'handling'],
  escalated: ['assigned', 'returned'],
  answerQuestioned: ['assigned', 'handling', 'paused'],
  approvalAsked: ['assigned', 'handling'],
  approvalRefused: ['assigned', 'handling'],
  approvalReminded: ['assigned', 'handling'],
  resolved: ['assigned', 'handling'],
  evidenceAdded: ['resolved'],
  surveyInvited: ['resolved'],
  surveyReminded: ['resolved'],
  surveyAnswered: ['resolved', 'closed'],
  surveyAskedAgain: ['resolved', 'closed'],
  surveyDisputed: ['resolved', 'closed', 'assigned', 'handling', 'returned', 'paused'],
  surveyExpired: ['resolved'],
  reopened: ['resolved'],
  dueSet: OPEN_STATUSES,
  leaderChanged: RUNNING_STATUSES,
  rulesSet: OPEN_STATUSES,
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
