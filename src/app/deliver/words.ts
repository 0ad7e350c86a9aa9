import type { World } from '../../domain/decision.ts';
import { type Rendered, renderCaseNotice, renderPlainNotice } from '../../render/notice.ts';
import type { OutboxRow } from '../../store/outbox-store.ts';
import type { Context } from '../context.ts';
import { wordsOfInstruction } from './instruction-words.ts';
import { wordsOfUrging } from './urging-words.ts';
import { visitsDueText } from './visits-due.ts';
import { isPrivate, type SendWay } from './way.ts';

/** A file speaks for itself; it is gone with its case's openness, as every word about the case is. */
async function fileWords(row: OutboxRow, { stores }: Context): Promise<Rendered> {
  const doc = row.number ? await stores.cases.byNumber(row.number) : null;
  if (doc?.snapshot.confidential && row.to.kind !== 'office') return { void: 'the case is confidential by now' };
  return row.about.kind === 'file' ? { text: row.about.file.name } : { void: 'no file' };
}

/** What a notice says now, or why it no longer holds. */
export async function wordsOf(
  row: OutboxRow,
  v: { world: World; now: Date; way: SendWay; context: Context },
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
  if (row.about.kind === 'file') return fileWords(row, v.context);
  if (!row.number) return renderPlainNotice(row.about);
  const doc = await stores.cases.byNumber(row.number);
  if (!doc) return { void: 'its case is gone' };
  const { way, world, now } = v;
  const alone = isPrivate(way);
  const enterpriseOnly = alone || ('chat' in way && way.chat?.audience === 'enterprise');
  const taskId = way.kind === 'app' ? (row.taskId ?? null) : null;
  return renderCaseNotice(row.about, doc.snapshot, { ...world, now, to: row.to, alone, enterpriseOnly, taskId });
}
