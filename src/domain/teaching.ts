import type { Category } from '../../config/rules.ts';
import type { CaseEvent } from './event.ts';

/** What an event teaches about categories: the office's word for the problem, or that its earlier word was taken back. Null: nothing. */
export function teachingOf(event: CaseEvent): { category: Category | null } | null {
  if (event.type === 'categoryCorrected' && event.taught) return { category: event.category };
  return event.type === 'undone' && event.relearn !== undefined ? { category: event.relearn } : null;
}
