import * as texts from '../../../config/texts/lists.ts';
import { type Day, instantAt } from '../day.ts';
import type { Lists } from './lists.ts';
import { daysOf } from './period.ts';
import type { ProblemRow } from './problem-rows.ts';
import { type Field, layOut, type Sheet } from './sheet.ts';
import type { SolutionRow } from './solution-rows.ts';
import type { ListFrame } from './standing.ts';
import { DIMENSIONS, type Dimension, type SummaryRow } from './summary.ts';

const P = texts.PROBLEM_HEADERS;
const S = texts.SOLUTION_HEADERS;
const C = texts.SUMMARY_HEADERS;

const noon = (day: Day) => instantAt(day, 12 * 60);

const PROBLEM_FIELDS: readonly Field<ProblemRow>[] = [
  { header: P.row, width: 6, kind: 'count', of: (_, i) => i + 1 },
  { header: P.number, width: 18, kind: 'label', of: (r) => r.number },
  { header: P.subject, width: 30, kind: 'text', of: (r) => r.subject },
  { header: P.list, width: 17, kind: 'label', of: (r) => r.list },
  { header: P.county, width: 10, kind: 'label', of: (r) => r.county },
  { header: P.leader, width: 10, kind: 'label', of: (r) => r.leader },
  { header: P.unit, width: 16, kind: 'label', of: (r) => r.unit },
  { header: P.taskForce, width: 14, kind: 'label', of: (r) => r.taskForce },
  { header: P.contact, width: 20, kind: 'label', of: (r) => r.contact },
  { header: P.text, width: 46, kind: 'text', of: (r) => r.text },
  { header: P.category, width: 11, kind: 'label', of: (r) => r.category },
  { header: P.wish, width: 20, kind: 'text', of: (r) => r.wish },
  { header: P.channel, width: 15, kind: 'label', of: (r) => r.channel },
  { header: P.acceptedAt, width: 19, kind: 'moment', of: (r) => r.acceptedAt },
  { header: P.grade, width: 6, kind: 'label', of: (r) => r.grade },
  { header: P.main, width: 16, kind: 'label', of: (r) => r.main },
  { header: P.support, width: 14, kind: 'label', of: (r) => r.support },
  { header: P.due, width: 12, kind: 'day', of: (r) => noon(r.due) },
  { header: P.status, width: 16, kind: 'label', of: (r) => r.status },
  { header: P.remark, width: 18, kind: 'label', of: (r) => r.remark },
];

const SOLUTION_FIELDS: readonly Field<SolutionRow>[] = [
  { header: S.row, width: 6, kind: 'count', of: (_, i) => i + 1 },
  { header: S.number, width: 18, kind: 'label', of: (r) => r.number },
  { header: S.subject, width: 30, kind: 'text', of: (r) => r.subject },
  { header: S.summary, width: 30, kind: 'text', of: (r) => r.summary },
  { header: S.main, width: 16, kind: 'label', of: (r) => r.main },
  { header: S.assignedAt, width: 19, kind: 'moment', of: (r) => r.assignedAt },
  { header: S.due, width: 12, kind: 'day', of: (r) => noon(r.due) },
  { header: S.extensions, width: 10, kind: 'count', of: (r) => r.extensions },
  { header: S.measures, width: 30, kind: 'text', of: (r) => r.measures },
  { header: S.progress, width: 30, kind: 'text', of: (r) => r.progress },
  { header: S.closedAt, width: 19, kind: 'moment', of: (r) => r.closedAt },
  { header: S.inTerm, width: 10, kind: 'label', of: (r) => r.inTerm },
  { header: S.outcome, width: 16, kind: 'label', of: (r) => r.outcome },
  { header: S.evidence, width: 12, kind: 'text', of: (r) => r.evidence },
  { header: S.confirmed, width: 14, kind: 'label', of: (r) => r.confirmed },
  { header: S.satisfaction, width: 12, kind: 'label', of: (r) => r.satisfaction },
  { header: S.writtenOffAt, width: 19, kind: 'moment', of: (r) => r.writtenOffAt },
  { header: S.next, width: 36, kind: 'text', of: (r) => r.next },
  { header: S.watch, width: 13, kind: 'label', of: (r) => r.watch },
];

const count = (header: string, of: (row: SummaryRow) => number): Field<SummaryRow> => {
  return { header, width: 10, kind: 'count', of };
};

/** Empty where there was nothing to rate. */
const rate = (header: string, of: (row: SummaryRow) => [part: number, whole: number]): Field<SummaryRow> => {
  const value = (row: SummaryRow) => {
    const [part, whole] = of(row);
    return whole === 0 ? null : part / whole;
  };
  return { header, width: 11, kind: 'rate', of: value };
};

const SUMMARY_FIELDS: readonly Field<SummaryRow>[] = [
  count(C.carried, ({ counts }) => counts.carried),
  count(C.fresh, ({ counts }) => counts.fresh),
  count(C.expected, ({ counts }) => counts.expected),
  count(C.closed, ({ counts }) => counts.closed),
  count(C.inTerm, ({ counts }) => counts.inTerm),
  rate(C.closedRate, ({ counts }) => [counts.expectedClosed, counts.expected]),
  rate(C.inTermRate, ({ counts }) => [counts.inTerm, counts.closed]),
  count(C.ended, ({ counts }) => counts.ended),
  count(C.open, ({ counts }) => counts.open),
  count(C.overdue, ({ counts }) => counts.overdue),
  count(C.extended, ({ counts }) => counts.extended),
  count(C.suspended, ({ counts }) => counts.suspended),
  count(C.relapsed, ({ counts }) => counts.relapsed),
  count(C.surveyed, ({ counts }) => counts.surveyed),
  count(C.satisfied, ({ counts }) => counts.satisfied),
  rate(C.satisfiedRate, ({ counts }) => [counts.satisfied, counts.surveyed]),
  count(C.yearFresh, ({ counts }) => counts.yearFresh),
  count(C.yearClosed, ({ counts }) => counts.yearClosed),
  rate(C.yearRate, ({ counts }) => [counts.yearClosed, counts.yearFresh]),
];

/** The workbook's sheets: two lists, and 分类汇总表 once for each dimension. `part` names what the lists are confined to. */
export function listSheets(lists: Lists, frame: ListFrame, part: readonly string[] = []): Sheet[] {
  const span = spanOf(frame, part);
  const { problems, solutions } = texts.TITLES;
  return [
    listSheet(problems, [span, texts.notes.problems], layOut(lists.problems, PROBLEM_FIELDS)),
    listSheet(solutions, [span, texts.notes.solutions], layOut(lists.solutions, SOLUTION_FIELDS)),
    ...DIMENSIONS.map((dimension) => summarySheet(dimension, lists.summary[dimension], span)),
  ];
}

/** The line under every title: which days, as of when, and which part. */
export function spanOf(frame: ListFrame, part: readonly string[]): string {
  const { first, last } = daysOf(frame.period);
  const until = frame.until < frame.period.to ? frame.until : null;
  return texts.spanText({ first, last, until, part });
}

/** The number and the enterprise stay in sight. */
function listSheet(title: string, notes: readonly string[], laidOut: Pick<Sheet, 'columns' | 'rows'>): Sheet {
  return { name: title, title, notes, hasTotal: false, stickyColumns: 3, ...laidOut };
}

function summarySheet(dimension: Dimension, rows: readonly SummaryRow[], span: string): Sheet {
  const { tab, header } = texts.TABLES[dimension];
  const name: Field<SummaryRow> = { header, width: 22, kind: 'text', of: (row) => row.name };
  return {
    name: tab,
    title: texts.TITLES.summary,
    notes: [span, texts.notes.balance, texts.notes.rates],
    hasTotal: true,
    stickyColumns: 1,
    ...layOut(rows, [name, ...SUMMARY_FIELDS]),
  };
}
