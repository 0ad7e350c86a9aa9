import { CATEGORIES, type Category } from '../../config/rules.ts';
import type { Snapshot } from './case.ts';
import type { CaseList } from './case-list.ts';
import type { Day } from './day.ts';
import { addCase, startWeek, type WeekFrame, type WeekTally } from './week-tally.ts';
import type { Week } from './weekly.ts';

/** The numbers of a week, as `npm run report -- weekly --json` prints them. Rates are 0..1, null when there was nothing to rate. */
export interface WeeklyNumbers {
  period: Week;
  /** Accepted in the period; what was withdrawn after its acceptance was submitted all the same. */
  submitted: number;
  /** Null until the monthly card exists: without it nobody knows who confirmed to have nothing. */
  submittedRate: number | null;
  /** Cases with a closure in the period that was not un-counted, surveyed or not. */
  resolved: number;
  /** Closed by the cut, of 应办结: due in the period by the enterprise's clock, or resolved in it. */
  resolvedRate: number | null;
  /** Of the resolved, those closed within 7 days of acceptance. */
  inWeekRate: number | null;
  /** Of the resolved, those closed within the unit's own term, as promised or granted: what the unit answers for. */
  inTermRate: number | null;
  /** Accepted, and neither closed nor ended otherwise; 挂账 is open. */
  open: number;
  /** Open past the current leg's due instant, or past the enterprise's while no unit has it; neither 挂账 nor reported in term. */
  overdue: number;
  /** Closure rounds about which the enterprise answered in the period. */
  surveyed: number;
  /** Of those, rated 基本满意 or better. */
  satisfied: number;
}

/** The numbers, and what the report's text says besides. */
export interface WeeklyFigures {
  numbers: WeeklyNumbers;
  until: Date;
  submitted: CaseList;
  /** The longest overdue first. */
  overdue: CaseList;
  /** Open, in term, due by `nearUntil`; the soonest first. */
  near: CaseList;
  nearUntil: Day;
  /** The most frequent category first; confidential cases are in none. */
  submittedBy: CategoryList[];
  resolvedBy: CategoryList[];
  /** How many of the resolved were closed within the unit's term. */
  inTerm: number;
  /** Closures un-counted in the period, since the enterprise said 未解决 or 部分解决. */
  reworked: number;
  /** Between the last report's cut and this period: in neither report's numbers. */
  carried: { submitted: number; resolved: number };
}

/** The cases of one category. */
export interface CategoryList extends CaseList {
  category: Category;
}

/** The figures of a week as of `until`. @throws RangeError when there is no such week. */
export function weeklyFigures(cases: Iterable<Snapshot>, frame: WeekFrame): WeeklyFigures {
  const tally = startWeek(frame);
  for (const snapshot of cases) addCase(tally, snapshot);
  return finish(tally);
}

/** The figures once every case has been counted. */
export function finish(tally: WeekTally): WeeklyFigures {
  const { counts, until, submitted, overdue, near, nearUntil } = tally;
  return {
    numbers: numbersOf(tally),
    until,
    submitted,
    overdue,
    near,
    nearUntil,
    submittedBy: mostFirst(tally.submittedBy),
    resolvedBy: mostFirst(tally.resolvedBy),
    inTerm: counts.inTerm,
    reworked: counts.reworked,
    carried: { submitted: counts.carriedSubmitted, resolved: counts.carriedResolved },
  };
}

function numbersOf({ week, counts, submitted, overdue }: WeekTally): WeeklyNumbers {
  return {
    period: week,
    submitted: submitted.count,
    submittedRate: null,
    resolved: counts.resolved,
    resolvedRate: rate(counts.expectedClosed, counts.expected),
    inWeekRate: rate(counts.inWeek, counts.resolved),
    inTermRate: rate(counts.inTerm, counts.resolved),
    open: counts.open,
    overdue: overdue.count,
    surveyed: counts.surveyed,
    satisfied: counts.satisfied,
  };
}

function rate(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function mostFirst(lists: ReadonlyMap<Category, CaseList>): CategoryList[] {
  const listed = CATEGORIES.flatMap((category) => {
    const list = lists.get(category);
    return list ? [{ category, ...list }] : [];
  });
  return listed.sort((a, b) => b.count - a.count);
}
