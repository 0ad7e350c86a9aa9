import type { Day } from './day.ts';

/** One day as the office has entered it over the statutory calendar. */
export interface DayEntry {
  day: Day;
  worked: boolean;
  /** Why, in the office's words, e.g. 元旦; empty when it gave none. */
  name: string;
}

/** What the office changes of the working calendar in one go. */
export interface CalendarChange {
  days: DayEntry[];
}
