import { CATEGORIES, CONFIDENTIAL_CATEGORIES } from '../../../config/rules.ts';
import { CONFIDENTIAL, TOTAL, UNKNOWN } from '../../../config/texts/lists.ts';
import { addCounts, type Counts, NO_COUNTS } from './counts.ts';
import { listOf } from './problem-rows.ts';
import type { ListFrame, Standing } from './standing.ts';

/** By what 分类汇总表 groups, one table each. */
export const DIMENSIONS = ['category', 'unit', 'county', 'list'] as const;

export type Dimension = (typeof DIMENSIONS)[number];

export interface SummaryRow {
  name: string;
  counts: Counts;
}

/** Counts so far, by dimension and group; `null` is the group of the confidential cases. */
export type SummaryTally = Record<Dimension, Map<string | null, Counts>>;

/** A tally of nothing yet. Each category has its row, also without cases; a row of a confidential one would tell of it. */
export function startSummary(): SummaryTally {
  const open = CATEGORIES.filter((category) => !CONFIDENTIAL_CATEGORIES.includes(category));
  return {
    category: new Map(open.map((category) => [category, NO_COUNTS])),
    unit: new Map(),
    county: new Map(),
    list: new Map(),
  };
}

/** Counts one more case into every table, which it changes. */
export function addToSummary(tally: SummaryTally, v: { standing: Standing; counts: Counts; frame: ListFrame }): void {
  for (const dimension of DIMENSIONS) {
    const group = v.standing.snapshot.confidential ? null : groupOf(dimension, v.standing, v.frame);
    tally[dimension].set(group, addCounts(tally[dimension].get(group) ?? NO_COUNTS, v.counts));
  }
}

function groupOf(dimension: Dimension, { snapshot, leg }: Standing, { roster }: ListFrame): string {
  switch (dimension) {
    case 'category':
      return snapshot.category;
    case 'unit':
      return leg?.unit.name ?? UNKNOWN.unit;
    case 'county':
      return roster.subjects.get(snapshot.subject.id)?.county ?? UNKNOWN.county;
    case 'list':
      return listOf(snapshot.subject.id, roster);
  }
}

/** A table's rows: categories in the order of every list, other groups the busiest first, then the confidential cases and the total. */
export function summaryRows(tally: SummaryTally, dimension: Dimension): SummaryRow[] {
  const groups = [...tally[dimension]].flatMap(([name, counts]) => (name === null ? [] : [{ name, counts }]));
  const confidential = tally[dimension].get(null);
  const rows = [
    ...(dimension === 'category' ? groups : groups.sort(busiestFirst)),
    ...(confidential ? [{ name: CONFIDENTIAL, counts: confidential }] : []),
  ];
  return [...rows, { name: TOTAL, counts: rows.map(({ counts }) => counts).reduce(addCounts, NO_COUNTS) }];
}

function busiestFirst(a: SummaryRow, b: SummaryRow): number {
  const busy = ({ counts }: SummaryRow) => counts.carried + counts.fresh;
  return busy(b) - busy(a) || (a.name < b.name ? -1 : 1);
}
