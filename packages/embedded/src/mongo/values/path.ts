import { isDoc } from './documents.ts';

/** Whether a part of a path may be a place in an array. */
export function isIndex(part: string): boolean {
  return /^\d+$/.test(part);
}

function reach(value: unknown, parts: readonly string[], found: unknown[]): void {
  const [part, ...rest] = parts;
  if (part === undefined) {
    found.push(value);
  } else if (Array.isArray(value)) {
    if (isIndex(part) && Number(part) < value.length) reach(value[Number(part)], rest, found);
    for (const item of value) if (isDoc(item)) reach(item, parts, found);
  } else if (isDoc(value) && Object.hasOwn(value, part)) {
    reach(value[part], rest, found);
  } else {
    found.push(undefined);
  }
}

/** The values that a path reaches through documents and the elements of arrays; undefined stands for a missing field. */
export function valuesAt(value: unknown, parts: readonly string[]): unknown[] {
  const first = parts.length === 1 ? parts[0] : undefined;
  if (first !== undefined && isDoc(value)) return [Object.hasOwn(value, first) ? value[first] : undefined];
  const found: unknown[] = [];
  reach(value, parts, found);
  return found;
}

/** The one value at a concrete path, where a number in the path is a place in an array; undefined when missing. */
export function valueAt(value: unknown, parts: readonly string[]): unknown {
  let current = value;
  for (const part of parts) {
    if (Array.isArray(current)) current = isIndex(part) ? current[Number(part)] : undefined;
    else current = isDoc(current) && Object.hasOwn(current, part) ? current[part] : undefined;
  }
  return current;
}
