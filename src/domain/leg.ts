import type { ClosureAnswer } from './closure.ts';
import type { Day } from './day.ts';
import type { ReminderStage } from './notice.ts';
import type { Precedent } from './precedents.ts';

/** 办理环节: one unit's turn on a case, and what may be asked during it. */
export interface Leg {
  /** 1 for the first; no two of a case's legs and supports share one. */
  n: number;
  unit: { id: string; name: string };
  role: 'main' | 'support';
  status: 'assigned' | 'handling' | 'resolved' | 'transferred' | 'ended';
  startedAt: Date;
  /** Working days of this leg's term, counted from the day after `startedAt`. */
  termWorkdays: number;
  /** The last day: of the term as counted when it was decided, or a day promised or granted instead. The fold never reads a calendar. */
  dueDay: Day;
  /** True for a day promised or granted, which no calendar moves. */
  promised: boolean;
  /** Grows with every change of the due date, so that reminders for an older one are void. */
  dueVersion: number;
  /** How often the office has granted a later day. */
  extensions: number;
  /** The last day whose reminder stage has been dealt with (sent or passed). */
  remindedDay: Day | null;
  /** The stages dealt with for this due date: a calendar that moves a stage's day brings it no second time. */
  dealt: { dueVersion: number; stages: ReminderStage[] };
  /** 黄牌 or 红牌: the latest card of this leg's present due day. */
  card: Card | null;
  /** The number of the 督办单 that was issued for this leg. */
  order: string | null;
  orderedAt: Date | null;
  /** The unit's 签收 of the 督办单. */
  orderReceipt: { at: Date; by: string } | null;
  /** Oldest first. */
  snoozes: Snooze[];
  lastProgress: { at: Date; by: string; text: string } | null;
}

/** 稍后提醒 by the unit or the leader: their reminders before `until` are passed over. */
export interface Snooze {
  who: 'unit' | 'leader';
  until: Day;
}

export type Card = 'yellow' | 'red';

export interface ExtensionRequest {
  at: Date;
  by: string;
  to: Day;
  reason: string | null;
  /** The last morning on which the office was reminded to rule. */
  remindedDay: Day | null;
}

export interface GiveBackRequest {
  at: Date;
  by: string;
  reason: string;
  /** The unit that the reason names, as written. */
  suggests: string | null;
  /** Allowed, but no unit named yet: the office has still to say whose it is. */
  granted: boolean;
  /** What was ruled on cases alike. */
  alike: Precedent[];
  /** The last morning on which the office was reminded to rule. */
  remindedDay: Day | null;
}

/** An answer at 办结 that was asked back. */
export interface QuestionedAnswer extends Pick<ClosureAnswer, 'text' | 'outcome'> {
  at: Date;
  leg: number;
}

/** A 办结 that waits for the office's 审核. */
export interface ApprovalRequest {
  at: Date;
  by: string;
  answer: ClosureAnswer;
  /** By when the unit reported it. */
  inTerm: boolean;
  /** The last morning on which the office was reminded to rule. */
  remindedDay: Day | null;
}

export interface Suspension {
  until: Day;
  reason: string;
  reviewed: boolean;
  /** The last morning on which the office was reminded to review it. */
  remindedDay: Day | null;
}
