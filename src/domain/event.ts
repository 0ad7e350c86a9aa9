import type { Category, Grade } from '../../config/rules.ts';
import type { Attachment } from './attachment.ts';
import type { Card, ChatPlace, Heard, Snapshot, Snooze } from './case.ts';
import type { ClosureAnswer } from './closure.ts';
import type { Day } from './day.ts';
import type { Origin } from './links.ts';
import type { Notice, ReminderStage } from './notice.ts';
import type { Precedent } from './precedents.ts';
import type { Support, SupportDue } from './support.ts';
import type { RatingReading } from './understand/reading.ts';

/** What every event carries besides what happened. */
export interface EventFrame {
  /** When it was said or fell due. */
  at: Date;
  /** When it was decided. */
  recordedAt: Date;
  /** Inbox id + command index, or the timer: the same source is never applied twice. */
  source: string;
  /** Who said it; null for a timer. */
  by: string | null;
  /** Whom to tell, handed over to the outbox after the event is stored. */
  effects: Notice[];
  /** What was answered to the sender; kept so that a retry answers the same. */
  reply?: string;
}

export interface Drafted {
  type: 'drafted';
  number: string;
  subject: { id: string; name: string };
  summary: string;
  text: string;
  category: Category;
  urgency: 'low' | 'normal' | 'high';
  contact: string | null;
  phone: string | null;
  wished: { day: Day; expr: string } | null;
  reporter: ChatPlace;
  heard: Heard;
  onBehalf: boolean;
  respondent: string | null;
  origin: Origin;
}

/** Everything that can happen to a case. Past tense; `apply` is the only place that gives it meaning. */
export type Happening =
  | Drafted
  /** `taught`: the office said so, and like problems are to be read by it from now on. */
  | { type: 'categoryCorrected'; category: Category; taught: boolean }
  | { type: 'wishCorrected'; wished: { day: Day; expr: string } }
  | { type: 'supplemented'; text: string }
  | { type: 'attached'; files: Attachment[] }
  | { type: 'withdrawn' }
  /** What its speaker said last is taken back: what stood before stands again. `relearn`: what the office had taught before that, if it taught. */
  | { type: 'undone'; what: Undoable; before: Before; relearn?: Category | null }
  | { type: 'unitAsked' }
  /** `given`: taken over with its due day, which no calendar moves. */
  | { type: 'accepted'; grade: Grade; leader: string | null; rulesVersion: number; dueDay: Day; given?: true }
  | { type: 'assigned'; unit: { id: string; name: string }; termWorkdays: number; dueDay: Day; given?: true }
  | { type: 'signed' }
  | {
      type: 'transferred';
      unit: { id: string; name: string };
      termWorkdays: number;
      dueDay: Day;
      reason: string | null;
      /** By the unit itself, not by leader or office. */
      passed?: true;
    }
  | ({ type: 'supportAsked' } & Pick<Support, 'kind' | 'unit' | 'task' | 'termWorkdays' | 'dueDay' | 'promised'>)
  /** `leg`: the number of the support. */
  | { type: 'supportSigned'; leg: number }
  | { type: 'supportProgressed'; leg: number; text: string }
  | { type: 'supportDone'; leg: number; text: string }
  | { type: 'supportReminded'; leg: number; day: Day; dueVersion: number; stages: ReminderStage[]; card: Card | null }
  | { type: 'committed'; dueDay: Day }
  | { type: 'returnAsked'; reason: string; suggests: string | null; alike: Precedent[] }
  | { type: 'returnGranted'; reason: string | null }
  | { type: 'returnRefused'; reason: string | null }
  /** The office has not said by the next morning what waits for it alone: a ruling, a unit's name, a 复核. */
  | { type: 'rulingReminded'; day: Day }
  | { type: 'pauseAsked'; until: Day; reason: string }
  | { type: 'pauseRefused'; reason: string | null }
  /** `dueDay`: the unit's, when it resumes as planned. */
  | { type: 'paused'; until: Day; reason: string; dueDay: Day; supports: SupportDue[] }
  /** `lastDay`: the last day that does not count. */
  | { type: 'resumed'; lastDay: Day; dueDay: Day; supports: SupportDue[] }
  | { type: 'urged'; n: number; byOffice?: true }
  | { type: 'infoAsked'; text: string }
  | { type: 'declined'; reason: string }
  | { type: 'redirected'; reason: string }
  | { type: 'suspended'; until: Day; reason: string }
  | { type: 'reviewDue' }
  /** The case goes on as another one, named by its number. */
  | { type: 'merged'; into: string }
  /** This case goes on for another one, whose words are kept here. */
  | { type: 'absorbed'; from: string; text: string }
  | { type: 'extensionAsked'; to: Day; reason: string | null }
  | { type: 'extensionGranted'; to: Day }
  | { type: 'extensionRefused'; reason: string | null }
  | { type: 'progressed'; text: string }
  /** `stages`: those dealt with, sent or passed. */
  | { type: 'reminded'; day: Day; dueVersion: number; stages: ReminderStage[]; card: Card | null }
  /** 稍后提醒: who asked is not reminded before that day, save of what may not be put off. */
  | { type: 'snoozed'; who: Snooze['who']; until: Day }
  | { type: 'supervised'; order: string }
  | { type: 'orderReceived' }
  /** 提级: the enterprise has refused closure after closure, or unit after unit has given the case away. */
  | { type: 'escalated' }
  /** The answer at 办结 was asked back. */
  | ({ type: 'answerQuestioned' } & Pick<ClosureAnswer, 'text' | 'outcome'>)
  | { type: 'approvalAsked'; answer: ClosureAnswer; inTerm: boolean }
  | { type: 'approvalRefused'; reason: string }
  /** The office has not ruled by the next morning. */
  | { type: 'approvalReminded'; day: Day }
  | ({ type: 'resolved'; inTerm: boolean } & ClosureAnswer)
  /** 佐证 that came after the answer. */
  | { type: 'evidenceAdded'; text: string }
  | { type: 'surveyInvited' }
  | { type: 'surveyReminded'; n: number }
  | { type: 'surveyAnswered'; rating: Answer }
  | { type: 'surveyAskedAgain' }
  | { type: 'surveyDisputed'; rating: Answer }
  | { type: 'surveyExpired' }
  | { type: 'reopened'; termWorkdays: number; dueDay: Day }
  /** The office has changed the calendar and a term ends on another day. */
  | { type: 'dueSet'; dueDay: Day | null; caseDueDay: Day; supports: SupportDue[] }
  /** The operator has had the open cases counted by the rules in force; `leg` is null where its day and term stay. */
  | {
      type: 'rulesSet';
      rulesVersion: number;
      grade: Grade;
      caseDueDay: Day;
      leg: LegTerm | null;
      supports: SupportDue[];
    }
  /** Another leader has taken the subject over; `from` keeps who answered for the case until then. */
  | { type: 'leaderChanged'; leader: string; from: string | null }
  | { type: 'closed'; followUp: boolean };

/** A unit's turn as counted anew: its last day, and its term in working days. */
export interface LegTerm {
  dueDay: Day;
  termWorkdays: number;
}

/** What a 撤回 or a correction changes. */
export type Before = Pick<Snapshot, 'status' | 'category' | 'confidential' | 'wished' | 'extension' | 'giveBack'>;

/** What the one who said it can take back within ten minutes. */
export type Undoable = 'withdrawn' | 'categoryCorrected' | 'wishCorrected';

/** The three answers, each null when not (yet) given. */
export type Answer = Pick<RatingReading, 'resolved' | 'onTime' | 'score'>;

export type EventType = Happening['type'];

export type CaseEvent = EventFrame & Happening;
