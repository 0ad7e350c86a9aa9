import type { Snapshot } from './case.ts';
import type { Day } from './day.ts';

/** A case as the lists of a report name it. */
export interface ListedCase {
  number: string;
  subject: string;
  summary: string;
  unit: string | null;
  due: Day;
}

/** How many cases there are, and the first of those that may be named: a confidential case counts and is never named. */
export interface CaseList {
  count: number;
  first: ListedCase[];
}

/** Which of two cases a list names first. */
export type ListOrder = (a: ListedCase, b: ListedCase) => number;

/** More than any text names; the rest is only counted, so that a list stays small however many cases stream by. */
const LISTED = 10;

/** A list of nothing yet. */
export function emptyList(): CaseList {
  return { count: 0, first: [] };
}

/** Counts a case into a list; the result does not depend on the order in which cases come. */
export function addToList(
  list: CaseList,
  snapshot: Snapshot,
  v: { unit: string | null; due: Day; order: ListOrder },
): void {
  list.count += 1;
  if (snapshot.confidential) return;
  const { number, summary } = snapshot;
  const listed = { number, subject: snapshot.subject.name, summary, unit: v.unit, due: v.due };
  list.first = [...list.first, listed].sort(v.order).slice(0, LISTED);
}

/** Oldest number first. */
export const byNumber: ListOrder = (a, b) => (a.number < b.number ? -1 : 1);

/** Earliest due day first, then by number. */
export const byDue: ListOrder = (a, b) => (a.due === b.due ? byNumber(a, b) : a.due < b.due ? -1 : 1);
