import type { Category } from '../../config/rules.ts';
import type { Snapshot, Status } from './case.ts';
import type { Closure } from './closure.ts';
import { addToList, byDue, byNumber, type CaseList, emptyList } from './case-list.ts';
import { addDays, type Day, dayOf } from './day.ts';
import { isReportedInTerm } from './lateness.ts';
import { addWeeks, cutOf, periodOf, type Week } from './weekly.ts';
import { type Calendar, closeOfBusiness } from './working-time.ts';

/** Which week is counted, and as of when. */
export interface WeekFrame {
  week: Week;
  /** What came later is left out; what came at this very instant is in. */
  until: Date;
  calendar: Calendar;
}

/** What of a week has been counted so far. */
export interface WeekTally extends WeekFrame {
  from: Date;
  to: Date;
  previousCut: Date;
  /** The last day of the near-due list: the Sunday after the week. */
  nearUntil: Day;
  counts: typeof NOTHING_COUNTED;
  submitted: CaseList;
  near: CaseList;
  overdue: CaseList;
  /** Confidential cases are in none of the categories: even the word 营商作风 would tell of them. */
  submittedBy: Map<Category, CaseList>;
  resolvedBy: Map<Category, CaseList>;
}

const NOTHING_COUNTED = {
  resolved: 0,
  expected: 0,
  expectedClosed: 0,
  inWeek: 0,
  inTerm: 0,
  open: 0,
  surveyed: 0,
  satisfied: 0,
  reworked: 0,
  carriedSubmitted: 0,
  carriedResolved: 0,
};

const WEEK_MS = 7 * 86_400_000;

/** Not to be handled any more, though never resolved. */
const ENDED: readonly Status[] = ['draft', 'declined', 'redirected', 'merged', 'withdrawn'];

/** A tally before its first case. @throws RangeError when there is no such week. */
export function startWeek(frame: WeekFrame): WeekTally {
  const { from, to } = periodOf(frame.week);
  return {
    ...frame,
    from,
    to,
    previousCut: cutOf(addWeeks(frame.week, -1), frame.calendar),
    nearUntil: addDays(dayOf(from), 13),
    counts: { ...NOTHING_COUNTED },
    submitted: emptyList(),
    near: emptyList(),
    overdue: emptyList(),
    submittedBy: new Map(),
    resolvedBy: new Map(),
  };
}

/** Counts one more case into the tally, which it changes; each case once, in any order. */
export function addCase(tally: WeekTally, snapshot: Snapshot): void {
  if (!snapshot.acceptedAt || snapshot.acceptedAt > tally.until) return;
  const facts = factsOf(tally, snapshot, snapshot.acceptedAt);
  addSubmitted(tally, facts);
  addResolved(tally, facts);
  addExpected(tally, facts);
  addOpen(tally, facts);
  for (const closure of snapshot.closures) addSurvey(tally, closure);
}

/** What the counts look at: the closure that stands at the cut, the unit and the due day as of then. */
interface Facts {
  snapshot: Snapshot;
  acceptedAt: Date;
  closure: Closure | null;
  unit: string | null;
  due: Day;
  caseDue: Day;
}

function factsOf(tally: WeekTally, snapshot: Snapshot, acceptedAt: Date): Facts {
  const closure = snapshot.closures.findLast((round) => round.uncountedAt === null && round.at <= tally.until) ?? null;
  const leg = snapshot.legs.findLast((turn) => turn.startedAt <= tally.until);
  const caseDue = snapshot.caseDueDay ?? dayOf(acceptedAt);
  const due = leg ? leg.dueDay : caseDue;
  return { snapshot, acceptedAt, closure, unit: leg?.unit.name ?? null, due, caseDue };
}

function addSubmitted(tally: WeekTally, facts: Facts): void {
  if (isCarried(tally, facts.acceptedAt)) tally.counts.carriedSubmitted += 1;
  if (!isInPeriod(tally, facts.acceptedAt)) return;
  addToList(tally.submitted, facts.snapshot, { ...facts, order: byNumber });
  addToCategory(tally.submittedBy, facts);
}

function addResolved(tally: WeekTally, { closure, ...facts }: Facts): void {
  if (closure && isCarried(tally, closure.at)) tally.counts.carriedResolved += 1;
  if (!closure || !isInPeriod(tally, closure.at)) return;
  tally.counts.resolved += 1;
  tally.counts.inTerm += Number(closure.inTerm);
  tally.counts.inWeek += Number(closure.at.getTime() - facts.acceptedAt.getTime() <= WEEK_MS);
  addToCategory(tally.resolvedBy, facts);
}

/** 应办结 goes by due date (domain-anchors.md A6): an early closure counts in the week of its due day too, a late one in its own. */
function addExpected(tally: WeekTally, { snapshot, closure, caseDue }: Facts): void {
  if (ENDED.includes(snapshot.status)) return;
  const due = closeOfBusiness(tally.calendar, caseDue);
  const isDue = due >= tally.from && due < tally.to;
  if (!isDue && !(closure && isInPeriod(tally, closure.at))) return;
  tally.counts.expected += 1;
  if (closure) tally.counts.expectedClosed += 1;
}

/** 挂账 has a review day instead of a due day, and what is reported in term waits for the office: both are open, and neither late nor near. */
function addOpen(tally: WeekTally, facts: Facts): void {
  if (facts.closure || ENDED.includes(facts.snapshot.status)) return;
  tally.counts.open += 1;
  if (facts.snapshot.status === 'suspended' || isReportedInTerm(facts.snapshot)) return;
  const isOverdue = closeOfBusiness(tally.calendar, facts.due) < tally.until;
  if (isOverdue) addToList(tally.overdue, facts.snapshot, { ...facts, order: byDue });
  else if (facts.due <= tally.nearUntil) addToList(tally.near, facts.snapshot, { ...facts, order: byDue });
}

/** An answer counts also when it un-counted its closure; 未解决 alone has no score, and so is not satisfied. */
function addSurvey(tally: WeekTally, { survey, uncountedAt }: Closure): void {
  if (uncountedAt && isInPeriod(tally, uncountedAt)) tally.counts.reworked += 1;
  if (!survey.answeredAt || !isInPeriod(tally, survey.answeredAt)) return;
  tally.counts.surveyed += 1;
  if (survey.score !== null && survey.score >= 3) tally.counts.satisfied += 1;
}

function addToCategory(lists: Map<Category, CaseList>, facts: Omit<Facts, 'closure'>): void {
  const { category, confidential } = facts.snapshot;
  if (confidential) return;
  const list = lists.get(category) ?? emptyList();
  lists.set(category, list);
  addToList(list, facts.snapshot, { ...facts, order: byNumber });
}

function isInPeriod(tally: WeekTally, at: Date): boolean {
  return at >= tally.from && at < tally.to && at <= tally.until;
}

/** After the last report's cut, before this period: in neither report's numbers. */
function isCarried(tally: WeekTally, at: Date): boolean {
  return at > tally.previousCut && at < tally.from;
}
