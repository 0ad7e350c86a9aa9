import type { DeadlineReading } from './reading.ts';

/** Words that stop a unit's clock or let it run again: 申请暂停, 同意暂停, 恢复办理. */
export type ClockWord =
  | { type: 'pause'; deadline: DeadlineReading | null; reason: string | null }
  | { type: 'rulePause'; granted: boolean; reason: string | null }
  | { type: 'resumeWork' };
