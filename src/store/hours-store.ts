import type { Connection } from 'mongoose';
import type { Period, Season } from '../domain/calendar-entry.ts';
import { modelOf } from './model.ts';

interface HoursDoc {
  /** `hours/2027-06-01`: the day from which they are worked. */
  _id: string;
  periods: Period[];
}

const PREFIX = 'hours/';

/** The seasons that the office has set; before the first the hours are those of config/rules.ts. */
export function buildHoursStore(connection: Connection) {
  const model = modelOf<HoursDoc>(connection, 'settings', { name: 'hours', fields: ['_id', 'periods'] });
  return {
    async all(): Promise<Season[]> {
      const docs = await model
        .find({ _id: { $gt: PREFIX, $lt: 'hours0' } })
        .lean<HoursDoc[]>()
        .exec();
      return docs.map(({ _id, periods }) => ({ from: _id.slice(PREFIX.length), periods }));
    },

    /** Sets the hours from a day on that has not begun. Bump the calendar's version afterwards, so that due instants are computed anew. */
    async set({ from, periods }: Season): Promise<void> {
      await model.updateOne({ _id: `${PREFIX}${from}` }, { $set: { periods } }, { upsert: true });
    },
  };
}
