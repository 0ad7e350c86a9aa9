import { randomBytes } from 'node:crypto';
import type { Connection } from 'mongoose';
import { isDuplicateKey } from './connection.ts';
import { modelOf } from './model.ts';
import { LEASE_MS } from './waiting.ts';

interface LeaseDoc {
  _id: string;
  token: string | null;
  until: Date;
  /** Instants of the last sends, oldest first; a rate bucket uses only this and `blockedUntil`. */
  times: Date[];
  blockedUntil: Date | null;
}

export type LeaseStore = ReturnType<typeof buildLeaseStore>;

/** Turns that one process at a time may take (a conversation, a target), and the rate buckets of the platform's limits. */
export function buildLeaseStore(connection: Connection) {
  const model = modelOf<LeaseDoc>(connection, 'leases', { fields: ['_id', 'token', 'until', 'times', 'blockedUntil'] });

  return {
    model,

    /** Takes a turn for 15 s of machine time, or extends one's own with its token; null while somebody else has it. */
    async take(name: string, token = randomBytes(9).toString('base64url')): Promise<string | null> {
      const now = new Date();
      const until = new Date(now.getTime() + LEASE_MS);
      try {
        const filter = { _id: name, $or: [{ until: { $lte: now } }, { token }] };
        await model.updateOne(filter, { $set: { token, until } }, { upsert: true });
        return token;
      } catch (error) {
        if (isDuplicateKey(error)) return null;
        throw error;
      }
    },

    async giveBack(name: string, token: string): Promise<void> {
      await model.updateOne({ _id: name, token }, { $set: { token: null, until: new Date(0) } });
    },

    /** True while any turn is taken. */
    async anyTaken(): Promise<boolean> {
      return (
        (await model
          .findOne({ until: { $gt: new Date() } }, { _id: 1 })
          .lean()
          .exec()) !== null
      );
    },

    /**
     * Takes one of `limit` sends within any `windowMs` of business time: bursts are allowed up to the limit.
     * @returns null when taken, else the instant from which it may be tried again.
     */
    async takeSend(v: { bucket: string; limit: number; windowMs: number; now: Date }): Promise<Date | null> {
      const { bucket, limit, windowMs, now } = v;
      for (;;) {
        const doc = await model.findById(bucket).lean<LeaseDoc>().exec();
        const recent = (doc?.times ?? []).filter((time) => time.getTime() > now.getTime() - windowMs);
        const free = freeAt({ recent, limit, windowMs, blockedUntil: doc?.blockedUntil ?? null });
        if (free && free > now) return free;
        if (await this.recordSend(bucket, doc, [...recent, now])) return null;
      }
    },

    /** A send that was taken at one instant counts from when it was answered: the platform, which counts arrivals, has had it by then. */
    async countFrom(bucket: string, v: { taken: Date; answered: Date }): Promise<void> {
      for (;;) {
        const doc = await model.findById(bucket).lean<LeaseDoc>().exec();
        const times = doc?.times ?? [];
        const i = times.findIndex((time) => time.getTime() === v.taken.getTime());
        if (i < 0) return;
        const counted = times.with(i, v.answered).sort((a, b) => a.getTime() - b.getTime());
        if (await this.recordSend(bucket, doc, counted)) return;
      }
    },

    /** Writes the new times unless another process has sent in between. */
    async recordSend(bucket: string, seen: LeaseDoc | null, times: Date[]): Promise<boolean> {
      try {
        const result = await model.updateOne(
          { _id: bucket, times: seen?.times ?? [] },
          { $set: { times }, $setOnInsert: { token: null, until: new Date(0), blockedUntil: null } },
          { upsert: !seen },
        );
        return result.matchedCount + result.upsertedCount > 0;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },

    /** The platform has said 45009: nothing leaves by this bucket before `until`. */
    async block(bucket: string, until: Date): Promise<void> {
      const fresh = { token: null, until: new Date(0), times: [] };
      await model.updateOne({ _id: bucket }, { $set: { blockedUntil: until }, $setOnInsert: fresh }, { upsert: true });
    },

    /** Until when a bucket is blocked; null when it is not. */
    async blockedUntil(bucket: string): Promise<Date | null> {
      const doc = await model.findById(bucket, { blockedUntil: 1 }).lean<LeaseDoc>().exec();
      return doc?.blockedUntil ?? null;
    },
  };
}

function freeAt(v: { recent: Date[]; limit: number; windowMs: number; blockedUntil: Date | null }): Date | null {
  const oldest = v.recent.at(-v.limit);
  const paced = oldest ? new Date(oldest.getTime() + v.windowMs) : null;
  if (!paced || !v.blockedUntil) return paced ?? v.blockedUntil;
  return paced > v.blockedUntil ? paced : v.blockedUntil;
}
