import { dayOf } from '../domain/day.ts';
import { addWorkdays, type Calendar } from '../domain/working-time.ts';

const UNIT_MS = { second: 1000, minute: 60_000, hour: 3_600_000, day: 86_400_000, week: 604_800_000 } as const;

/** The instant that `"3 workdays"`, `"2 hours"` and the like lead to; null when the words are none of these. Working days keep the time of day. */
export function parseAdvance(words: string, from: Date, calendar: Calendar): Date | null {
  const match = /^\s*(\d{1,4})\s*(second|minute|hour|day|week|workday)s?\s*$/.exec(words);
  if (!match) return null;
  const n = Number(match[1]);
  const unit = match[2] as keyof typeof UNIT_MS | 'workday';
  if (unit !== 'workday') return new Date(from.getTime() + n * UNIT_MS[unit]);
  const ahead = Date.parse(addWorkdays(calendar, dayOf(from), n)) - Date.parse(dayOf(from));
  return new Date(from.getTime() + ahead);
}
