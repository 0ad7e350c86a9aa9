import type { Model } from 'mongoose';
import type { OutboxRow } from './outbox-store.ts';
import { UNLEASED } from './waiting.ts';

/** What a process that does not hold the long connection leaves alone. */
export const WITHOUT_CONNECTION = { needs: { $ne: 'connection' } } as const;

/** Left, still due, for the process that holds the long connection. */
export async function leaveForConnection(model: Model<OutboxRow>, id: string): Promise<void> {
  await model.updateOne({ _id: id }, { $set: { ...UNLEASED, needs: 'connection' } });
}

/** Whether anything that was left so is due. */
export async function hasForConnection(model: Model<OutboxRow>, now: Date): Promise<boolean> {
  const due = { needs: 'connection', nextDueAt: { $lte: now } } as const;
  return (await model.findOne(due, { _id: 1 }).lean().exec()) !== null;
}
