import type { Connection, Model } from 'mongoose';
import type { Handover } from '../domain/handover.ts';
import { insertNew, modelOf } from './model.ts';
import { dueUpdate, UNLEASED, WAITING_FIELDS, WAITING_INDEX, type Waiting } from './waiting.ts';

/** A handover as stored; it waits for its next step. */
export interface HandoverDoc extends Waiting, Omit<Handover, 'id'> {
  /** Grows by one with every change; an update is conditioned on it. */
  version: number;
  /** Failed attempts in a row at what is due. */
  attempts: number;
}

/** Handovers, open or over: who was responsible is read from the assignments, who agreed from here. */
export function buildHandoverStore(connection: Connection) {
  const model: Model<HandoverDoc> = modelOf<HandoverDoc>(connection, 'handovers', {
    fields: [
      ...WAITING_FIELDS,
      'version',
      'attempts',
      'kind',
      'from',
      'to',
      'leads',
      'serves',
      'units',
      'day',
      'by',
      'at',
      'confirmations',
      'toldAt',
      'effectiveAt',
      'reminders',
      'concludedAt',
    ],
    indexes: [WAITING_INDEX, [{ from: 1, at: -1 }], [{ to: 1, at: -1 }]],
  });

  return {
    model,

    /** Keeps a handover unless it is there already, and lets it be acted on at once. */
    async begin({ id, ...fields }: Handover, now: Date): Promise<void> {
      await insertNew(model, { _id: id, ...fields, version: 1, attempts: 0, ...UNLEASED, nextDueAt: now });
    },

    async get(id: string): Promise<HandoverDoc | null> {
      return model.findById(id).lean<HandoverDoc>().exec();
    },

    /** Those in which any of these persons is a side, newest first. */
    async of(persons: readonly string[], limit: number): Promise<HandoverDoc[]> {
      const either = { $or: [{ from: { $in: [...persons] } }, { to: { $in: [...persons] } }] };
      return model.find(either).sort({ at: -1 }).limit(limit).lean<HandoverDoc[]>().exec();
    },

    /** One change, one update; `nextDueAt` is when the next step is due. False when somebody else changed it in between. */
    async change(doc: HandoverDoc, change: Partial<Omit<Handover, 'id'>>, nextDueAt: Date | null): Promise<boolean> {
      const due = dueUpdate(nextDueAt);
      const set = { ...due.$set, ...change, version: doc.version + 1, attempts: 0 };
      const result = await model.updateOne({ _id: doc._id, version: doc.version }, { $set: set, $unset: due.$unset });
      return result.matchedCount === 1;
    },

    /** What was due failed: again at `at`. */
    async retryAt(doc: HandoverDoc, at: Date): Promise<void> {
      const again = { $set: dueUpdate(at).$set, $inc: { attempts: 1 } };
      await model.updateOne({ _id: doc._id, version: doc.version }, again);
    },
  };
}

/** The domain's view of a stored handover. */
export function handoverOf(doc: HandoverDoc): Handover {
  const { _id, kind, from, to, leads, serves, units, day, by, at } = doc;
  const { confirmations, toldAt, effectiveAt, reminders, concludedAt } = doc;
  const standing = { confirmations, toldAt, effectiveAt, reminders, concludedAt };
  return { id: _id, kind, from, to, leads, serves, units, day, by, at, ...standing };
}
