import type { Collection } from '../collection.ts';
import { compileFilter } from '../filter/compile-filter.ts';
import type { Stored } from '../index/collection-index.ts';
import { keyPartsOf, sortKey } from '../index/index-keys.ts';
import { notServed } from '../mongo-error.ts';
import type { Doc } from '../values/documents.ts';
import { choosePlans, type Plan } from './choose-plan.ts';

/** A query over one collection; a limit of 0 or none means all. */
export interface Query {
  filter: Doc;
  sort?: Doc;
  skip?: number;
  limit?: number;
}

/** How a query was answered and how much it looked at, as `explain` tells it. */
export interface QueryReport {
  indexNames: (string | null)[];
  docsExamined: number;
}

/** A report to be filled by `runQuery`. */
export function emptyReport(): QueryReport {
  return { indexNames: [], docsExamined: 0 };
}

function* alongPlan(collection: Collection, plan: Plan): Generator<Stored> {
  if (!plan.index) return yield* collection.all();
  for (const { start, end } of plan.ranges) {
    yield* plan.backward ? plan.index.entries.descending(start, end) : plan.index.entries.ascending(start, end);
  }
}

function* candidates(collection: Collection, plans: readonly Plan[]): Generator<Stored> {
  const [only] = plans;
  if (only && plans.length === 1 && !only.index?.multikey) return yield* alongPlan(collection, only);
  const seen = new Set<Stored>();
  for (const plan of plans) {
    for (const stored of alongPlan(collection, plan)) {
      if (seen.has(stored)) continue;
      seen.add(stored);
      yield stored;
    }
  }
}

function sorted(found: readonly Stored[], sort: Doc): Stored[] {
  const parts = keyPartsOf(sort);
  const keyed = found.map((stored) => ({ stored, key: sortKey(stored.doc, parts) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)));
  return keyed.map(({ stored }) => stored);
}

/** The order of arrival, in which documents come anyway, needs no sorting. */
function effectiveSort(sort: Doc | undefined): Doc {
  if (!sort || !('$natural' in sort)) return sort ?? {};
  if (Number(sort.$natural) !== 1) throw notServed('a sort by $natural: -1');
  return {};
}

/** The documents that a query finds; none when the collection isn't there. @throws MongoError naming whatever in it is not served. */
export function runQuery(collection: Collection | null, query: Query, report: QueryReport = emptyReport()): Stored[] {
  const test = compileFilter(query.filter);
  const { skip = 0, limit = 0 } = query;
  const sort = effectiveSort(query.sort);
  // A sort that can't be served is refused even where there is nothing to sort.
  keyPartsOf(sort);
  if (!collection) return [];
  const wanted = limit > 0 ? skip + limit : 0;
  const plans = choosePlans(collection, { filter: query.filter, sort, limit: wanted });
  report.indexNames = plans.map(({ index }) => index?.spec.name ?? null);
  const inOrder = Object.keys(sort).length === 0 || (plans.length === 1 && plans[0]?.ordered === true);
  const found: Stored[] = [];
  for (const stored of candidates(collection, plans)) {
    report.docsExamined++;
    if (!test(stored.doc)) continue;
    found.push(stored);
    if (inOrder && found.length === wanted) break;
  }
  const result = inOrder ? found : sorted(found, sort);
  return skip > 0 || limit > 0 ? result.slice(skip, limit > 0 ? wanted : undefined) : result;
}
