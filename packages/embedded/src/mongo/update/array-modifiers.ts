import { compileFilter } from '../filter/compile-filter.ts';
import { isOperators } from '../filter/operators.ts';
import { sortKeyOf } from '../index/index-keys.ts';
import { MongoError } from '../mongo-error.ts';
import { cloneValue, type Doc, isDoc } from '../values/documents.ts';
import { encodeKey } from '../values/encode-key.ts';
import { compareValues } from '../values/order.ts';
import { valueAt } from '../values/path.ts';
import { setAt } from './set-path.ts';

interface ArrayChange {
  doc: Doc;
  parts: readonly string[];
  operand: unknown;
  path: string;
}

function arrayOf(value: unknown, operator: string, path: string): unknown[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value;
  throw new MongoError(2, `The field '${path}' must be an array for ${operator}`);
}

function itemsOf(operand: unknown, operator: string): unknown[] {
  if (!isDoc(operand) || !('$each' in operand)) return [cloneValue(operand)];
  if (!Array.isArray(operand.$each)) throw new MongoError(2, `The argument to $each in ${operator} must be an array`);
  return operand.$each.map(cloneValue);
}

const PUSH_CLAUSES = new Set(['$each', '$slice', '$sort', '$position']);

function checkClauses(operand: Doc): void {
  const unknown = Object.keys(operand).find((clause) => !PUSH_CLAUSES.has(clause));
  if (unknown !== undefined) throw new MongoError(2, `Unrecognized clause in $push: ${unknown}`);
}

function integer(value: unknown, clause: string): number {
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  throw new MongoError(2, `The value for ${clause} must be an integer value`);
}

function sortArray(array: unknown[], by: unknown): unknown[] {
  if (by === 1 || by === -1) return array.toSorted((a, b) => compareValues(a, b) * by);
  if (!isDoc(by)) throw new MongoError(2, 'The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1}');
  const keyed = array.map((item) => ({ item, key: sortKeyOf(isDoc(item) ? item : {}, by) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)));
  return keyed.map(({ item }) => item);
}

function push({ doc, parts, operand, path }: ArrayChange): void {
  const array = [...arrayOf(valueAt(doc, parts), '$push', path)];
  const clauses = isDoc(operand) && '$each' in operand ? operand : {};
  checkClauses(clauses);
  const at = clauses.$position === undefined ? array.length : integer(clauses.$position, '$position');
  array.splice(at, 0, ...itemsOf(operand, '$push'));
  const sorted = clauses.$sort === undefined ? array : sortArray(array, clauses.$sort);
  setAt(doc, parts, clauses.$slice === undefined ? sorted : slice(sorted, integer(clauses.$slice, '$slice')));
}

function slice(array: unknown[], count: number): unknown[] {
  return count < 0 ? array.slice(count) : array.slice(0, count);
}

function addToSet({ doc, parts, operand, path }: ArrayChange): void {
  const array = [...arrayOf(valueAt(doc, parts), '$addToSet', path)];
  const present = new Set(array.map(encodeKey));
  for (const item of itemsOf(operand, '$addToSet')) {
    const key = encodeKey(item);
    if (!present.has(key)) array.push(item);
    present.add(key);
  }
  setAt(doc, parts, array);
}

function pop({ doc, parts, operand, path }: ArrayChange): void {
  const end = Number(operand);
  if (end !== 1 && end !== -1) throw new MongoError(9, `$pop expects 1 or -1, found: ${String(operand)}`);
  const old = valueAt(doc, parts);
  if (old === undefined) return;
  const array = arrayOf(old, '$pop', path);
  setAt(doc, parts, end < 0 ? array.slice(1) : array.slice(0, -1));
}

function removal(operand: unknown): (element: unknown) => boolean {
  if (isDoc(operand) && !isOperators(operand)) {
    const test = compileFilter(operand);
    return (element) => isDoc(element) && test(element);
  }
  const test = compileFilter({ element: isOperators(operand) ? operand : pullCondition(operand) });
  return (element) => test({ element });
}

function pullCondition(operand: unknown): unknown {
  return Array.isArray(operand) ? { $eq: operand } : operand;
}

function removeFrom({ doc, parts, path }: ArrayChange, operator: string, drops: (element: unknown) => boolean): void {
  const old = valueAt(doc, parts);
  if (old === undefined) return;
  setAt(
    doc,
    parts,
    arrayOf(old, operator, path).filter((element) => !drops(element)),
  );
}

function pullAll(change: ArrayChange): void {
  if (!Array.isArray(change.operand)) throw new MongoError(2, '$pullAll requires an array argument');
  const keys = new Set(change.operand.map(encodeKey));
  removeFrom(change, '$pullAll', (element) => keys.has(encodeKey(element)));
}

/** The update operators that change arrays. */
export const ARRAY_MODIFIERS: Readonly<Record<string, (change: ArrayChange) => void>> = {
  $push: push,
  $addToSet: addToSet,
  $pop: pop,
  $pull: (change) => removeFrom(change, '$pull', removal(change.operand)),
  $pullAll: pullAll,
};
