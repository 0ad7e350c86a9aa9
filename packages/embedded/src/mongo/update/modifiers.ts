import { Timestamp } from 'bson';
import { MongoError } from '../mongo-error.ts';
import { cloneValue, type Doc, isDoc } from '../values/documents.ts';
import { compareValues, numberOf, RANK, rankOf } from '../values/order.ts';
import { valueAt } from '../values/path.ts';
import { ARRAY_MODIFIERS } from './array-modifiers.ts';
import { calculate, numeric } from './arithmetic.ts';
import { setAt, unsetAt } from './set-path.ts';

/** One field to change: where it is, what the operator was given, and when the update happens. */
export interface Change {
  doc: Doc;
  parts: readonly string[];
  operand: unknown;
  path: string;
  now: Date;
}

type Modifier = (change: Change) => void;

function increment({ doc, parts, operand, path }: Change): void {
  const amount = numeric(operand, '$inc', path);
  const old = valueAt(doc, parts);
  setAt(doc, parts, old === undefined ? amount : calculate(numeric(old, '$inc', path), amount, '+'));
}

function multiply({ doc, parts, operand, path }: Change): void {
  const factor = numeric(operand, '$mul', path);
  const old = valueAt(doc, parts);
  setAt(doc, parts, old === undefined ? 0 : calculate(numeric(old, '$mul', path), factor, '*'));
}

function keepBest(sign: 1 | -1): Modifier {
  return ({ doc, parts, operand }) => {
    const old = valueAt(doc, parts);
    if (old === undefined || compareValues(operand, old) * sign > 0) setAt(doc, parts, cloneValue(operand));
  };
}

function setCurrentDate({ doc, parts, operand, now }: Change): void {
  const type = isDoc(operand) ? operand.$type : 'date';
  if (type === 'date') return setAt(doc, parts, now);
  if (type !== 'timestamp') throw new MongoError(2, `The '$type' string field is required to be 'date' or 'timestamp'`);
  setAt(doc, parts, new Timestamp({ t: Math.floor(now.getTime() / 1000), i: 1 }));
}

function setBits({ doc, parts, operand, path }: Change): void {
  const old = valueAt(doc, parts) ?? 0;
  if (!isDoc(operand)) throw new MongoError(2, `The $bit modifier needs a document: field '${path}'`);
  if (rankOf(old) !== RANK.number || !Number.isInteger(Number(numberOf(old)))) {
    throw new MongoError(2, `Cannot apply $bit to a value of non-integral type: the field '${path}'`);
  }
  setAt(doc, parts, Object.entries(operand).reduce(applyBits, Number(numberOf(old))));
}

function applyBits(value: number, [operation, mask]: [string, unknown]): number {
  const bits = Number(numberOf(mask));
  if (operation === 'and') return value & bits;
  if (operation === 'or') return value | bits;
  if (operation === 'xor') return value ^ bits;
  throw new MongoError(2, `The $bit modifier only supports 'and', 'or', and 'xor', not '${operation}'`);
}

function rename({ doc, parts, operand, path }: Change): void {
  if (typeof operand !== 'string') throw new MongoError(2, `The 'to' field for $rename must be a string: ${path}`);
  const old = valueAt(doc, parts);
  if (old === undefined) return;
  unsetAt(doc, parts);
  setAt(doc, operand.split('.'), old);
}

const set: Modifier = ({ doc, parts, operand }) => setAt(doc, parts, cloneValue(operand));

/** What each update operator does to one field of a document that the caller owns. */
export const MODIFIERS: Readonly<Record<string, Modifier>> = {
  ...ARRAY_MODIFIERS,
  $set: set,
  $setOnInsert: set,
  $unset: ({ doc, parts }) => unsetAt(doc, parts),
  $inc: increment,
  $mul: multiply,
  $min: keepBest(-1),
  $max: keepBest(1),
  $currentDate: setCurrentDate,
  $bit: setBits,
  $rename: rename,
};
