import { BSONRegExp } from 'bson';
import { compareValues, equalValues, numberOf, RANK, rankOf } from '../values/order.ts';
import { compilePattern } from './pattern.ts';

/** A predicate on one value. */
export type ValueTest = (value: unknown) => boolean;

/** A predicate on all the values that a path reaches in one document. */
export type ValuesTest = (values: readonly unknown[]) => boolean;

/** Holds when a value, or an element of a value that is an array, passes the test. */
export function anyLeaf(test: ValueTest): ValuesTest {
  return (values) => values.some((value) => test(value) || (Array.isArray(value) && value.some(test)));
}

function matchesPattern(pattern: BSONRegExp): ValueTest {
  const compiled = compilePattern(pattern);
  return (value) =>
    typeof value === 'string' ? compiled.test(value) : rankOf(value) === RANK.regex && equalValues(value, pattern);
}

/** Equality as a filter means it: null also means missing, a regular expression means a match. */
export function equalTo(operand: unknown): ValueTest {
  if (operand instanceof BSONRegExp) return matchesPattern(operand);
  if (operand === null || operand === undefined) return (value) => value === null || value === undefined;
  return (value) => value !== undefined && value !== null && equalValues(value, operand);
}

const SIGNS: Readonly<Record<string, (sign: number) => boolean>> = {
  $gt: (sign) => sign > 0,
  $gte: (sign) => sign >= 0,
  $lt: (sign) => sign < 0,
  $lte: (sign) => sign <= 0,
};

function isNaNNumber(value: unknown): boolean {
  return Number.isNaN(numberOf(value));
}

/** Comparison within one type: a number is neither below nor above a text, NaN only equal to NaN. */
export function comparedBy(operator: string, operand: unknown): ValueTest {
  const holds = SIGNS[operator] ?? (() => false);
  const rank = rankOf(operand);
  if (rank === RANK.null) return holds(0) ? equalTo(null) : () => false;
  if (rank === RANK.minKey || rank === RANK.maxKey) {
    return (value) => value !== undefined && holds(compareValues(value, operand));
  }
  const nan = rank === RANK.number && isNaNNumber(operand);
  return (value) => {
    if (value === undefined || value === null || rankOf(value) !== rank) return false;
    if (rank === RANK.number && isNaNNumber(value) !== nan) return false;
    return holds(compareValues(value, operand));
  };
}
