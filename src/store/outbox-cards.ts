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

/** Takes an answer for the card that it is told on: then it is sent. A repeated callback gets it again. Null when there is none yet, or a message has it. */
export async function takeForCard(model: Model<OutboxRow>, id: string, now: Date): Promise<OutboxRow | null> {
  const { $set, $unset } = dueUpdate(null);
  const mine = { _id: id, status: 'pending' as const, lease: CALLBACKS_OWN };
  await model.updateOne(mine, { $set: { ...$set, status: 'sent', answer: ON_THE_CARD, sentAt: now }, $unset });
  return model.findOne({ _id: id, status: 'sent', answer: ON_THE_CARD }).lean<OutboxRow>().exec();
}
