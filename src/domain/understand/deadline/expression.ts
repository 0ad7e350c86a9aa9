import type { Day } from '../../day.ts';
import type { TimeKind } from '../deadline-reading.ts';

/** What a stretch of text says about time, before it is known whether it is the deadline. */
export interface Expression {
  start: number;
  end: number;
  /** The day meant, when it can be told. */
  date: Day | null;
  days: number | null;
  workdays: number | null;
  kind: TimeKind;
  /** True when the words left the year or month open and the next such day was taken. */
  rolled: boolean;
  /** True for a day that the calendar does not have. */
  impossible?: true;
}

/** What reading an expression needs besides its words. */
export interface TimeContext {
  /** The day on which it was said. */
  today: Day;
  /** Minutes after midnight at which it was said. */
  minute: number;
  isWorkday: (day: Day) => boolean;
}

/** The part of an expression that the words alone give. */
export type Meaning = Partial<Pick<Expression, 'date' | 'days' | 'workdays' | 'rolled' | 'kind' | 'impossible'>>;

/** One way of saying a time: how it looks, and what it means. */
export interface TimeRule {
  /** Global; linear: no quantifier over another. */
  pattern: RegExp;
  kind: TimeKind;
  /** Null when the words look like a time and are none. */
  read(words: Readonly<Record<string, string | undefined>>, context: TimeContext): Meaning | null;
}

/** Words that may close a time: 前, 之前, 以前, 截止. They are part of the expression and don't move the day. */
export const BEFORE = '(?<before>之前|以前|前)?';
