import { urgingTexts } from '../../../config/texts/urging.ts';
import type { Command } from '../../domain/command.ts';
import { countByUnit, urgedTogether } from '../../domain/urging.ts';
import type { InboxRow } from '../../store/inbox-row.ts';
import type { Context } from '../context.ts';
import { keepNotice } from '../deliver/keep-notice.ts';
import { TITLES_LIMIT } from './limits.ts';

/**
 * What a 确认催办 has done: one message a target, keyed by the confirming message, so that a retry says nothing twice; and the one
 * answer. The cases themselves say which of them were urged by it. Null when nothing was urged together.
 */
export async function tellUrged(
  row: InboxRow,
  v: { commands: readonly Command[]; replies: readonly (string | null)[] },
  context: Context,
): Promise<string[] | null> {
  const commands = v.commands.flatMap((command) => (command.type === 'urge' && command.together ? [command] : []));
  if (commands.length === 0) return null;
  const docs = await Promise.all(commands.map(({ caseId }) => context.stores.cases.get(caseId)));
  const urged = docs.flatMap((doc, i) => {
    const isDone = doc?.events.some((event) => event.source === commands[i]?.source);
    return doc && isDone ? [doc.snapshot] : [];
  });
  const [now, { calendar }] = await Promise.all([context.clock.now(), context.worlds.current()]);
  for (const notice of urgedTogether(urged, row._id)) await keepNotice(notice, { now, calendar }, context);
  const skipped = v.replies.filter((reply) => reply !== null);
  const shown = skipped.slice(0, TITLES_LIMIT);
  const more = skipped.length - shown.length;
  return [urgingTexts.done({ count: urged.length, units: countByUnit(urged), skipped: shown, more })];
}
