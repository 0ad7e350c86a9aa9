import type { Connection } from 'mongoose';
import { modelOf } from './model.ts';

interface Counter {
  _id: string;
  n: number;
}

/** Numbers that are given out once: gaps are allowed, doubles are not. */
export function buildCounterStore(connection: Connection) {
  const model = modelOf<Counter>(connection, 'counters', { fields: ['_id', 'n'] });
  return {
    async next(name: string): Promise<number> {
      const update = { $inc: { n: 1 } };
      const doc = await model
        .findOneAndUpdate({ _id: name }, update, { upsert: true, returnDocument: 'after' })
        .lean<Counter>()
        .exec();
      if (!doc) throw new Error(`counter ${name} gave no number`);
      return doc.n;
    },

    /** The next number of a series of numbered documents of a year, e.g. TX-2026-000001. */
    async documentNumber(series: string, year: string): Promise<string> {
      return `${series}-${year}-${String(await this.next(`${series}/${year}`)).padStart(6, '0')}`;
    },

    /** The next case number of a year, e.g. BQ-2026-000123. */
    async caseNumber(year: string): Promise<string> {
      return `BQ-${year}-${String(await this.next(`case/${year}`)).padStart(6, '0')}`;
    },
  };
}
