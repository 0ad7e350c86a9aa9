import type { DeadlineReading } from './reading.ts';

/** Words about how a case is handled: 申请暂停, 同意暂停, 恢复办理; 协办, 分办 and 协办完成; 合并 and 拆分. */
export type HandlingWord =
  | { type: 'pause'; deadline: DeadlineReading | null; reason: string | null }
  | { type: 'rulePause'; granted: boolean; reason: string | null }
  | { type: 'resumeWork' }
  /** `task`: what the unit is to do, as written. */
  | {
      type: 'support';
      kind: 'help' | 'share';
      unitName: string | null;
      deadline: DeadlineReading | null;
      task: string | null;
    }
  | { type: 'supportDone'; text: string }
  /** 合并 BQ-… 到 BQ-…, and 拆分 BQ-…：X. */
  | { type: 'merge' }
  | { type: 'split'; text: string };
