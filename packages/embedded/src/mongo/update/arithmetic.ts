import { Decimal128, Long } from 'bson';
import { MongoError } from '../mongo-error.ts';
import { bsonTypeOf } from '../values/documents.ts';
import { numberOf, RANK, rankOf } from '../values/order.ts';

const DOUBLE_DIGITS = 15;
const LONG_MIN = -(2n ** 63n);
const LONG_MAX = 2n ** 63n - 1n;

function isLong(value: unknown): boolean {
  return bsonTypeOf(value) === 'Long';
}

function exactly(left: unknown, right: unknown, operator: '+' | '*'): unknown {
  const a = BigInt(numberOf(left));
  const b = BigInt(numberOf(right));
  const result = operator === '+' ? a + b : a * b;
  if (result < LONG_MIN || result > LONG_MAX)
    throw new MongoError(2, 'Failed to apply the update: the number is too great for 64 bits');
  return Long.fromBigInt(result);
}

/** The sum or product of two numbers: 64-bit integers exactly, decimals to 15 digits. */
export function calculate(left: unknown, right: unknown, operator: '+' | '*'): unknown {
  const decimal = [left, right].some((value) => bsonTypeOf(value) === 'Decimal128');
  const whole = [left, right].every((value) => isLong(value) || Number.isSafeInteger(value));
  if (!decimal && whole && (isLong(left) || isLong(right))) return exactly(left, right, operator);
  const a = Number(numberOf(left));
  const b = Number(numberOf(right));
  const result = operator === '+' ? a + b : a * b;
  return decimal ? Decimal128.fromString(String(Number(result.toPrecision(DOUBLE_DIGITS)))) : result;
}

/** The value itself when it is a number. @throws MongoError naming the field when it is not. */
export function numeric(value: unknown, operator: string, path: string): unknown {
  if (value !== undefined && value !== null && rankOf(value) === RANK.number) return value;
  throw new MongoError(14, `Cannot apply ${operator} to a value of non-numeric type: the field '${path}'`);
}
