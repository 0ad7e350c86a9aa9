import { cardGone, pressNoted } from '../../../config/texts/cards.ts';
import { wordsOfPress } from '../../render/card.ts';
import type { InboxRow } from '../../store/inbox-row.ts';
import type { Context } from '../context.ts';
import { noticeOfPress } from '../deliver/pressed-card.ts';
import { tellSender } from './tell-sender.ts';

/** A press as the sentence that would say the same, with its case's number; a message as it is. Null for a card that is nobody's or another's. */
export async function inWords(row: InboxRow, context: Context): Promise<InboxRow | null> {
  const { press } = row;
  if (!press) return row;
  const notice = await noticeOfPress({ press, person: row.person }, context);
  return notice?.number ? { ...row, text: `${wordsOfPress(press)} ${notice.number}` } : null;
}

/** The card itself says that it no longer stands for anything. */
export async function cardIsGone(row: InboxRow, context: Context): Promise<void> {
  await tellSender(row, [`${cardGone.title}，${cardGone.text}`], context, { undone: true });
  await context.stores.inbox.finish(row._id, 'done');
}

/** A press is always answered, since its card has to change. */
export function noted(replies: readonly (string | null)[]): readonly (string | null)[] {
  return replies.some((reply) => reply !== null) ? replies : [pressNoted];
}
