import { isLegal } from '../../domain/apply.ts';
import { type Leg, type Snapshot, STATUSES } from '../../domain/case.ts';
import type { Actor, CommandType } from '../../domain/command.ts';
import type { EventType } from '../../domain/event.ts';
import { isOffice } from '../../domain/rights.ts';
import type { Chat } from '../../domain/roster.ts';
import { type CaseFilter, handledBy } from '../../domain/search.ts';
import { isOrderUnreceived } from '../../domain/supervision.ts';

/** The event that each command about a case would bring: it tells which cases may be meant. */
const BRINGS: Partial<Record<CommandType, EventType>> = {
  confirm: 'accepted',
  withdraw: 'withdrawn',
  undo: 'undone',
  correctCategory: 'categoryCorrected',
  correctDeadline: 'wishCorrected',
  supplement: 'supplemented',
  attach: 'attached',
  accept: 'signed',
  transfer: 'transferred',
  giveBack: 'returnAsked',
  ruleReturn: 'returnRefused',
  support: 'supportAsked',
  supportDone: 'supportDone',
  pause: 'paused',
  resumeWork: 'resumed',
  ruleClosure: 'approvalRefused',
  urge: 'urged',
  snooze: 'snoozed',
  askInfo: 'infoAsked',
  decline: 'declined',
  redirect: 'redirected',
  suspend: 'suspended',
  merge: 'merged',
  absorb: 'absorbed',
  phoneSurvey: 'surveyInvited',
  commit: 'committed',
  extend: 'extensionAsked',
  rule: 'extensionGranted',
  progress: 'progressed',
  resolve: 'resolved',
  answerSurvey: 'surveyInvited',
};

/** What the office rules on, and the mark by which such cases are found. */
const RULINGS: Partial<Record<CommandType, CaseFilter['waitsFor']>> = {
  rule: 'extensionRuling',
  rulePause: 'pauseRuling',
  ruleClosure: 'approval',
};

/** True when a case is in a state in which the command makes sense. */
export function awaits(type: CommandType, snapshot: Snapshot): boolean {
  if (type === 'rule') return snapshot.extension !== null;
  if (type === 'rulePause') return isLegal('pauseRefused', snapshot.status) && snapshot.pauseAsked !== null;
  if (type === 'resolve' && snapshot.status === 'paused') return true;
  if (type === 'transfer' && snapshot.status === 'draft' && snapshot.unitAskedAt) return true;
  if (type === 'ruleClosure' && snapshot.approval === null) return false;
  if (type === 'accept' && isOrderUnreceived(snapshot) && isLegal('orderReceived', snapshot.status)) return true;
  const event = BRINGS[type];
  return event === undefined ? snapshot.status !== 'withdrawn' : isLegal(event, snapshot.status);
}

/** The cases of this chat (in a 1:1 chat: of this person) that may be meant by the command. */
export function awaitingFilter(type: CommandType, actor: Actor, chat: Chat | null): CaseFilter {
  const statuses = STATUSES.filter((status) =>
    awaits(type, { status, extension: null, legs: [] as Leg[] } as Snapshot),
  );
  const waitsFor = RULINGS[type];
  // Whichever chat the office rules in; but an enterprise's group reads of its own cases alone.
  const own = chat?.purpose === 'subject' ? { subjects: [chat.of] } : {};
  if (waitsFor) return { statuses: ['assigned', 'handling'], waitsFor, ...own };
  return { statuses, ...whose(actor, chat) };
}

function whose(actor: Actor, chat: Chat | null): Omit<CaseFilter, 'statuses'> {
  if (chat?.purpose === 'subject') return { subjects: [chat.of] };
  if (chat?.purpose === 'unit') return { units: [chat.of] };
  if (chat?.purpose === 'leader') return { leaders: [chat.of] };
  if (isOffice(actor)) return {};
  if (actor.subjects.length > 0) return { subjects: actor.subjects };
  return handledBy(actor) ?? { leaders: [actor.id] };
}
