import type { Binary, BSONRegExp, Decimal128, Long, ObjectId, Timestamp } from 'bson';
import { MongoError } from '../mongo-error.ts';
import { bsonTypeOf, type Doc } from './documents.ts';

/** The order of types, as first byte of an encoded key too (MongoDB manual, "Comparison/Sort Order"). */
export const RANK = {
  minKey: 1,
  emptyArray: 2,
  null: 5,
  number: 10,
  string: 15,
  object: 20,
  array: 25,
  binary: 30,
  objectId: 35,
  boolean: 40,
  date: 45,
  timestamp: 47,
  regex: 50,
  maxKey: 127,
} as const;

const BSON_RANKS: Readonly<Record<string, number>> = {
  MinKey: RANK.minKey,
  MaxKey: RANK.maxKey,
  Long: RANK.number,
  Int32: RANK.number,
  Double: RANK.number,
  Decimal128: RANK.number,
  Binary: RANK.binary,
  ObjectId: RANK.objectId,
  Timestamp: RANK.timestamp,
  BSONRegExp: RANK.regex,
};

const PRIMITIVE_RANKS: Readonly<Record<string, number>> = {
  undefined: RANK.null,
  number: RANK.number,
  bigint: RANK.number,
  string: RANK.string,
  boolean: RANK.boolean,
};

/** Where a value's type stands in MongoDB's order. @throws MongoError for a BSON type that is not served. */
export function rankOf(value: unknown): number {
  const primitive = PRIMITIVE_RANKS[typeof value];
  if (primitive !== undefined) return primitive;
  if (value === null) return RANK.null;
  if (value instanceof Date) return RANK.date;
  if (Array.isArray(value)) return RANK.array;
  const type = bsonTypeOf(value);
  if (type === undefined) return RANK.object;
  const rank = BSON_RANKS[type];
  if (rank === undefined) throw new MongoError(2, `BSON type ${type} can't be compared by the embedded server`);
  return rank;
}

/** The number of a numeric value: a bigint for a 64-bit integer, the nearest double for a decimal. */
export function numberOf(value: unknown): number | bigint {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  const type = bsonTypeOf(value);
  if (type === 'Long') return (value as Long).toBigInt();
  if (type === 'Decimal128') return Number.parseFloat((value as Decimal128).toString());
  return Number(value);
}

/** The bytes of a binary value. */
export function bytesOf(value: unknown): Uint8Array {
  return (value as Binary).value();
}

function order<T extends number | bigint | string>(left: T, right: T): number {
  if (left < right) return -1;
  return left > right ? 1 : 0;
}

function compareNumbers(left: unknown, right: unknown): number {
  const a = numberOf(left);
  const b = numberOf(right);
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : -1;
  if (Number.isNaN(b)) return 1;
  return order<number | bigint>(a, b);
}

function compareStrings(left: string, right: string): number {
  // UTF-16 units order like code points, and so like UTF-8 bytes, unless a surrogate is involved.
  if (left === right) return 0;
  return Buffer.compare(Buffer.from(left), Buffer.from(right));
}

function compareArrays(left: readonly unknown[], right: readonly unknown[]): number {
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const found = compareValues(left[i], right[i]);
    if (found !== 0) return found;
  }
  return left.length - right.length;
}

function compareDocs(left: Doc, right: Doc): number {
  const a = Object.entries(left);
  const b = Object.entries(right);
  for (const [i, [field, value]] of a.entries()) {
    const other = b[i];
    if (!other) return 1;
    const found = rankOf(value) - rankOf(other[1]) || compareStrings(field, other[0]) || compareValues(value, other[1]);
    if (found !== 0) return found;
  }
  return a.length - b.length;
}

function compareBinaries(left: Binary, right: Binary): number {
  const a = bytesOf(left);
  const b = bytesOf(right);
  return a.length - b.length || left.sub_type - right.sub_type || Buffer.compare(a, b);
}

function compareRegexes(left: BSONRegExp, right: BSONRegExp): number {
  return compareStrings(left.pattern, right.pattern) || compareStrings(left.options, right.options);
}

const COMPARE: Readonly<Record<number, (left: never, right: never) => number>> = {
  [RANK.number]: compareNumbers,
  [RANK.string]: compareStrings,
  [RANK.object]: compareDocs,
  [RANK.array]: compareArrays,
  [RANK.binary]: compareBinaries,
  [RANK.objectId]: (a: ObjectId, b: ObjectId) => order(a.toHexString(), b.toHexString()),
  [RANK.boolean]: (a: boolean, b: boolean) => Number(a) - Number(b),
  [RANK.date]: (a: Date, b: Date) => a.getTime() - b.getTime(),
  [RANK.timestamp]: (a: Timestamp, b: Timestamp) => order(a.toBigInt(), b.toBigInt()),
  [RANK.regex]: compareRegexes,
};

/** MongoDB's order of any two values: negative, zero for equal, positive. */
export function compareValues(left: unknown, right: unknown): number {
  const rank = rankOf(left);
  const other = rankOf(right);
  if (rank !== other) return rank - other;
  return COMPARE[rank]?.(left as never, right as never) ?? 0;
}

/** Whether two values are the same to MongoDB, whatever number type carries them. */
export function equalValues(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left === 'string' || typeof right === 'string') return false;
  return compareValues(left, right) === 0;
}
