import type { DeadlineReading } from './reading.ts';

/** What the office says to supervise, and what a unit says of a numbered document: 提醒函, 调度会决定, 收到 TX-…, 落实 ZS-…. */
export type SupervisionWord =
  | { type: 'letter'; unitName: string | null; reason: string | null; deadline: DeadlineReading | null }
  /** 催办 of all that is late, due this week or open, of one unit or of all; then 确认催办. */
  | { type: 'urgeMany'; which: 'overdue' | 'week' | 'open'; unitName: string | null }
  | { type: 'confirmUrging' }
  | { type: 'decision'; text: string; deadline: DeadlineReading | null }
  | { type: 'receive'; instruction: string }
  | { type: 'fulfil'; instruction: string; text: string }
  /** 撤销 TX-… and 改期限 TX-…, of one of them. */
  | { type: 'withdrawInstruction'; instruction: string; reason: string | null }
  | { type: 'redateInstruction'; instruction: string; deadline: DeadlineReading | null };

/** 提醒函, 调度会落实, 调度会 and 督办单. */
export type SupervisionTopic = 'letters' | 'decisions' | 'meeting' | 'orders';
