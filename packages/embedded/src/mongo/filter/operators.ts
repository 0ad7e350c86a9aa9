import { BSONRegExp } from 'bson';
import { MongoError } from '../mongo-error.ts';
import { type Doc, isDoc } from '../values/documents.ts';
import { numberOf, RANK, rankOf } from '../values/order.ts';
import { typeTest } from '../values/type-test.ts';
import { BIT_OPERATORS, bitTest } from './bits.ts';
import { anyLeaf, comparedBy, equalTo, type ValuesTest } from './comparisons.ts';
import { compilePattern, patternOptions } from './pattern.ts';

/** A predicate on a whole document. */
export type DocTest = (doc: Doc) => boolean;

/** What an operator needs beside its operand. */
export interface OperatorContext {
  /** The operators beside this one, e.g. `$options` for `$regex`. */
  siblings: Doc;
  /** Compiles a whole filter, for operators that hold one. */
  compileFilter: (filter: Doc) => DocTest;
}

type Operator = (operand: unknown, context: OperatorContext) => ValuesTest;

const LOGICAL = new Set(['$and', '$or', '$nor', '$comment']);

/** Whether a condition is made of operators (`{$gt: 1}`) and is no value to be equal to. */
export function isOperators(condition: unknown): condition is Doc {
  return isDoc(condition) && (Object.keys(condition)[0]?.startsWith('$') ?? false);
}

function listOf(operand: unknown, operator: string): unknown[] {
  if (!Array.isArray(operand)) throw new MongoError(2, `${operator} needs an array`);
  return operand;
}

function isTruthy(operand: unknown): boolean {
  if (operand === undefined || operand === null || operand === false) return false;
  return rankOf(operand) !== RANK.number || Number(numberOf(operand)) !== 0;
}

function isIn(operand: unknown, operator: string): ValuesTest {
  const list = listOf(operand, operator);
  if (list.some(isOperators)) throw new MongoError(2, `cannot nest $ under ${operator}`);
  const tests = list.map(equalTo);
  return anyLeaf((value) => tests.some((test) => test(value)));
}

function hasSize(operand: unknown): ValuesTest {
  const size = Number(rankOf(operand) === RANK.number ? numberOf(operand) : Number.NaN);
  if (!Number.isInteger(size)) throw new MongoError(2, `Failed to parse $size. Expected an integer in: $size`);
  if (size < 0) throw new MongoError(2, 'Failed to parse $size. Expected a non-negative number in: $size');
  return (values) => values.some((value) => Array.isArray(value) && value.length === size);
}

function hasRemainder(operand: unknown): ValuesTest {
  const [divisor, remainder, ...more] = listOf(operand, '$mod').map((part) => Math.trunc(Number(numberOf(part))));
  if (divisor === undefined || remainder === undefined || more.length > 0) {
    throw new MongoError(2, 'malformed mod, not enough or too many elements');
  }
  if (divisor === 0) throw new MongoError(2, 'divisor cannot be 0');
  return anyLeaf((value) => {
    const number = rankOf(value) === RANK.number ? Number(numberOf(value)) : Number.NaN;
    return Number.isFinite(number) && Math.trunc(number) % divisor === remainder;
  });
}

function isMatch(operand: unknown, { siblings }: OperatorContext): ValuesTest {
  const pattern = compilePattern(operand, patternOptions(siblings));
  return anyLeaf((value) => typeof value === 'string' && pattern.test(value));
}

function withOptions(_: unknown, { siblings }: OperatorContext): ValuesTest {
  if (!('$regex' in siblings)) throw new MongoError(2, '$options needs a $regex');
  return () => true;
}

function negated(operand: unknown, context: OperatorContext): ValuesTest {
  const inner = operand instanceof BSONRegExp ? anyLeaf(equalTo(operand)) : null;
  if (!inner && !isOperators(operand)) throw new MongoError(2, '$not needs a regex or a document');
  const test = inner ?? compileOperators(operand as Doc, context.compileFilter);
  return (values) => !test(values);
}

function hasAll(operand: unknown, context: OperatorContext): ValuesTest {
  const tests = listOf(operand, '$all').map((item) =>
    isDoc(item) && '$elemMatch' in item ? hasElement(item.$elemMatch, context) : anyLeaf(equalTo(item)),
  );
  return (values) => tests.length > 0 && tests.every((test) => test(values));
}

function hasElement(operand: unknown, { compileFilter }: OperatorContext): ValuesTest {
  if (!isDoc(operand)) throw new MongoError(2, '$elemMatch needs an Object');
  const first = Object.keys(operand)[0] ?? '';
  const test =
    isOperators(operand) && !LOGICAL.has(first) ? onElement(operand, compileFilter) : onDoc(operand, compileFilter);
  return (values) => values.some((value) => Array.isArray(value) && value.some(test));
}

function onElement(operand: Doc, compileFilter: OperatorContext['compileFilter']): (element: unknown) => boolean {
  const test = compileOperators(operand, compileFilter);
  // An array within the array is one element, so operators must not look through it: it is hidden in a document.
  return (element) => test([Array.isArray(element) ? { hidden: element } : element]);
}

function onDoc(operand: Doc, compileFilter: OperatorContext['compileFilter']): (element: unknown) => boolean {
  const test = compileFilter(operand);
  return (element) => (isDoc(element) || Array.isArray(element)) && test(element as Doc);
}

function exists(operand: unknown): ValuesTest {
  if (isTruthy(operand)) return (values) => values.some((value) => value !== undefined);
  return (values) => values.every((value) => value === undefined);
}

function hasType(operand: unknown): ValuesTest {
  const tests = (Array.isArray(operand) ? operand : [operand]).map(typeTest);
  return anyLeaf((value) => tests.some((test) => test(value)));
}

function not(test: ValuesTest): ValuesTest {
  return (values) => !test(values);
}

const OPERATORS: Readonly<Record<string, Operator>> = {
  $eq: (operand) => anyLeaf(equalTo(operand)),
  $ne: (operand) => not(anyLeaf(equalTo(operand))),
  $gt: (operand) => anyLeaf(comparedBy('$gt', operand)),
  $gte: (operand) => anyLeaf(comparedBy('$gte', operand)),
  $lt: (operand) => anyLeaf(comparedBy('$lt', operand)),
  $lte: (operand) => anyLeaf(comparedBy('$lte', operand)),
  $in: (operand) => isIn(operand, '$in'),
  $nin: (operand) => not(isIn(operand, '$nin')),
  $exists: exists,
  $type: hasType,
  $size: hasSize,
  $mod: hasRemainder,
  $regex: isMatch,
  $options: withOptions,
  $not: negated,
  $all: hasAll,
  $elemMatch: hasElement,
  $comment: () => () => true,
};

/** The test of an operator document such as `{$gte: 1, $lt: 5}`. @throws MongoError naming an operator not served. */
export function compileOperators(spec: Doc, compileFilter: OperatorContext['compileFilter']): ValuesTest {
  const tests = Object.entries(spec).map(([operator, operand]) => {
    if (BIT_OPERATORS.includes(operator)) return anyLeaf(bitTest(operator, operand));
    const compile = Object.hasOwn(OPERATORS, operator) ? OPERATORS[operator] : undefined;
    if (!compile) throw new MongoError(2, `unknown operator: ${operator}`);
    return compile(operand, { siblings: spec, compileFilter });
  });
  const [only] = tests;
  return only && tests.length === 1 ? only : (values) => tests.every((test) => test(values));
}
