import type { Collection } from '../collection.ts';
import type { CollectionIndex } from '../index/collection-index.ts';
import { type KeyPart, keyPartsOf } from '../index/index-keys.ts';
import { type Doc, isDoc } from '../values/documents.ts';
import { constraintsOf } from './constraints.ts';
import { indexCovers } from './index-covers.ts';
import { type KeyRange, rangesIn } from './index-ranges.ts';

/** What is asked of a collection, as far as it matters for the way there. */
export interface Question {
  filter: Doc;
  sort?: Doc;
  /** How many documents are wanted at most; 0 for all. */
  limit?: number;
}

/** One way to the candidates: through the stretches of an index, or through everything when there is none. */
export interface Plan {
  index: CollectionIndex | null;
  ranges: KeyRange[];
  backward: boolean;
  /** Whether the candidates come in the order that was asked for. */
  ordered: boolean;
  cost: number;
}

/** A filter may turn candidates down, so an ordered reading is expected to go through several for each one wanted. */
const CANDIDATES_A_RESULT = 10;

/** 1 when reading an index forward gives the sort, -1 backward, null when it doesn't give it. */
function directionFor(index: CollectionIndex, fixed: number, sort: readonly KeyPart[]): 1 | -1 | null {
  const settled = new Set(index.paths.slice(0, fixed));
  const wanted = sort.filter(({ path }) => !settled.has(path.join('.')));
  let direction: 1 | -1 | null = null;
  for (const [i, part] of wanted.entries()) {
    const own = index.parts[fixed + i];
    if (!own || index.paths[fixed + i] !== part.path.join('.')) return null;
    const turned = own.direction === part.direction ? 1 : -1;
    if (direction !== null && direction !== turned) return null;
    direction = turned;
  }
  return direction ?? 1;
}

function costOf(count: number, ordered: boolean, limit: number): number {
  if (!ordered) return count * (1 + Math.log2(count + 1) / 4);
  return limit > 0 ? Math.min(count, limit * CANDIDATES_A_RESULT) : count;
}

/** A sort that a single stretch of an index can give. */
function sortDirection(
  index: CollectionIndex,
  found: { fixed: number; ranges: KeyRange[] },
  sort: readonly KeyPart[],
): 1 | -1 | null {
  if (sort.length === 0) return 1;
  return index.multikey || found.ranges.length !== 1 ? null : directionFor(index, found.fixed, sort);
}

function planThrough(index: CollectionIndex, question: Required<Question>): Plan | null {
  const constraints = constraintsOf(question.filter);
  if (!indexCovers(index, question.filter, constraints)) return null;
  const found = rangesIn(index, constraints);
  const sort = keyPartsOf(question.sort);
  const direction = sortDirection(index, found, sort);
  if (found.used === 0 && (sort.length === 0 || direction === null)) return null;
  const count = found.ranges.reduce((total, { start, end }) => total + index.entries.count(start, end), 0);
  const ordered = direction !== null;
  return {
    index,
    ranges: found.ranges,
    backward: direction === -1,
    ordered,
    cost: costOf(count, ordered, question.limit),
  };
}

function wholeCollection(collection: Collection, question: Required<Question>): Plan {
  const ordered = Object.keys(question.sort).length === 0;
  return { index: null, ranges: [], backward: false, ordered, cost: costOf(collection.size, ordered, 0) + 1 };
}

function cheapest(collection: Collection, question: Required<Question>): Plan {
  const plans = collection.indexes.map((index) => planThrough(index, question)).filter((plan) => plan !== null);
  return plans.reduce((best, plan) => (plan.cost < best.cost ? plan : best), wholeCollection(collection, question));
}

/** The branches of an `$or` by an index each, when every branch has one. */
function planBranches(collection: Collection, { filter }: Required<Question>): Plan[] | null {
  if (!Array.isArray(filter.$or)) return null;
  const plans = filter.$or.map((branch: unknown) =>
    isDoc(branch) ? cheapest(collection, { filter: branch, sort: {}, limit: 0 }) : null,
  );
  return plans.every((plan) => plan?.index) ? (plans as Plan[]) : null;
}

/** The cheapest ways that together reach every document the filter can match; several ways give no order. */
export function choosePlans(collection: Collection, question: Question): Plan[] {
  const whole = { sort: {}, limit: 0, ...question };
  const single = cheapest(collection, whole);
  const branches = planBranches(collection, whole);
  const cost = branches?.reduce((total, plan) => total + plan.cost, 0) ?? Number.POSITIVE_INFINITY;
  return branches && cost < single.cost ? branches : [single];
}
