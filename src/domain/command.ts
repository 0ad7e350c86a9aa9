import type { Category } from '../../config/rules.ts';
import type { Attachment } from './attachment.ts';
import type { CalendarChange } from './calendar-entry.ts';
import type { ChatPlace, Heard, Snapshot } from './case.ts';
import type { Day } from './day.ts';
import type { Answer } from './event.ts';
import type { InstructionKind } from './instruction.ts';
import type { Role } from './roster.ts';
import type { Question } from './question.ts';
import type { OutcomeSaid } from './understand/outcome.ts';
import type { ProblemReading, QueryTopic, Reading } from './understand/reading.ts';

/** Who wants it, when, from where, and the id that makes it happen once. */
export interface CommandFrame {
  actor: Actor;
  /** When it was said: terms count from here, however late it is worked on. */
  at: Date;
  /** Inbox id + index. */
  source: string;
  /** The chat it was said in. */
  place: ChatPlace;
  /** True in a 1:1 chat: phones may be shown whole, the survey answered openly. */
  private: boolean;
}

/** A person as the roster knows them at that moment; roles never come from the text. */
export interface Actor {
  id: string;
  name: string;
  roles: Role[];
  subjects: string[];
  units: string[];
  /** Leaders whose deputy (AB角) this person is: they act for them as for themselves. */
  standsInFor: string[];
}

/** What somebody wants done. `together`: one of several urged at once, told and answered in one. `caseId` names the one case it is about. */
export type Wish =
  | {
      type: 'report';
      number: string;
      subject: { id: string; name: string };
      problem: ProblemReading;
      heard: Heard;
      onBehalf: boolean;
    }
  | { type: 'confirm'; caseId: string }
  | { type: 'withdraw'; caseId: string }
  | { type: 'undo'; caseId: string }
  | { type: 'correctCategory'; caseId: string; category: Category | null; said: string }
  | { type: 'correctDeadline'; caseId: string; day: Day | null; expr: string }
  | { type: 'supplement'; caseId: string; text: string }
  | { type: 'attach'; caseId: string; files: Attachment[] }
  | { type: 'accept'; caseId: string }
  | { type: 'transfer'; caseId: string; unitName: string; reason: string | null }
  | { type: 'giveBack'; caseId: string; reason: string | null; unitName: string | null }
  | { type: 'ruleReturn'; caseId: string; granted: boolean; reason: string | null; unitName: string | null }
  /** `dated`: a day was spoken of, whether or not it can be told which. */
  | {
      type: 'support';
      caseId: string;
      kind: 'help' | 'share';
      unitName: string | null;
      day: Day | null;
      dated: boolean;
      task: string | null;
    }
  | { type: 'supportDone'; caseId: string; text: string }
  /** Asked for by unit or leader, ordered by the office. */
  | { type: 'pause'; caseId: string; until: Day | null; reason: string | null }
  | { type: 'rulePause'; caseId: string; granted: boolean; reason: string | null }
  | { type: 'resumeWork'; caseId: string }
  | { type: 'ruleClosure'; caseId: string; granted: boolean; reason: string | null }
  | { type: 'urge'; caseId: string; together?: true }
  | { type: 'askInfo'; caseId: string; text: string }
  | { type: 'decline'; caseId: string; reason: string | null }
  | { type: 'redirect'; caseId: string; reason: string | null }
  | { type: 'suspend'; caseId: string; until: Day | null; reason: string | null }
  /** `into`: the number of the case that goes on for this one. */
  | { type: 'merge'; caseId: string; into: string }
  /** Follows a `merge` of the same message, on the case that goes on. */
  | { type: 'absorb'; caseId: string; from: string }
  /** `from`: the number of the case whose second problem becomes a case of its own. */
  | { type: 'split'; number: string; from: string; problem: ProblemReading; heard: Heard }
  | { type: 'phoneSurvey'; caseId: string; rating: Answer }
  /** `named`: a day was named, not a span that ends on one. */
  | { type: 'commit'; caseId: string; day: Day | null; named: boolean; said: string; reason: string | null }
  | { type: 'extend'; caseId: string; to: Day | null; reason: string | null }
  | { type: 'rule'; caseId: string; granted: boolean; reason: string | null }
  | { type: 'snooze'; caseId: string; until: Day | null }
  | { type: 'progress'; caseId: string; text: string }
  | { type: 'resolve'; caseId: string; text: string; outcome: OutcomeSaid }
  | { type: 'answerSurvey'; caseId: string; rating: Answer }
  /** A 提醒函 to a unit, or a 调度会决定 on a case; `number` is the document's. `saidDay`: a day was named, whether or not it is one. */
  | {
      type: 'instruct';
      kind: InstructionKind;
      number: string;
      caseId: string | null;
      unitName: string | null;
      text: string | null;
      day: Day | null;
      saidDay: boolean;
    }
  | { type: 'receive'; instruction: string }
  | { type: 'fulfil'; instruction: string; text: string }
  | { type: 'withdrawInstruction'; instruction: string; reason: string | null }
  | { type: 'redateInstruction'; instruction: string; day: Day | null }
  | { type: 'bind'; code: string; name: string; botChatid: string | null }
  /** 交接: names as said, the day null when it could not be read; `said` the words of the day, null when none is named. */
  | { type: 'handOver'; from: string | null; to: string | null; day: Day | null; said: string | null }
  /** 确认交接 to the preview; persons by id. */
  | { type: 'settleHandOver'; from: string; to: string; day: Day }
  | { type: 'confirmHandOver' }
  /** 包联历史; the name as said. */
  | { type: 'history'; name: string | null }
  /** 确认 or 不是 of somebody new, by their code. */
  | { type: 'admit'; code: string; name: string | null }
  | { type: 'turnAway'; code: string; reason: string | null }
  /** 走访记录 of one subject; null for one's own, the office's being everybody's. */
  | { type: 'visitLog'; subject: { id: string; name: string } | null }
  /** 撤回走访 of one subject; null for one's own last one, whomever it was to. */
  | { type: 'withdrawVisit'; subject: { id: string; name: string } | null }
  | { type: 'query'; what: QueryTopic; caseId: string | null }
  | { type: 'inspect'; reading: Reading }
  /** `found`: the numbers of the cases that the same message brings. */
  | {
      type: 'visit';
      subject: { id: string; name: string };
      day: Day | null;
      who: string;
      text: string;
      found: string[];
    }
  /** Shows what a change of the working calendar would do; null when the words name none. */
  | { type: 'changeCalendar'; change: CalendarChange | null }
  /** 确认改日历: makes the change that was shown; null when none waits. */
  | { type: 'setCalendar'; change: CalendarChange | null }
  /** `asks`: it asks back; the sender's next message may be the answer. */
  | { type: 'say'; text: string | null; asks?: Question };

export type Command = CommandFrame & Wish;

export type CommandType = Wish['type'];

/** A command of one type, as its handler sees it. */
export type CommandOf<T extends CommandType> = CommandFrame & Extract<Wish, { type: T }>;

/** What a query may look at besides the one case: the cases within its scope, and how many more there are. */
export interface Found {
  cases: readonly Snapshot[];
  more: number;
}
