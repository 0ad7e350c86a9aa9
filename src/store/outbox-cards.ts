import { createHash } from 'node:crypto';
import type { Model } from 'mongoose';
import type { OutboxRow } from './outbox-store.ts';
import { dueUpdate } from './waiting.ts';

/** The lease of an answer that its callback may still give. */
export const CALLBACKS_OWN = 'callback';

const ON_THE_CARD = 'told on the card';

/** The `task_id` of the card made of a notice: of the platform's alphabet, and the same at each attempt, so that a second card is refused. */
export function taskIdOf(key: string): string {
  return `bq_${createHash('sha256').update(key).digest('hex').slice(0, 40)}`;
}

/** The notice that a card was made of. */
export async function noticeOfTask(model: Model<OutboxRow>, taskId: string): Promise<OutboxRow | null> {
  return model.findOne({ taskId }).lean<OutboxRow>().exec();
}

const toldOnCard = (id: string) => ({ _id: id, status: 'sent' as const, answer: ON_THE_CARD });

/** An answer that its callback may give: one that is there and still its own, or that it gave before and lost on the way. */
export async function answerForCard(model: Model<OutboxRow>, id: string): Promise<OutboxRow | null> {
  const $or = [{ ...toldOnCard(id) }, ownOf(id)];
  return model.findOne({ $or }).lean<OutboxRow>().exec();
}

/** Takes it: then it is sent. False when a message has it. */
export async function takeForCard(model: Model<OutboxRow>, id: string, now: Date): Promise<boolean> {
  const { $set, $unset } = dueUpdate(null);
  const set = { ...$set, status: 'sent', answer: ON_THE_CARD, sentAt: now };
  const { modifiedCount } = await model.updateOne(ownOf(id), { $set: set, $unset });
  return modifiedCount > 0 || (await model.exists(toldOnCard(id))) !== null;
}

function ownOf(id: string) {
  return { _id: id, status: 'pending' as const, lease: CALLBACKS_OWN, leaseUntil: { $gt: new Date() } };
}
