import type { Category } from '../../../config/rules.ts';

/** What a message means, before anyone decides what follows. Plain JSON: it is saved on the inbox row, so a retry decides on the same reading. */
export interface Reading {
  /** The five kinds that `npm run parse` prints. A command word (确认, 绑定 …) reads as `reply`, a question word (进度 …) as `query`. */
  intent: Intent;
  /** The problems reported; several when one message tells of several. Empty unless `intent` is `report`. */
  problems: ProblemReading[];
  /** What a unit, leader or office says about a case; null when nothing of the kind is said. */
  reply: ReplyReading | null;
  /** An answer to the call-back survey, whole or in part; null when there is none. */
  rating: RatingReading | null;
  /** The word of command that the text begins with, e.g. 确认 or 进度; it outranks `reply`. */
  word: Word | null;
  /** Case numbers in the text, in order, without doubles. */
  numbers: string[];
  /** The text without the bot's name and the case numbers, white space folded. */
  text: string;
}

export type Intent = 'report' | 'reply' | 'survey' | 'query' | 'chitchat';

export interface ProblemReading {
  /** The enterprise as the text names it; null when the text names none (then the sender's binding holds). */
  enterprise: string | null;
  /** One line of at most 60 characters that a leader can read on a phone. */
  summary: string;
  /** The part of the message that tells of this problem, unshortened. */
  text: string;
  category: Category;
  deadline: DeadlineReading | null;
  contact: string | null;
  /** Digits only, with area code, extension after `-`; null when the text has none. */
  phone: string | null;
  urgency: Urgency;
}

export type Urgency = 'low' | 'normal' | 'high';

/** A term or day that the words mean. Conventions: design.md section 6, "Deadline words". */
export interface DeadlineReading {
  /** The day meant, `YYYY-MM-DD` in Asia/Shanghai, working days already counted; null when it cannot be told. */
  date: string | null;
  /** N of N天内. */
  days: number | null;
  /** N of N个工作日内. */
  workdays: number | null;
  /** The words as written. */
  expr: string | null;
}

export interface ReplyReading {
  action: ReplyAction;
  /** The unit of 转给 UNIT, as written. */
  transferTo: string | null;
  deadline: DeadlineReading | null;
  /** The words after 因为, or the content of 进展 and 已办结. */
  reason: string | null;
}

/** `commit` = 承诺期限, `defer` = 申请延期, `reject` = 退回, `need_info` = 请企业补充材料. */
export type ReplyAction = 'accept' | 'commit' | 'transfer' | 'resolve' | 'defer' | 'reject' | 'need_info' | 'progress';

export interface RatingReading {
  /** 5 非常满意 … 1 非常不满意; null when the text does not say. */
  score: 1 | 2 | 3 | 4 | 5 | null;
  /** The words of satisfaction as written, e.g. 很不满意. */
  label: string | null;
  resolved: 'yes' | 'partly' | 'no' | null;
  onTime: 'yes' | 'no' | 'unsure' | null;
}

export type Word =
  | { type: 'confirm' }
  | { type: 'withdraw' }
  | { type: 'correctCategory'; category: Category | null; said: string }
  | { type: 'correctDeadline'; deadline: DeadlineReading | null; said: string }
  | { type: 'supplement'; text: string }
  | { type: 'urge' }
  | { type: 'ruleExtension'; granted: boolean; reason: string | null }
  | { type: 'ruleReturn'; granted: boolean; reason: string | null }
  | { type: 'bind'; code: string; name: string }
  | { type: 'query'; what: QueryTopic };

/** 进度, 我的问题, 待办, 本周, 逾期, 期限依据 (also 依据), 帮助; `other` is a question about something else, e.g. a policy. */
export type QueryTopic = 'progress' | 'mine' | 'todo' | 'week' | 'overdue' | 'basis' | 'help' | 'other';

/** Who speaks, as the roster knows them: the same words mean different things from different people (满意, 办结了). */
export type Speaker = 'subject' | 'leader' | 'unit' | 'office' | 'stranger';

export interface UnderstandInput {
  text: string;
  /** When it was said; every relative date counts from here. */
  said: Date;
  speaker: Speaker;
  /** The name after @ that is no part of the message, e.g. 帮企通. */
  botName: string;
  /** Working days: `isWorkday('2026-10-10')` is true for a make-up Saturday. */
  isWorkday: (day: string) => boolean;
  /** The text of the quoted message, if any: numbers in it count after those of the text. */
  quote?: string | null;
  /** True while this speaker is being asked the survey, so that a bare 是 or 满意 is an answer. */
  asked?: boolean;
}
