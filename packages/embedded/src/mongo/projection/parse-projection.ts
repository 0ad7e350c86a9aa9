import { compileFilter } from '../filter/compile-filter.ts';
import { MongoError, notServed } from '../mongo-error.ts';
import { type Doc, isDoc } from '../values/documents.ts';

/** What becomes of one field: nothing is left of it when undefined comes back. */
export type Transform = (value: unknown, doc: Doc) => unknown;

/** A tree of paths; at its leaves true stands for the whole field. */
export type Tree = Map<string, Tree | true | Transform>;

/** A projection ready to be applied. */
export interface Projection {
  including: boolean;
  tree: Tree;
}

interface Entry {
  path: string;
  /** True and false include and exclude the field; a slice does neither, an element includes. */
  kind: boolean | 'slice' | 'element';
  leaf: true | Transform;
}

function place(tree: Tree, path: string, leaf: true | Transform): void {
  const parts = path.split('.');
  let node = tree;
  for (const part of parts.slice(0, -1)) {
    const next = node.get(part) ?? new Map();
    if (!(next instanceof Map)) throw new MongoError(31249, `Path collision at ${path}`);
    node.set(part, next);
    node = next;
  }
  const last = parts.at(-1) ?? '';
  if (node.has(last)) throw new MongoError(31250, `Path collision at ${path}`);
  node.set(last, leaf);
}

function sliceOf(operand: unknown): Transform {
  const numbers = (Array.isArray(operand) ? operand : [operand]).map(Number);
  const [first = Number.NaN, count] = numbers;
  if (numbers.some((number) => !Number.isInteger(number)) || numbers.length > 2 || (count ?? 1) <= 0) {
    throw new MongoError(28667, '$slice takes a number, or an array of a place and a positive count');
  }
  return (value) => (Array.isArray(value) ? sliced(value, first, count) : value);
}

function sliced(array: unknown[], first: number, count: number | undefined): unknown[] {
  if (count === undefined) return first < 0 ? array.slice(first) : array.slice(0, first);
  const start = first < 0 ? Math.max(0, array.length + first) : first;
  return array.slice(start, start + count);
}

function elementOf(operand: unknown): Transform {
  if (!isDoc(operand)) throw new MongoError(9, 'elemMatch: Invalid argument, object required');
  const test = compileFilter({ array: { $elemMatch: operand } });
  return (value) => {
    const element = Array.isArray(value) ? value.findIndex((item) => test({ array: [item] })) : -1;
    return element < 0 ? undefined : [(value as unknown[])[element]];
  };
}

function operatorEntry(path: string, operator: string, operand: unknown): Entry {
  if (operator === '$slice') return { path, kind: 'slice', leaf: sliceOf(operand) };
  if (operator === '$elemMatch') return { path, kind: 'element', leaf: elementOf(operand) };
  throw new MongoError(
    168,
    `Invalid projection operator ${operator} at ${path}: the embedded server serves $slice and $elemMatch`,
  );
}

function positionalEntry(path: string, position: (doc: Doc) => number): Entry {
  const leaf: Transform = (value, doc) => {
    if (!Array.isArray(value)) return value;
    const at = position(doc);
    if (at < 0)
      throw new MongoError(51246, 'Executor error: positional operator did not find the match needed from the query');
    return value.slice(at, at + 1);
  };
  return { path: path.slice(0, -2), kind: true, leaf };
}

function entriesOf(spec: Doc, prefix: string, position: (doc: Doc) => number): Entry[] {
  return Object.entries(spec).flatMap(([field, value]) => {
    const path = prefix + field;
    if (isDoc(value)) {
      const [operator] = Object.keys(value);
      if (operator === undefined)
        throw new MongoError(51270, `An empty sub-projection is not a valid value at ${path}`);
      if (operator.startsWith('$')) return [operatorEntry(path, operator, value[operator])];
      return entriesOf(value, `${path}.`, position);
    }
    if (typeof value !== 'number' && typeof value !== 'boolean')
      throw notServed(`an expression in a projection (${path})`);
    return [
      path.endsWith('.$') ? positionalEntry(path, position) : { path, kind: Boolean(value), leaf: true as const },
    ];
  });
}

function isIncluding(entries: readonly Entry[]): boolean {
  const id = entries.find(({ path }) => path === '_id');
  const kinds = new Set(entries.filter(({ path }) => path !== '_id').map(({ kind }) => kind));
  const chooses = kinds.has(true) || kinds.has('element');
  if (chooses && kinds.has(false)) {
    throw new MongoError(31254, 'Cannot do exclusion in inclusion projection, nor inclusion in exclusion projection');
  }
  // Whether this shows the other fields differs between servers, so nobody may rely on it.
  if (id && kinds.has('element') && !kinds.has(true)) throw notServed('$elemMatch in a projection beside _id alone');
  return chooses || (kinds.size === 0 && id?.kind === true);
}

/** The projection of a command; `position` finds the element that a query matched. @throws MongoError for a form that is not served. */
export function parseProjection(spec: Doc, position: (doc: Doc) => number): Projection {
  const entries = entriesOf(spec, '', position);
  const including = isIncluding(entries);
  const tree: Tree = new Map();
  const id = entries.find(({ path }) => path === '_id');
  if (including && !id) tree.set('_id', true);
  for (const { path, kind, leaf } of entries) {
    // `_id` may go against the others: kept it needs no leaf when excluding, dropped none when including.
    if (path === '_id' && kind === !including) continue;
    place(tree, path, leaf);
  }
  return { including, tree };
}
