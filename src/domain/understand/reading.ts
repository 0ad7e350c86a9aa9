import type { Category } from '../../../config/rules.ts';
import type { Lessons } from './category/lessons.ts';
import type { DeadlineReading } from './deadline-reading.ts';
import type { Word } from './word.ts';

export type { DeadlineReading, TimeKind } from './deadline-reading.ts';

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
  /** The text without the bot's name and the case numbers, white space folded; of a report by quotation: the quoted words. */
  text: string;
  /** The enterprise that the speaker reports for by 代 X 报, as written. */
  onBehalf: string | null;
  /** What made it this kind of message: the rule that held and the signs that were weighed. */
  because: IntentReason;
}

/** Why a message is of its kind. Saved with the reading and shown by 依据 and 识别. */
export interface IntentReason {
  rule: IntentRule;
  /** Words of the message that speak for a report, a question or small talk, with their weights. */
  signs: Sign[];
}

export interface Sign {
  speaksFor: 'report' | 'query' | 'chat';
  weight: number;
  words: string;
}

/** The rules of intent.ts, first match wins; config/texts/evidence.ts says in Chinese what each means. */
export type IntentRule =
  | 'wordless'
  | 'word'
  | 'saidToReport'
  | 'quotedReport'
  | 'modelReport'
  | 'surveyAnswer'
  | 'onBehalf'
  | 'advert'
  | 'question'
  | 'reply'
  | 'statement'
  | 'pleasantry'
  | 'trouble'
  | 'faintTrouble'
  | 'nothing';

/** Why a field of a problem reads as it does: the rule that spoke, and the words it spoke of. */
export interface FieldReason {
  field: 'enterprise' | 'respondent' | 'category' | 'deadline' | 'contact' | 'phone' | 'urgency';
  rule: string;
  words: string[];
}

export type Intent = 'report' | 'reply' | 'survey' | 'query' | 'chitchat';

export interface ProblemReading {
  /** The enterprise as the text names it; null when the text names none (then the sender's binding holds). */
  enterprise: string | null;
  /** Another company named in the text, the one complained of or dealt with; null when there is none. */
  respondent: string | null;
  /** One line of at most 60 characters that a leader can read on a phone. */
  summary: string;
  /** The part of the message that tells of this problem, unshortened. */
  text: string;
  category: Category;
  /** How surely the words speak for the category, 0..1. */
  confidence: number;
  deadline: DeadlineReading | null;
  contact: string | null;
  /** Digits only, with area code, extension after `-`; null when the text has none. */
  phone: string | null;
  urgency: Urgency;
  /** One entry a field that the words have decided. */
  because: FieldReason[];
}

export type Urgency = 'low' | 'normal' | 'high';

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

export type { QueryTopic, Word } from './word.ts';

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
  /** True when the speaker has said that it is a report (上报), whatever it looks like. */
  isReport?: boolean;
  /** What the office's corrections have taught about categories. */
  lessons?: Lessons;
}
