import type { Model } from 'mongoose';
import type { OutboxRow } from './outbox-store.ts';
import { dueUpdate } from './waiting.ts';

/** Names the message that rows leave in, before it leaves: the platform may tell of its failure at once. */
export async function nameMessage(model: Model<OutboxRow>, ids: readonly string[], msgid: string): Promise<void> {
  await model.updateMany({ _id: { $in: [...ids] } }, { $addToSet: { msgids: msgid } });
}

/**
 * A message that was taken has never reached its customer: its rows are dead, and in the office's 待办, also one whose taking was not
 * known.
 * @throws Error while its sender has not written yet that it was taken, so that this is said once more.
 */
export async function lostAfterwards(model: Model<OutboxRow>, msgid: string, why: string): Promise<void> {
  if (await model.exists({ msgids: msgid, status: 'sending' }))
    throw new Error('the message that was lost is still being sent');
  const { $set, $unset } = dueUpdate(null);
  const its = { msgids: msgid, status: { $in: ['sent', 'pending', 'uncertain'] as OutboxRow['status'][] } };
  await model.updateMany(its, { $set: { ...$set, status: 'dead', answer: why }, $unset });
}
