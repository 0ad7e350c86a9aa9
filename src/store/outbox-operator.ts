import type { Model } from 'mongoose';
import type { OutboxRow } from './outbox-store.ts';
import { dueUpdate } from './waiting.ts';

/** The rows of a state, newest first, and how many there are in all. */
export async function rowsInStatus(
  model: Model<OutboxRow>,
  status: OutboxRow['status'],
  limit: number,
): Promise<{ rows: OutboxRow[]; total: number }> {
  const [rows, total] = await Promise.all([
    model.find({ status }).sort({ createdAt: -1, _id: 1 }).limit(limit).lean<OutboxRow[]>().exec(),
    model.countDocuments({ status }),
  ]);
  return { rows, total };
}

/** The dead notices made since then, newest first, and how many there are in all. */
export async function deadSince(
  model: Model<OutboxRow>,
  since: Date,
  limit: number,
): Promise<{ rows: Pick<OutboxRow, 'to' | 'number' | 'about' | 'answer'>[]; total: number }> {
  const filter = { status: 'dead' as const, createdAt: { $gte: since } };
  const [rows, total] = await Promise.all([
    model.find(filter).sort({ createdAt: -1, _id: 1 }).limit(limit).lean<OutboxRow[]>().exec(),
    model.countDocuments(filter),
  ]);
  return { rows, total };
}

/** What is dead or uncertain waits once more, as if it had been made now; gives how many there were. */
export async function revive(model: Model<OutboxRow>, keys: readonly string[] | 'dead', now: Date): Promise<number> {
  const some = { _id: { $in: [...keys] }, status: { $in: ['dead', 'uncertain'] as OutboxRow['status'][] } };
  const which = keys === 'dead' ? { status: 'dead' as const } : some;
  const afresh = {
    status: 'pending',
    createdAt: now,
    attempts: 0,
    maybeSent: false,
    answer: null,
    batch: null,
    part: null,
  };
  const { modifiedCount } = await model.updateMany(which, {
    $set: { ...dueUpdate(now).$set, ...afresh },
    $unset: { spent: 1, msgids: 1, needs: 1 },
  });
  return modifiedCount;
}
