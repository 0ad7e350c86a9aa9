import { Binary } from 'bson';

/** A BSON document as the driver's own library decodes it; stored ones are never changed in place. */
export type Doc = Record<string, unknown>;

/** The name of a class of the bson library, or undefined for plain JavaScript values. */
export function bsonTypeOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const type = (value as { _bsontype?: unknown })._bsontype;
  return typeof type === 'string' ? type : undefined;
}

/** Whether a value is an embedded document, and neither an array nor one of BSON's own types. */
export function isDoc(value: unknown): value is Doc {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return !(value instanceof Date) && !(value instanceof RegExp) && bsonTypeOf(value) === undefined;
}

/** Sets an own field, also one called `__proto__`, which plain assignment would take for the prototype. */
export function setField(target: Doc, field: string, value: unknown): void {
  if (field !== '__proto__') target[field] = value;
  else Object.defineProperty(target, field, { value, enumerable: true, configurable: true, writable: true });
}

/** A deep copy that shares only what nobody can change. */
export function cloneValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(cloneValue);
  if (isDoc(value)) return cloneDoc(value);
  // A Binary is a view on the message it came in: copied, so that the whole message isn't kept alive by it.
  if (value instanceof Binary) return new Binary(Uint8Array.from(value.value()), value.sub_type);
  return value;
}

/** A deep copy of a document. */
export function cloneDoc(doc: Doc): Doc {
  const copy: Doc = {};
  for (const field of Object.keys(doc)) setField(copy, field, cloneValue(doc[field]));
  return copy;
}
