import type { Connection } from 'mongoose';
import type { DayEntry } from '../domain/calendar-entry.ts';
import type { Day } from '../domain/day.ts';
import { modelOf } from './model.ts';

interface CalendarEntry {
  _id: Day;
  worked: boolean;
  name: string;
}

/** The office's own entries over the statutory calendar: a local closure, a make-up day, a year not yet published. */
export function buildCalendarStore(connection: Connection) {
  const model = modelOf<CalendarEntry>(connection, 'calendar', { fields: ['_id', 'worked', 'name'] });
  return {
    async days(): Promise<DayEntry[]> {
      const entries = await model.find().lean<CalendarEntry[]>().exec();
      return entries.map(({ _id, worked, name }) => ({ day: _id, worked, name }));
    },

    /** Sets a day worked or off. Bump the calendar's version afterwards, so that due times are computed anew. */
    async setDay({ day, worked, name }: DayEntry): Promise<void> {
      await model.updateOne({ _id: day }, { $set: { worked, name } }, { upsert: true });
    },
  };
}
