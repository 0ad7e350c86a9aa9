import { MongoError } from '../mongo-error.ts';
import { type Doc, isDoc } from '../values/documents.ts';
import { EMPTY_ARRAY, encodeCompoundKey } from '../values/encode-key.ts';
import { isIndex } from '../values/path.ts';

/** One part of an index or a sort: a path and its direction. */
export interface KeyPart {
  path: readonly string[];
  direction: 1 | -1;
}

/** The keys of one document, and whether an array on the way made several of it. */
export interface DocumentKeys {
  keys: string[];
  throughArray: boolean;
  /** Whether at least one of the paths leads to a value, null included. */
  present: boolean;
}

interface Cursor {
  value: unknown;
  rest: readonly string[];
  /** An element is indexed as it is, even when it is an array itself. */
  settled: boolean;
}

/** The parts of `{a: 1, 'b.c': -1}`. @throws MongoError for any other direction. */
export function keyPartsOf(spec: Doc): KeyPart[] {
  return Object.entries(spec).map(([path, direction]) => {
    const sign = Number(direction);
    if (sign !== 1 && sign !== -1)
      throw new MongoError(15975, `$sort key ordering must be 1 (for ascending) or -1: ${path}`);
    return { path: path.split('.'), direction: sign };
  });
}

/** Walks on to the end of the path, or to the array that it leads through. */
function walk(cursor: Cursor): Cursor {
  let { value, rest } = cursor;
  while (!cursor.settled && rest.length > 0) {
    const part = rest[0] ?? '';
    if (Array.isArray(value)) {
      if (!isIndex(part) || Number(part) >= value.length) break;
      value = value[Number(part)];
    } else {
      value = isDoc(value) && Object.hasOwn(value, part) ? value[part] : undefined;
    }
    rest = rest.slice(1);
  }
  return { value, rest, settled: cursor.settled };
}

function openArrayOf(cursors: readonly Cursor[]): unknown[] | null {
  let found: unknown[] | null = null;
  for (const { value, settled } of cursors) {
    if (settled || !Array.isArray(value)) continue;
    if (found !== null && found !== value) throw new MongoError(171, 'cannot index parallel arrays');
    found = value;
  }
  return found;
}

function intoElement(cursor: Cursor, array: readonly unknown[], element: unknown): Cursor {
  if (cursor.value !== array || cursor.settled) return cursor;
  if (cursor.rest.length === 0) return { value: element, rest: [], settled: true };
  return { value: isDoc(element) ? element : undefined, rest: cursor.rest, settled: false };
}

function intoNothing(cursor: Cursor, array: readonly unknown[]): Cursor {
  if (cursor.value !== array || cursor.settled) return cursor;
  return { value: cursor.rest.length === 0 ? EMPTY_ARRAY : undefined, rest: [], settled: true };
}

function combinations(cursors: readonly Cursor[], found: unknown[][]): boolean {
  const walked = cursors.map(walk);
  const array = openArrayOf(walked);
  if (array === null) {
    found.push(walked.map(({ value }) => value));
    return false;
  }
  if (array.length === 0)
    combinations(
      walked.map((cursor) => intoNothing(cursor, array)),
      found,
    );
  for (const element of array)
    combinations(
      walked.map((cursor) => intoElement(cursor, array, element)),
      found,
    );
  return true;
}

/** The encoded keys of a document for the parts of an index, each once. @throws MongoError when two parts run through different arrays. */
export function documentKeys(doc: Doc, parts: readonly KeyPart[]): DocumentKeys {
  const found: unknown[][] = [];
  const throughArray = combinations(
    parts.map(({ path }) => ({ value: doc, rest: path, settled: false })),
    found,
  );
  const directions = parts.map(({ direction }) => direction);
  const keys = found.map((values) => encodeCompoundKey(values, directions));
  const present = found.some((values) => values.some((value) => value !== undefined));
  return { keys: throughArray ? [...new Set(keys)] : keys, throughArray, present };
}

/** The key by which a document sorts: of several, the one that comes first. */
export function sortKey(doc: Doc, parts: readonly KeyPart[]): string {
  const { keys } = documentKeys(doc, parts);
  return keys.reduce((best, key) => (key < best ? key : best), keys[0] ?? '');
}

/** As `sortKey`, from a sort specification. */
export function sortKeyOf(doc: Doc, spec: Doc): string {
  return sortKey(doc, keyPartsOf(spec));
}
