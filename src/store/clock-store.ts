import type { Connection } from 'mongoose';
import { modelOf } from './model.ts';

interface ClockDoc {
  _id: string;
  now: Date;
}

const CLOCK = 'clock';

/** The sandbox's clock: one document that every process reads; absent until it is first set. */
export function buildClockStore(connection: Connection) {
  const model = modelOf<ClockDoc>(connection, 'settings', { name: 'clock', fields: ['_id', 'now'] });
  return {
    async read(): Promise<Date | null> {
      const doc = await model.findById(CLOCK).lean<ClockDoc>().exec();
      return doc?.now ?? null;
    },

    async set(now: Date): Promise<void> {
      await model.updateOne({ _id: CLOCK }, { $set: { now } }, { upsert: true });
    },
  };
}
