import type { Category, Grade } from '../../config/rules.ts';
import type { AddedFile } from './attachment.ts';
import type { Closure } from './closure.ts';
import type { Day } from './day.ts';
import type { ApprovalRequest, ExtensionRequest, GiveBackRequest, Leg, QuestionedAnswer, Suspension } from './leg.ts';
import type { CaseEvent } from './event.ts';
import type { Links } from './links.ts';
import type { Pause, PauseRequest } from './pause.ts';
import type { Ruling } from './precedents.ts';
import type { Support } from './support.ts';

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
  /** Pictures and files, oldest first. */
  files: AddedFile[];
  /** The term the reporter asked for; shown, never binding. */
  wished: { day: Day; expr: string } | null;
  grade: Grade;
  draftedAt: Date;
  /** Nobody knows whose it is: the office has been asked to name a unit, and the draft waits for it. */
  unitAskedAt: Date | null;
  /** The last morning on which the office was reminded of that. */
  unitRemindedDay: Day | null;
  acceptedAt: Date | null;
  /** The last day of the enterprise's clock, which starts at acceptance and never resets. */
  caseDueDay: Day | null;
  /** That day came with a case taken over, so no calendar moves it. */
  dueGiven: boolean;
  /** The rules in force at acceptance; due dates are computed by these for ever. */
  rulesVersion: number | null;
  leader: string | null;
  /** 办理环节, oldest first; the last one is the current one. */
  legs: Leg[];
  /** 协办 and 分办 beside the main unit's legs, oldest first. */
  supports: Support[];
  /** The 申请延期 that waits for the office's ruling. */
  extension: ExtensionRequest | null;
  /** The 退回 that waits for the office's ruling. */
  giveBack: GiveBackRequest | null;
  /** How often the office has allowed a 退回. */
  bounces: number;
  /** How often a unit has passed it on by its own 转给. */
  passes: number;
  /** The 申请暂停 that waits for the office's ruling. */
  pauseAsked: PauseRequest | null;
  /** 暂停, oldest first; the last one is on while the case is paused. */
  pauses: Pause[];
  /** Every ruling on a 退回, oldest first. */
  rulings: Ruling[];
  /** 催办 by the enterprise, oldest first. */
  urgedAt: Date[];
  /** 催办 by the office, oldest first; it uses up none of the enterprise's. */
  officeUrgedAt: Date[];
  /** 挂账: until when, why, and whether the review day has been dealt with. */
  suspension: Suspension | null;
  /** 提级: brought before the leader and the office. */
  escalated: boolean;
  /** Why the case was 不予受理 or 转法定途径. */
  endReason: string | null;
  /** The answer at 办结 that was asked back, until another is taken; it concerns its leg alone. */
  questioned: QuestionedAnswer | null;
  /** 办结 as reported, waiting for the office's 审核. */
  approval: ApprovalRequest | null;
  /** 办结 rounds, oldest first. */
  closures: Closure[];
  links: Links;
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

export type {
  ApprovalRequest,
  Card,
  ExtensionRequest,
  GiveBackRequest,
  Leg,
  QuestionedAnswer,
  Snooze,
  Suspension,
} from './leg.ts';

/** The current leg; null before assignment. */
export function currentLeg(snapshot: Snapshot): Leg | null {
  return snapshot.legs.at(-1) ?? null;
}

/** The number of the next leg or support. */
export function nextLegNumber({ legs, supports }: Pick<Snapshot, 'legs' | 'supports'>): number {
  return legs.length + supports.length + 1;
}

/** The last closure round; null before the first 办结. */
export function lastClosure(snapshot: Snapshot): Closure | null {
  return snapshot.closures.at(-1) ?? null;
}

/** From acceptance until the unit has reported 办结. */
export const OPEN_STATUSES: readonly Status[] = ['accepted', 'assigned', 'handling', 'returned', 'paused'];

/** From acceptance until 销号: somebody still has something to do. */
export const RUNNING_STATUSES: readonly Status[] = [...OPEN_STATUSES, 'suspended', 'resolved'];

/** True from acceptance until the unit has reported 办结. */
export function isOpen(snapshot: Snapshot): boolean {
  return OPEN_STATUSES.includes(snapshot.status);
}
