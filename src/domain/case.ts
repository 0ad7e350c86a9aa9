import type { Category, Grade } from '../../config/rules.ts';
import type { Day } from './day.ts';
import type { CaseEvent } from './event.ts';

/** Every status of design.md section 3, in the order of lists. */
export const STATUSES = [
  'draft',
  'accepted',
  'declined',
  'assigned',
  'handling',
  'resolved',
  'closed',
  'returned',
  'paused',
  'suspended',
  'redirected',
  'merged',
  'withdrawn',
] as const;

export type Status = (typeof STATUSES)[number];

/** 问题 as one document: what happened, and what stands because of it. */
export interface Case {
  /** The source id of the command that reported it: inbox id + problem index. */
  _id: string;
  /** Grows by one with every decision; an update is conditioned on it. */
  version: number;
  /** Append-only. */
  events: CaseEvent[];
  /** How many events' effects are in the outbox already. */
  handedOver: number;
  /** The fold of `events`, nothing else. */
  snapshot: Snapshot;
}

/** What stands now. Rebuilt from the events at any time; a test does so. */
export interface Snapshot {
  number: string;
  status: Status;
  subject: { id: string; name: string };
  /** The message that told of it: its inbox row, and which of its problems this is. */
  heard: Heard;
  /** 代报: somebody of the city's own reported it for the enterprise, who speaks for it no further. */
  onBehalf: boolean;
  /** Another company that the report names: complained of, or dealt with. */
  respondent: string | null;
  /** 营商作风: seen by the office alone. */
  confidential: boolean;
  summary: string;
  text: string;
  category: Category;
  urgency: 'low' | 'normal' | 'high';
  contact: string | null;
  phone: string | null;
  /** Who reported it, and in which chat: where receipts and the survey go. */
  reporter: ChatPlace;
  supplements: { at: Date; by: string; text: string }[];
  /** The term the reporter asked for; shown, never binding. */
  wished: { day: Day; expr: string } | null;
  grade: Grade;
  draftedAt: Date;
  /** Nobody knows whose it is: the office has been asked to name a unit, and the draft waits for it. */
  unitAskedAt: Date | null;
  acceptedAt: Date | null;
  /** The last day of the enterprise's clock, which starts at acceptance and never resets. */
  caseDueDay: Day | null;
  /** The rules in force at acceptance; due dates are computed by these for ever. */
  rulesVersion: number | null;
  leader: string | null;
  /** 办理环节, oldest first; the last one is the current one. */
  legs: Leg[];
  /** The 申请延期 that waits for the office's ruling. */
  extension: ExtensionRequest | null;
  /** 办结 rounds, oldest first. */
  closures: Closure[];
}

/** Where a problem was read: its message's inbox row, and its place among the problems of that message. */
export interface Heard {
  inbox: string;
  problem: number;
}

/** A person in a chat: `chat` is ours (null for an untied group), `botChatid` the platform's (null in a 1:1 chat). */
export interface ChatPlace {
  person: string;
  chat: string | null;
  botChatid: string | null;
}

export interface Leg {
  /** 1 for the first. */
  n: number;
  unit: { id: string; name: string };
  role: 'main' | 'support';
  status: 'assigned' | 'handling' | 'resolved' | 'transferred';
  startedAt: Date;
  /** Working days of this leg's term, counted from the day after `startedAt`. */
  termWorkdays: number;
  /** The last day: of the term as counted when it was decided, or a day promised or granted instead. The fold never reads a calendar. */
  dueDay: Day;
  /** True for a day promised or granted, which no calendar moves. */
  promised: boolean;
  /** Grows with every change of the due date, so that reminders for an older one are void. */
  dueVersion: number;
  /** The last day whose reminder stage has been dealt with (sent or passed). */
  remindedDay: Day | null;
  lastProgress: { at: Date; by: string; text: string } | null;
}

export interface ExtensionRequest {
  at: Date;
  by: string;
  to: Day;
  reason: string | null;
}

/** One 办结 round with its 回访. Unit and leader are those at closure, whatever changes later. */
export interface Closure {
  round: number;
  at: Date;
  by: string;
  text: string;
  unit: { id: string; name: string };
  leader: string | null;
  /** Closed by the leg's due instant. */
  inTerm: boolean;
  /** The survey said 未解决 or 部分解决: this closure no longer counts. */
  uncountedAt: Date | null;
  survey: Survey;
}

export interface Survey {
  invitedAt: Date | null;
  /** How many reminders have gone out. */
  reminders: number;
  answeredAt: Date | null;
  /** Whoever answers for the enterprise. */
  answeredBy: string | null;
  resolved: 'yes' | 'partly' | 'no' | null;
  onTime: 'yes' | 'no' | 'unsure' | null;
  score: 1 | 2 | 3 | 4 | 5 | null;
  /** Missing answers are asked for once. */
  askedAgain: boolean;
  /** A later, differing answer: kept out, shown to the office. */
  disputed: boolean;
  /** Nobody answered: the office telephones. */
  expiredAt: Date | null;
  /** 不满意 or worse: the office calls within one working day. */
  followUp: boolean;
}

/** The current leg; null before assignment. */
export function currentLeg(snapshot: Snapshot): Leg | null {
  return snapshot.legs.at(-1) ?? null;
}

/** The last closure round; null before the first 办结. */
export function lastClosure(snapshot: Snapshot): Closure | null {
  return snapshot.closures.at(-1) ?? null;
}

/** True from acceptance until the unit has reported 办结. */
export function isOpen(snapshot: Snapshot): boolean {
  return snapshot.status === 'accepted' || snapshot.status === 'assigned' || snapshot.status === 'handling';
}

/** True while a survey that was sent still waits for answers. */
export function isSurveyOpen(closure: Closure): boolean {
  const { survey } = closure;
  return (
    survey.invitedAt !== null && survey.expiredAt === null && !isSurveyComplete(survey) && closure.uncountedAt === null
  );
}

/** True when all three questions have answers. */
export function isSurveyComplete(survey: Survey): boolean {
  return survey.resolved !== null && survey.onTime !== null && survey.score !== null;
}
