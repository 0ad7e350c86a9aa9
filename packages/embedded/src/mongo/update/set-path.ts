import { MongoError } from '../mongo-error.ts';
import { type Doc, isDoc, setField } from '../values/documents.ts';
import { isIndex } from '../values/path.ts';

/** MongoDB pads a list with at most so many nulls before it refuses (its kMaxPaddingAllowed). */
const MAX_PADDING = 1_500_000;

type Container = Doc | unknown[];

function isContainer(value: unknown): value is Container {
  return Array.isArray(value) || isDoc(value);
}

function notViable(field: string | undefined, within: string | undefined): MongoError {
  return new MongoError(28, `Cannot create field '${field}' in element {${within}}`);
}

function put(container: Container, part: string, value: unknown): void {
  if (!Array.isArray(container)) return setField(container, part, value);
  const at = Number(part);
  if (at > container.length + MAX_PADDING) throw new MongoError(2, `can't pad the array up to ${part}`);
  while (container.length < at) container.push(null);
  container[at] = value;
}

function child(container: Container, part: string): unknown {
  if (Array.isArray(container)) return isIndex(part) ? container[Number(part)] : undefined;
  return Object.hasOwn(container, part) ? container[part] : undefined;
}

function descend(container: Container, part: string, next: string | undefined): Container {
  if (Array.isArray(container) && !isIndex(part)) throw notViable(part, 'an array');
  const found = child(container, part);
  if (isContainer(found)) return found;
  if (found !== undefined) throw notViable(next, part);
  const made: Doc = {};
  put(container, part, made);
  return made;
}

/** Sets the value at a concrete path of a document that the caller owns, making what is missing on the way. @throws MongoError when something else stands in the way. */
export function setAt(doc: Doc, parts: readonly string[], value: unknown): void {
  let container: Container = doc;
  for (const [i, part] of parts.slice(0, -1).entries()) container = descend(container, part, parts[i + 1]);
  const last = parts.at(-1) ?? '';
  if (Array.isArray(container) && !isIndex(last)) throw notViable(last, 'an array');
  put(container, last, value);
}

/** Removes the field at a concrete path; an element of an array becomes null. Nothing happens when it is missing. */
export function unsetAt(doc: Doc, parts: readonly string[]): void {
  let container: unknown = doc;
  for (const part of parts.slice(0, -1)) {
    if (!isContainer(container)) return;
    container = child(container, part);
  }
  const last = parts.at(-1) ?? '';
  if (!isContainer(container) || child(container, last) === undefined) return;
  if (Array.isArray(container)) container[Number(last)] = null;
  else delete container[last];
}
