import { compileFilter } from '../filter/compile-filter.ts';
import { MongoError } from '../mongo-error.ts';
import { type Doc, isDoc } from '../values/documents.ts';
import { valueAt } from '../values/path.ts';

/** What a path with `$`, `$[]` or `$[name]` needs to know of the statement it stands in. */
export interface PathContext {
  /** Place of the first element that the filter matched, -1 when it matched none. */
  position: () => number;
  elementTests: ReadonlyMap<string, (element: unknown) => boolean>;
}

function identifierOf(filter: Doc): string {
  const [key, condition] = Object.entries(filter)[0] ?? [];
  if (key === undefined)
    throw new MongoError(9, 'Cannot use an expression without a top-level field name in arrayFilters');
  if (!key.startsWith('$')) return key.split('.')[0] ?? '';
  const [first] = Array.isArray(condition) ? condition : [];
  if (!isDoc(first)) throw new MongoError(9, `Cannot use ${key} without a field name in arrayFilters`);
  return identifierOf(first);
}

/** The tests of `arrayFilters` by their names. @throws MongoError when one has no name or a name comes twice. */
export function compileArrayFilters(filters: readonly unknown[]): Map<string, (element: unknown) => boolean> {
  const tests = new Map<string, (element: unknown) => boolean>();
  for (const filter of filters) {
    if (!isDoc(filter)) throw new MongoError(14, 'arrayFilters must be documents');
    const name = identifierOf(filter);
    if (tests.has(name))
      throw new MongoError(9, `Found multiple array filters with the same top-level field name ${name}`);
    const test = compileFilter(filter);
    tests.set(name, (element) => test({ [name]: element }));
  }
  return tests;
}

function elementTest(part: string, path: string, context: PathContext): (element: unknown) => boolean {
  const name = part.slice(2, -1);
  if (name === '') return () => true;
  const test = context.elementTests.get(name);
  if (!test) throw new MongoError(2, `No array filter found for identifier '${name}' in path '${path}'`);
  return test;
}

function expandElements(doc: Doc, found: string[], test: (element: unknown) => boolean): string[][] {
  const array = valueAt(doc, found);
  if (!Array.isArray(array)) {
    throw new MongoError(
      2,
      `The path '${found.join('.')}' must exist in the document in order to apply array updates.`,
    );
  }
  return array.flatMap((element, i) => (test(element) ? [[...found, String(i)]] : []));
}

function positional(context: PathContext): string {
  const position = context.position();
  if (position >= 0) return String(position);
  throw new MongoError(2, 'The positional operator did not find the match needed from the query.');
}

/** Every concrete path that an update's path stands for in a document. @throws MongoError when it stands for none. */
export function expandPath(doc: Doc, path: string, context: PathContext): string[][] {
  let found: string[][] = [[]];
  for (const part of path.split('.')) {
    if (part === '') throw new MongoError(56, `The update path '${path}' contains an empty field name`);
    if (part === '$') found = found.map((parts) => [...parts, positional(context)]);
    else if (!part.startsWith('$[')) found = found.map((parts) => [...parts, part]);
    else {
      const test = elementTest(part, path, context);
      found = found.flatMap((parts) => expandElements(doc, parts, test));
    }
  }
  return found;
}
