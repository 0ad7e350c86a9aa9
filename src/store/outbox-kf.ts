import type { Model } from 'mongoose';
import type { OutboxRow } from './outbox-store.ts';

/** Names the message that rows leave in, before it leaves: the platform may tell of its failure at once. */
export async function nameMessage(model: Model<OutboxRow>, ids: readonly string[], msgid: string): Promise<void> {
  await model.updateMany({ _id: { $in: [...ids] } }, { $set: { msgid } });
}

/**
 * A message that was taken has never reached its customer: its rows are dead, and in the office's 待办.
 * @throws Error while its sender has not written yet that it was taken, so that this is said once more.
 */
export async function lostAfterwards(model: Model<OutboxRow>, msgid: string, why: string): Promise<void> {
  if (await model.exists({ msgid, status: 'sending' }))
    throw new Error('the message that was lost is still being sent');
  await model.updateMany({ msgid, status: 'sent' }, { $set: { status: 'dead', answer: why } });
}
