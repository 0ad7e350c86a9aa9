import type { World } from '../../domain/decision.ts';
import { type Rendered, renderCaseNotice, renderPlainNotice } from '../../render/notice.ts';
import type { OutboxRow } from '../../store/outbox-store.ts';
import type { Context } from '../context.ts';
import { wordsOfInstruction } from './instruction-words.ts';
import { wordsOfUrging } from './urging-words.ts';
import { visitsDueText } from './visits-due.ts';
import type { Way } from './way.ts';

/** What a notice says now, or why it no longer holds. */
export async function wordsOf(
  row: OutboxRow,
  v: { world: World; now: Date; way: Exclude<Way, { kind: 'none' }>; context: Context },
): Promise<Rendered> {
  const { stores } = v.context;
  if (row.about.kind === 'report') {
    const report = await stores.reports.get(row.about.report);
    return report?.text ? { text: report.text } : { void: 'the report has no text' };
  }
  if (row.about.kind === 'unfiledReport' && (await stores.cases.isHeard(row.about.inbox)))
    return { void: 'it has been filed since' };
  if (row.about.kind === 'urgedTogether') return wordsOfUrging(row.about, { ...v, to: row.to, stores });
  if (row.about.kind === 'instruction') return wordsOfInstruction(row.about, { ...v, to: row.to, stores });
  if (row.about.kind === 'visitsDue') {
    const leader = row.to.kind === 'leader' ? row.to.of : '';
    return visitsDueText({ leader, month: row.about.month, world: v.world, now: v.now }, stores);
  }
  if (!row.number) return renderPlainNotice(row.about);
  const doc = await stores.cases.byNumber(row.number);
  if (!doc) return { void: 'its case is gone' };
  const enterpriseOnly = v.way.kind === 'webhook' && v.way.chat.audience === 'enterprise';
  return renderCaseNotice(row.about, doc.snapshot, { ...v.world, now: v.now, to: row.to, enterpriseOnly });
}
