import { deadNoticeLine, deadNoticesMore } from '../../../config/texts/dead-notices.ts';
import { groupDead } from '../../domain/dead-notices.ts';
import type { Roster } from '../../domain/roster.ts';
import { deadSince } from '../../store/outbox-operator.ts';
import type { Stores } from '../context.ts';
import { COUNTED_LIMIT, TITLES_LIMIT } from './limits.ts';

/** What is older than this can be listed by the operator alone; most of it nobody can use any more. */
const SHOWN_DAYS = 7;

/** Lines for the office's 待办 about what reached nobody in the last days, by target and reason. */
export async function deadNoticeLines(
  now: Date,
  roster: Roster,
  { outbox }: Pick<Stores, 'outbox'>,
): Promise<string[]> {
  const since = new Date(now.getTime() - SHOWN_DAYS * 86_400_000);
  const { rows, total } = await deadSince(outbox.model, since, COUNTED_LIMIT);
  const groups = groupDead(
    rows.map((row) => ({ ...row, why: row.answer ?? '' })),
    roster,
  );
  const shown = groups.slice(0, TITLES_LIMIT);
  const left = total - shown.reduce((sum, { count }) => sum + count, 0);
  return [...shown.map(deadNoticeLine), ...(left > 0 ? [deadNoticesMore({ count: left, days: SHOWN_DAYS })] : [])];
}
