import type { CalendarChange } from './calendar-entry.ts';
import type { Happening } from './event.ts';
import type { Handover, HandoverTerms } from './handover.ts';
import type { InstructionChange } from './instruction.ts';
import type { Notice } from './notice.ts';
import type { Question } from './question.ts';
import type { Chat, Roster } from './roster.ts';
import type { RuleBook } from './rules.ts';
import type { Lessons } from './understand/category/lessons.ts';
import type { Visit } from './visits.ts';
import type { Calendar } from './working-time.ts';

/** What a decision may look at, and all it may look at. */
export interface World {
  roster: Roster;
  calendar: Calendar;
  rules: RuleBook;
  /** What the office's corrections of categories have taught. */
  lessons: Lessons;
  /** True when the app can write to people, so that they get cards. */
  cards: boolean;
  /** True when the bot can push to any group that it is in, without a webhook. */
  pushes: boolean;
  /** The bot's name in the reply words that texts end with. */
  botName: string;
}

/** What follows from a command or a timer: events of one case (or one chat tied), and the answer to whoever asked. */
export interface Decision {
  events: Outcome[];
  /** Said to the sender; null when silence is the answer. */
  reply: string | null;
  /** A group tied to its owner: the one document of a `bind`. */
  tie?: ChatTie;
  /** A visit made: the one document of a `visit`. */
  visit?: Visit;
  /** The visit that counts no more, by id: the one document of a `withdrawVisit`. */
  withdrawnVisit?: string;
  /** A handover begun or confirmed: the one document of such a decision. */
  handover?: HandoverChange;
  /** Somebody new registered or not: the one document of such a decision. */
  newcomer?: NewcomerChange;
  /** What is asked back; the sender's next message may be the answer. */
  asks?: Question;
  /** An instruction issued or changed: the one document of its command. */
  instruct?: InstructionChange;
  /** A change of the working calendar. */
  calendar?: CalendarChange;
}

/** What becomes of somebody new, and who is told. */
export type NewcomerChange = { id: string; notices: Notice[] } & (
  | { type: 'admit'; name: string; subjects: string[]; askedIn: string }
  | { type: 'turnAway' }
);

/** What is written of a handover. */
export type HandoverChange =
  | { type: 'begin'; terms: HandoverTerms }
  | { type: 'confirm'; id: string; confirmation: Handover['confirmations'][number] };

/** An event of a decision, before the frame (at, source, by) is put round it. */
export type Outcome = Happening & { effects?: Notice[] };

/** The platform's group `botChatid` is from now on this chat. */
export interface ChatTie {
  botChatid: string;
  chat: Chat;
}

/** Not done, for a reason that the person can mend. */
export interface Refusal {
  code: RefusalCode;
  say: string;
}

export type RefusalCode =
  | 'notFound'
  | 'notYours'
  | 'wrongStatus'
  | 'ambiguous'
  | 'missing'
  | 'unknownUnit'
  | 'badDate'
  | 'stranger'
  | 'unknownCode';

/** True when nothing was decided but a sentence to say. */
export function isRefusal(outcome: Decision | Refusal): outcome is Refusal {
  return 'code' in outcome;
}
