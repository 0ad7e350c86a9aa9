import type { Connection, Model } from 'mongoose';
import type { Introduction, Newcomer } from '../domain/newcomer.ts';
import { modelOf } from './model.ts';

type NewcomerDoc = Omit<Newcomer, 'id'> & { _id: string };

/** People whom the roster does not know, one document each. */
export function buildNewcomerStore(connection: Connection) {
  const model: Model<NewcomerDoc> = modelOf<NewcomerDoc>(connection, 'newcomers', {
    fields: ['_id', 'code', 'subject', 'status', 'askedIn', 'saidIn', 'said', 'at'],
    indexes: [[{ code: 1 }], [{ status: 1, at: 1 }]],
  });

  return {
    model,

    async get(id: string): Promise<Newcomer | null> {
      return known(await model.findById(id).lean<NewcomerDoc>().exec());
    },

    async byCode(code: string): Promise<Newcomer | null> {
      return known(await model.findOne({ code }).lean<NewcomerDoc>().exec());
    },

    /** Asked who they are; whoever was registered once and is no longer is asked anew. */
    async ask({ id, ...fields }: Newcomer): Promise<void> {
      await model.updateOne({ _id: id }, { $set: fields }, { upsert: true });
    },

    /** Has said who they are, and waits for the office. */
    async introduce(id: string, said: Introduction, saidIn: string): Promise<void> {
      await model.updateOne({ _id: id, status: 'asked' }, { $set: { status: 'waiting', said, saidIn } });
    },

    async settle(id: string, status: 'accepted' | 'refused'): Promise<void> {
      await model.updateOne({ _id: id }, { $set: { status } });
    },

    /** Those whom the office has to say something about, longest first. */
    async waiting(limit: number): Promise<Newcomer[]> {
      const docs = await model.find({ status: 'waiting' }).sort({ at: 1 }).limit(limit).lean<NewcomerDoc[]>().exec();
      return docs.map(toNewcomer);
    },
  };
}

function known(doc: NewcomerDoc | null): Newcomer | null {
  return doc && toNewcomer(doc);
}

function toNewcomer({ _id, ...fields }: NewcomerDoc): Newcomer {
  return { id: _id, ...fields };
}
