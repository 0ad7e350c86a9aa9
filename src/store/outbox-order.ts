import type { Model } from 'mongoose';
import { RANKS } from '../domain/precedence.ts';
import { leaveForConnection } from './outbox-connection.ts';
import { isInFlight } from './outbox-sending.ts';
import type { OutboxRow } from './outbox-store.ts';
import { dueUpdate, type Waiting } from './waiting.ts';

/** What the order of a target's rows rests on. */
export interface InOrder extends Waiting {
  /** `rankOf` the notice: what leaves first of all that waits. */
  rank: number;
  /** Machine time at which it was kept, ms with a fraction: the order within a rank also where a sandbox clock stands still. */
  keptAt: number;
}

export const ORDER_INDEX: [Record<string, 1>, { partialFilterExpression: object }] = [
  { target: 1, rank: 1, keptAt: 1 },
  { partialFilterExpression: { nextDueAt: { $exists: true } } },
];

const IN_ORDER = { rank: 1, keptAt: 1, _id: 1 } as const;

/** How long a text of a case waits for an earlier one that has failed: what fails for longer is a fault of its own. */
const WAITS_MS = 3_600_000;

/** The row with which a target's turn goes on, `among` those that this process can send, by rank and age; texts of one case keep their order. Null when none is due or another sender has it. */
export async function nextInOrder(
  model: Model<OutboxRow>,
  v: { target: string; now: Date; among: object },
): Promise<OutboxRow | null> {
  const { target, now, among } = v;
  for (;;) {
    const due = { ...among, target, nextDueAt: { $lte: now } };
    const best = await model.findOne(due).sort(IN_ORDER).lean<OutboxRow>().exec();
    // What a dead sender has left is taken up first: nothing of it is sent.
    const ahead = best?.status === 'pending' ? await aheadOf(model, best, now) : null;
    if (best && ahead?.needs && 'needs' in among) {
      // Its turn comes after one that is left to another process: so it is left there too.
      await leaveForConnection(model, best._id);
      continue;
    }
    const next = ahead ?? best;
    if (!next || isInFlight(next)) return null;
    if (!best || !next.nextDueAt || next.nextDueAt <= now) return next;
    await model.updateOne({ _id: best._id, status: 'pending' }, { $set: dueUpdate(next.nextDueAt).$set });
  }
}

/** An earlier text of the same case to the same target that is due as well, or waits to be tried again. Reminders and files need no order: they say what then holds. */
async function aheadOf(model: Model<OutboxRow>, row: OutboxRow, now: Date): Promise<OutboxRow | null> {
  const { number, target } = row;
  if (!number || row.rank > RANKS.news) return null;
  const since = new Date(now.getTime() - WAITS_MS);
  const isDue = { nextDueAt: { $lte: now } };
  // Whoever put it off said why; the hours that it waits for say nothing.
  const isRetried = { nextDueAt: { $gt: now }, answer: { $ne: null }, createdAt: { $gt: since } };
  const earlier = { number, target, rank: { $lte: RANKS.news }, keptAt: { $lt: row.keptAt }, $or: [isDue, isRetried] };
  return model.findOne(earlier).sort({ keptAt: 1 }).lean<OutboxRow>().exec();
}

/** The target is at its limit: all that is due to it waits until `at`, each row in its place. */
export async function holdUpTarget(model: Model<OutboxRow>, target: string, v: { now: Date; at: Date }): Promise<void> {
  const due = { target, status: 'pending' as const, nextDueAt: { $lte: v.now } };
  await model.updateMany(due, { $set: dueUpdate(v.at).$set });
}
