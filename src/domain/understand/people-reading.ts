import type { DeadlineReading } from './reading.ts';

/** Words of command about people. */
export type PeopleWord =
  /** 交接 A 给 B，D日起: as written; `when` the words of the day, null when there are none. */
  | { type: 'handOver'; from: string | null; to: string | null; when: string | null; deadline: DeadlineReading | null }
  | { type: 'confirmHandOver' }
  /** 确认 CODE 为 企业名 联系人; the name null when none is said. */
  | { type: 'admit'; code: string; name: string | null }
  /** 包联历史 NAME */
  | { type: 'history'; name: string | null }
  /** 不是 CODE，X */
  | { type: 'turnAway'; code: string; reason: string | null };
