import { MongoError } from '../mongo-error.ts';
import { bsonTypeOf, isDoc } from './documents.ts';
import { RANK, rankOf } from './order.ts';

type TypeTest = (value: unknown) => boolean;

const INT32_MAX = 0x7fffffff;
const hasRank = (rank: number) => (value: unknown) => rankOf(value) === rank;
const isInt = (value: unknown) => Number.isInteger(value) && Math.abs(Number(value)) <= INT32_MAX;
const isWideInteger = (value: unknown) => Number.isInteger(value) && Math.abs(Number(value)) > INT32_MAX;

const TESTS: Readonly<Record<string, TypeTest>> = {
  // A whole double comes back as an integer from the driver's library, so it counts as one here.
  double: (value) => typeof value === 'number' && !Number.isInteger(value),
  string: hasRank(RANK.string),
  object: isDoc,
  array: (value) => Array.isArray(value),
  binData: hasRank(RANK.binary),
  objectId: hasRank(RANK.objectId),
  bool: hasRank(RANK.boolean),
  date: hasRank(RANK.date),
  null: (value) => value === null,
  regex: hasRank(RANK.regex),
  int: isInt,
  timestamp: hasRank(RANK.timestamp),
  long: (value) => bsonTypeOf(value) === 'Long' || isWideInteger(value),
  decimal: (value) => bsonTypeOf(value) === 'Decimal128',
  number: hasRank(RANK.number),
  minKey: hasRank(RANK.minKey),
  maxKey: hasRank(RANK.maxKey),
};

const NAMES: Readonly<Record<number, string>> = {
  1: 'double',
  2: 'string',
  3: 'object',
  4: 'array',
  5: 'binData',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  10: 'null',
  11: 'regex',
  16: 'int',
  17: 'timestamp',
  18: 'long',
  19: 'decimal',
  [-1]: 'minKey',
  127: 'maxKey',
};

/** The test that `$type` names by an alias or a number. @throws MongoError for a type that doesn't exist. */
export function typeTest(type: unknown): TypeTest {
  const name = typeof type === 'string' ? type : NAMES[Number(type)];
  const test = name !== undefined && Object.hasOwn(TESTS, name) ? TESTS[name] : undefined;
  if (!test) throw new MongoError(2, `Unknown type name alias: ${String(type)}`);
  return (value) => value !== undefined && test(value);
}
