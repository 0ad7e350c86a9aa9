import { compileFilter } from '../filter/compile-filter.ts';
import type { CollectionIndex } from '../index/collection-index.ts';
import { type Doc, isDoc } from '../values/documents.ts';
import { equalValues } from '../values/order.ts';
import type { Constraint } from './constraints.ts';

function isExistence(condition: unknown): boolean {
  return isDoc(condition) && Object.keys(condition).length === 1 && condition.$exists === true;
}

/** Whether every document that the filter can match fulfils one condition of a partial index. */
function implies(
  path: string,
  condition: unknown,
  query: { filter: Doc; constraint: Constraint | undefined },
): boolean {
  if (Object.hasOwn(query.filter, path) && equalValues(query.filter[path], condition)) return true;
  if (!query.constraint) return false;
  if (isExistence(condition)) return !query.constraint.nullish;
  if (!query.constraint.values || query.constraint.nullish) return false;
  const test = compileFilter({ value: condition });
  return query.constraint.values.every((value) => test({ value }));
}

/** Whether an index holds every document that the filter can match: a sparse or partial one may leave some out. */
export function indexCovers(
  index: CollectionIndex,
  filter: Doc,
  constraints: ReadonlyMap<string, Constraint>,
): boolean {
  const { sparse, partialFilterExpression } = index.spec;
  if (sparse && !index.paths.some((path) => constraints.get(path)?.nullish === false)) return false;
  return Object.entries(partialFilterExpression ?? {}).every(
    ([path, condition]) =>
      !path.startsWith('$') && implies(path, condition, { filter, constraint: constraints.get(path) }),
  );
}
