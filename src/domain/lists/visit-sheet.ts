import * as texts from '../../../config/texts/visit-list.ts';
import { TOTAL } from '../../../config/texts/lists.ts';
import { type Day, instantAt } from '../day.ts';
import { type Field, layOut, type Sheet } from './sheet.ts';
import { spanOf } from './sheets.ts';
import type { ListFrame } from './standing.ts';
import type { VisitRow } from './visit-rows.ts';

const H = texts.VISIT_HEADERS;

const noon = (day: Day) => instantAt(day, 12 * 60);

const pairedBy = ({ paired }: VisitRow) => paired.enterprises + paired.projects;

/** The total names nobody: each stands in the row of their leader. */
const FIELDS: readonly Field<VisitRow>[] = [
  { header: H.leader, width: 12, kind: 'label', of: (r) => r.leader?.name ?? TOTAL },
  { header: H.title, width: 16, kind: 'label', of: (r) => r.leader?.title ?? '' },
  { header: H.enterprises, width: 15, kind: 'count', of: (r) => r.paired.enterprises },
  { header: H.projects, width: 15, kind: 'count', of: (r) => r.paired.projects },
  { header: H.visited, width: 12, kind: 'count', of: (r) => r.visited },
  { header: H.unvisited, width: 12, kind: 'count', of: (r) => r.unvisited.length },
  { header: H.rate, width: 10, kind: 'rate', of: (r) => (pairedBy(r) === 0 ? null : r.visited / pairedBy(r)) },
  { header: H.times, width: 11, kind: 'count', of: (r) => r.times },
  { header: H.last, width: 12, kind: 'day', of: (r) => r.last && noon(r.last) },
  { header: H.daysSince, width: 18, kind: 'count', of: (r) => r.daysSince },
  { header: H.names, width: 60, kind: 'text', of: (r) => (r.leader ? texts.unvisitedText(r.unvisited) : '') },
];

/** 《走访情况》: who has been to theirs in the period, and who is still waited for. */
export function visitSheet(rows: readonly VisitRow[], frame: ListFrame, part: readonly string[] = []): Sheet {
  return {
    name: texts.VISIT_TITLE,
    title: texts.VISIT_TITLE,
    notes: [spanOf(frame, part), texts.visitNote],
    hasTotal: true,
    stickyColumns: 1,
    ...layOut(rows, FIELDS),
  };
}
