import type { Notice } from './notice.ts';

/** What leaves first where several notices wait for one target, which may be at its limit: the lowest rank. */
export const RANKS = { answer: 0, assignment: 1, news: 2, reminder: 3, file: 4 } as const;

/**
 * The rank of a notice: what somebody waits for, what somebody has to begin with, what else has happened to a case, what is folded,
 * and last what is long to read: a report, or a file, whose text has said that it comes.
 */
export function rankOf({ class: deliveryClass, about }: Pick<Notice, 'class' | 'about'>): number {
  if (about.kind === 'file' || about.kind === 'report') return RANKS.file;
  switch (deliveryClass) {
    case 'now':
      return RANKS.answer;
    case 'waking':
      return RANKS.assignment;
    case 'workHours':
      return RANKS.news;
    case 'digest':
    case 'fold':
      return RANKS.reminder;
  }
}
