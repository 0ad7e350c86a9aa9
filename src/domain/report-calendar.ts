import { nextLedger } from './unit-ledger.ts';
import { nextRound } from './visit-rounds.ts';
import { nextCut } from './weekly.ts';
import type { Calendar } from './working-time.ts';

/** 周报; 交账要账, the first working morning's message to each unit; 走访, the month's look at who has not been visited. */
export const REPORT_KINDS = ['weekly', 'ledger', 'visits'] as const;

export type ReportKind = (typeof REPORT_KINDS)[number];

/** A report's period, an ISO week or a month (2026-W48, 2026-11), and when it is cut. */
export interface ReportCut {
  period: string;
  at: Date;
}

/** The first report of a kind that is cut after an instant. */
export function nextReport(kind: ReportKind, after: Date, calendar: Calendar): ReportCut {
  const { at, ...period } = NEXT[kind](after, calendar);
  return { period: 'week' in period ? period.week : period.month, at };
}

const NEXT = { weekly: nextCut, ledger: nextLedger, visits: nextRound } as const;
