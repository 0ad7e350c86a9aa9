import { randomBytes } from 'node:crypto';
import type { Model } from 'mongoose';
import type { OutboxRow } from './outbox-store.ts';
import { LEASE_MS } from './waiting.ts';

/** Who gives rows to the platform. Not the row's lease, which whoever claims it next takes though a send may go on. */
export interface Sending {
  /** Names one attempt. */
  sender?: string;
  /** Machine time until which it may still be at it. */
  senderUntil?: Date;
}

/** A file takes an upload and a send, each of which may first need a token. */
const FILE_MS = 2 * LEASE_MS;

/** The rows of a sender by its token, as long as nobody has taken them over; without one, those that wait. */
export function stillOf(ids: readonly string[], by?: string) {
  const some = { _id: { $in: [...ids] } };
  return by ? { ...some, status: 'sending' as const, sender: by } : { ...some, status: 'pending' as const };
}

/** True while whoever sends a row may still be alive: a turn may end before a send does. */
export function isInFlight({ status, senderUntil }: OutboxRow): boolean {
  return status === 'sending' && senderUntil !== undefined && senderUntil > new Date();
}

/**
 * Takes rows for one request, all or none, and only as they were read: a worker that was stalled beyond its turn finds that another
 * has been at them. From here to the answer is the only time in which a message may arrive and not be known to.
 */
export async function markSending(model: Model<OutboxRow>, rows: readonly OutboxRow[]): Promise<string | null> {
  const by = randomBytes(9).toString('base64url');
  const asRead = rows.map(({ _id, attempts }) => ({ _id, attempts, status: 'pending' as const }));
  const hold = rows.some(({ about }) => about.kind === 'file') ? FILE_MS : LEASE_MS;
  const set = { status: 'sending', sender: by, senderUntil: new Date(Date.now() + hold) };
  const { modifiedCount } = await model.updateMany({ $or: asRead }, { $set: set, $inc: { attempts: 1 } });
  if (modifiedCount === rows.length) return by;
  const back = { $set: { status: 'pending' }, $inc: { attempts: -1 } };
  await model.updateMany({ status: 'sending', sender: by }, back);
  return null;
}
