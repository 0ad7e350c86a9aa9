import { randomBytes } from 'node:crypto';
import type { Model, QueryFilter } from 'mongoose';

/**
 * A document that waits for its time. `nextDueAt` is business time and absent when it waits for nothing;
 * leases are machine time, since a frozen sandbox clock would never expire those of a killed worker.
 */
export interface Waiting {
  _id: string;
  nextDueAt?: Date;
  lease: string | null;
  leaseUntil: Date;
}

/** How long a claimed document is its worker's own; longer than any single step, send included. */
export const LEASE_MS = 15_000;

/** What a new document that waits carries. */
export const UNLEASED = { lease: null, leaseUntil: new Date(0) } as const;

/** The fields and the index of a collection of waiting documents. The index is sparse: finished documents cost it nothing. */
export const WAITING_FIELDS = ['_id', 'nextDueAt', 'lease', 'leaseUntil'] as const;
export const WAITING_INDEX: [Record<string, 1>, { sparse: true }] = [{ nextDueAt: 1 }, { sparse: true }];

/** Takes the longest due document that nobody holds, of those that fit `among`; null when there is none. */
export async function claim<T extends Waiting>(model: Model<T>, now: Date, among: object = {}): Promise<T | null> {
  const machineNow = new Date();
  const filter = { ...among, nextDueAt: { $lte: now }, leaseUntil: { $lte: machineNow } } as unknown as QueryFilter<T>;
  const update = {
    $set: { lease: randomBytes(9).toString('base64url'), leaseUntil: new Date(machineNow.getTime() + LEASE_MS) },
  };
  return model
    .findOneAndUpdate(filter, update, { sort: { nextDueAt: 1 }, returnDocument: 'after' })
    .lean<T>()
    .exec();
}

/** The earliest instant, after `after` where that is given, at which a document of the collection falls due, up to `until`; null when none does. */
export async function earliestDue<T extends Waiting>(model: Model<T>, until: Date, after?: Date): Promise<Date | null> {
  const filter = { nextDueAt: { $lte: until, ...(after ? { $gt: after } : {}) } } as unknown as QueryFilter<T>;
  const first = await model.findOne(filter, { nextDueAt: 1 }).sort({ nextDueAt: 1 }).lean<T>().exec();
  return first?.nextDueAt ?? null;
}

/** Whether anything of a collection is due and free to be claimed. */
export async function isAnyDue<T extends Waiting>(model: Model<T>, now: Date): Promise<boolean> {
  const filter = { nextDueAt: { $lte: now }, leaseUntil: { $lte: new Date() } } as unknown as QueryFilter<T>;
  return (await model.findOne(filter, { _id: 1 }).lean().exec()) !== null;
}

/** The part of an update that says when a document is due next, or that it waits for nothing. */
export function dueUpdate(nextDueAt: Date | null): { $set: Record<string, unknown>; $unset: Record<string, 1> } {
  return nextDueAt
    ? { $set: { nextDueAt, ...UNLEASED }, $unset: {} }
    : { $set: { ...UNLEASED }, $unset: { nextDueAt: 1 } };
}
