import type { Day } from './day.ts';

/** How a case hangs together with others, all named by number. */
export interface Links {
  /** 复发: the like case of the same subject and category that was written off (销号) before. */
  relapseOf: Relapse | null;
  /** A like case of the same subject in hand when this one was reported: perhaps the same matter, which a person decides. */
  akinTo: string | null;
  /** 拆分: the case whose second problem this is. */
  splitFrom: string | null;
  /** 合并: the case that goes on for this one. */
  mergedInto: string | null;
  /** The cases that this one goes on for, oldest first. */
  absorbed: string[];
}

/** What is known of a case's links when it is reported. */
export type Origin = Pick<Links, 'relapseOf' | 'akinTo' | 'splitFrom'>;

export interface Relapse {
  number: string;
  /** The day of 销号. */
  closedOn: Day;
  /** How often the matter has been reported, this time included. */
  n: number;
}

export const NO_ORIGIN: Origin = { relapseOf: null, akinTo: null, splitFrom: null };
