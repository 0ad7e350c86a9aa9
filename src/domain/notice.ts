import type { Attachment } from './attachment.ts';
import type { InstructionStage } from './instruction.ts';

/**
 * One thing to tell one target. It stores whom and what about; the words are made at delivery from the case as it then is,
 * and a notice that no longer holds (another leg, another due date, a later stage) is void.
 */
export interface Notice {
  /** The dedupe key and the outbox row's `_id`, e.g. `remind/BQ-2026-000123/leg1/due2/overdue/2026-11-27/chat-7`. */
  key: string;
  to: Target;
  class: DeliveryClass;
  /** The case or the instruction told about; null for reports and the like. */
  number: string | null;
  about: About;
  /** A stage that an outage swallowed: recorded, never sent. */
  passed?: true;
}

/**
 * `now`: an answer to somebody who has just written. `waking`: an assignment, 07:00-22:00. `workHours`. `digest`: the morning's
 * reminders, folded at 08:40, later when that was missed. `fold`: what can wait, folded with the next digest, at 08:40 or 16:30.
 */
export type DeliveryClass = 'now' | 'waking' | 'workHours' | 'digest' | 'fold';

/** A chat by what it is for, so that one tied later is found at delivery; or the answer to one inbox row. */
export type Target =
  | { kind: 'subject' | 'unit' | 'leader'; of: string }
  | { kind: 'office' }
  /** One person alone, by the app. */
  | { kind: 'person'; of: string }
  | { kind: 'reply'; inbox: string; chat: string | null };

/** What a notice is about, by kind; the texts of each are in config/texts. */
export type About =
  | { kind: 'assigned'; leg: number }
  | { kind: 'reworked'; leg: number }
  | { kind: 'leaderInformed' }
  | { kind: 'unassigned' }
  | { kind: 'unassignedLate' }
  | { kind: 'transferred'; leg: number; from: string }
  | { kind: 'remind'; leg: number; dueVersion: number; stage: ReminderStage; day: string }
  | { kind: 'movedOn'; to: string }
  | { kind: 'committed'; leg: number; dueVersion: number }
  | { kind: 'extensionAsked'; leg: number; to: string }
  | { kind: 'extensionRulingLate'; leg: number }
  | { kind: 'extensionGranted'; leg: number; to: string }
  | { kind: 'extensionRefused'; leg: number; reason: string | null }
  | { kind: 'supplemented'; text: string }
  /** Files that somebody has added to the case. */
  | { kind: 'attached'; files: Attachment[] }
  /** One such file itself. */
  | { kind: 'file'; file: Attachment }
  | { kind: 'returnAsked'; leg: number }
  | { kind: 'returnRefused'; leg: number; reason: string | null }
  | { kind: 'rulingLate'; leg: number }
  | { kind: 'supportAsked'; support: number }
  | { kind: 'supportNamed'; support: number }
  | { kind: 'supportDone'; leg: number; support: number }
  | { kind: 'supportEnded'; support: number }
  | { kind: 'pauseAsked'; leg: number }
  | { kind: 'pauseRulingLate'; leg: number }
  | { kind: 'pauseRefused'; leg: number; reason: string | null }
  | { kind: 'paused'; leg: number }
  | { kind: 'resumed'; leg: number }
  | { kind: 'urged'; leg: number; n: number; byOffice?: true }
  /** One 催办 of several cases, to one target. */
  | { kind: 'urgedTogether'; numbers: string[] }
  | { kind: 'infoAsked'; leg: number; text: string }
  | { kind: 'declined' }
  | { kind: 'redirected' }
  | { kind: 'suspended' }
  | { kind: 'reviewDue' }
  | { kind: 'reviewLate' }
  | { kind: 'merged'; into: string }
  | { kind: 'absorbed'; from: string; text: string }
  | { kind: 'splitOff'; from: string }
  | { kind: 'supervised'; leg: number; order: string }
  /** `moves`: how often it was given away, where that is why. */
  | { kind: 'escalated'; moves?: number }
  | { kind: 'withdrawn' }
  | { kind: 'restored' }
  | { kind: 'reportedForYou' }
  | { kind: 'resolved'; round: number }
  | { kind: 'approvalAsked'; leg: number }
  | { kind: 'approvalLate'; leg: number }
  | { kind: 'approvalRuled'; leg: number; granted: boolean; reason: string | null }
  | { kind: 'answerAdded'; round: number; text: string }
  | { kind: 'surveyInvite'; round: number; n: number }
  | { kind: 'surveyOnPhone'; round: number }
  | { kind: 'followUp'; round: number }
  | { kind: 'closed'; round: number }
  | { kind: 'failedMessage'; inbox: string; chatName: string; person: string | null }
  | { kind: 'unfiledReport'; inbox: string; chatName: string; person: string | null }
  | { kind: 'strangerReported'; inbox: string; chatName: string; person: string | null }
  | { kind: 'instruction'; instruction: string; stage: InstructionStage; day: string; due: string }
  | { kind: 'report'; report: string }
  /** Whom a leader has not visited in a month, `2026-11`. */
  | { kind: 'visitsDue'; month: string }
  /** `undone`: a refusal, so that a card which was pressed for it keeps its buttons. */
  | { kind: 'text'; text: string; undone?: true };

/** 50 % of the term, one working day before, the due day, each working day after. */
export type ReminderStage = 'half' | 'eve' | 'due' | 'overdue';

/** A target's stable name, for dedupe keys and pacing. */
export function targetName(to: Target): string {
  if (to.kind === 'reply') return `reply.${to.inbox}`;
  return to.kind === 'office' ? 'office' : `${to.kind}.${to.of}`;
}
