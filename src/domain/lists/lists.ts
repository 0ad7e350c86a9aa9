import { countsOf, type Counts, isInHand, mattersInPeriod } from './counts.ts';
import { type ProblemRow, problemRow } from './problem-rows.ts';
import { type SolutionRow, solutionRow } from './solution-rows.ts';
import { type ListFrame, type Standing, standingOf, type Told } from './standing.ts';
import { addToSummary, DIMENSIONS, type Dimension, startSummary, type SummaryRow, summaryRows } from './summary.ts';

/** Which cases alone are asked for, by id or name in the register; null for all. */
export interface ListFilter {
  county: string | null;
  unit: string | null;
  leader: string | null;
  list: string | null;
}

/** Every case. */
export const WHOLE_CITY: ListFilter = { county: null, unit: null, leader: null, list: null };

/** What has been listed and counted so far. */
export interface ListTally {
  frame: ListFrame;
  filter: ListFilter;
  problems: ProblemRow[];
  solutions: SolutionRow[];
  summary: ReturnType<typeof startSummary>;
}

/** The three lists as plain rows, oldest number first; every table ends with its total. */
export interface Lists {
  problems: ProblemRow[];
  solutions: SolutionRow[];
  summary: Record<Dimension, SummaryRow[]>;
}

/** The lists of a period over these cases. */
export function buildLists(cases: Iterable<Told>, frame: ListFrame, filter: ListFilter = WHOLE_CITY): Lists {
  const tally = startLists(frame, filter);
  for (const told of cases) addToLists(tally, told);
  return finishLists(tally);
}

/** Lists before their first case. */
export function startLists(frame: ListFrame, filter: ListFilter = WHOLE_CITY): ListTally {
  return { frame, filter, problems: [], solutions: [], summary: startSummary() };
}

/** Lists and counts one more case, changing the tally; each case once, in any order. */
export function addToLists(tally: ListTally, told: Told): void {
  const { frame } = tally;
  const standing = standingOf(told, frame);
  if (!standing || !isWanted(standing, tally)) return;
  const counts = countsOf(standing, frame);
  addToSummary(tally.summary, { standing, counts, frame });
  if (!standing.snapshot.confidential) addRows(tally, standing, counts);
}

/** A part of the city's lists leaves the office, and even the count of one confidential case would tell of it there. */
function isWanted({ snapshot, leg }: Standing, { filter, frame }: ListTally): boolean {
  const { county, unit, leader, list } = filter;
  const isPart = county !== null || unit !== null || leader !== null || list !== null;
  if (isPart && snapshot.confidential) return false;
  const subject = frame.roster.subjects.get(snapshot.subject.id);
  return (
    (county === null || subject?.county === county) &&
    (unit === null || leg?.unit.id === unit) &&
    (leader === null || snapshot.leader === leader) &&
    (list === null || subject?.list === list)
  );
}

function addRows({ frame, problems, solutions }: ListTally, standing: Standing, counts: Counts): void {
  if (isInHand(counts)) problems.push(problemRow(standing, counts, frame));
  if (mattersInPeriod(counts)) solutions.push(solutionRow(standing, frame));
}

/** The lists once every case has been added. */
export function finishLists({ problems, solutions, summary }: ListTally): Lists {
  const tables = DIMENSIONS.map((dimension) => [dimension, summaryRows(summary, dimension)]);
  return {
    problems: problems.sort(byNumber),
    solutions: solutions.sort(byNumber),
    summary: Object.fromEntries(tables) as Record<Dimension, SummaryRow[]>,
  };
}

function byNumber(a: { number: string }, b: { number: string }): number {
  return a.number < b.number ? -1 : 1;
}
