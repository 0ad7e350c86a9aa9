import { MongoError } from '../mongo-error.ts';
import { cloneDoc, type Doc, isDoc, setField } from '../values/documents.ts';
import { compileArrayFilters, expandPath } from './expand-path.ts';
import { matchedPosition } from './matched-position.ts';
import { MODIFIERS } from './modifiers.ts';

/** The statement that an update stands in. */
export interface UpdateContext {
  filter: Doc;
  arrayFilters: readonly unknown[];
  inserting: boolean;
  now: Date;
}

/** An update with its paths checked once, to be applied to any number of documents. */
export type CompiledUpdate = (doc: Doc, context: { inserting: boolean; now: Date }) => Doc;

interface Step {
  operator: string;
  path: string;
  operand: unknown;
}

function conflicts(left: string, right: string): boolean {
  return left === right || left.startsWith(`${right}.`) || right.startsWith(`${left}.`);
}

function stepsOf(update: Doc): Step[] {
  return Object.entries(update).flatMap(([operator, fields]) => {
    if (!Object.hasOwn(MODIFIERS, operator)) {
      throw new MongoError(9, `Unknown modifier: ${operator}. Expected a valid update modifier`);
    }
    if (!isDoc(fields))
      throw new MongoError(9, `Modifiers operate on fields but we found another type for ${operator}`);
    return Object.entries(fields).map(([path, operand]) => ({ operator, path, operand }));
  });
}

function checkConflicts(steps: readonly Step[]): void {
  const paths: string[] = [];
  for (const { operator, path, operand } of steps) {
    const touched = operator === '$rename' ? [path, String(operand)] : [path];
    for (const next of touched) {
      const clash = paths.find((earlier) => conflicts(earlier, next));
      if (clash !== undefined)
        throw new MongoError(40, `Updating the path '${next}' would create a conflict at '${clash}'`);
      paths.push(next);
    }
  }
}

function checkArrayFiltersUsed(names: Iterable<string>, steps: readonly Step[]): void {
  for (const name of names) {
    if (steps.some(({ path }) => path.split('.').includes(`$[${name}]`))) continue;
    throw new MongoError(9, `The array filter for identifier '${name}' was not used in the update`);
  }
}

function compileModifiers(update: Doc, filter: Doc, arrayFilters: readonly unknown[]): CompiledUpdate {
  const steps = stepsOf(update);
  checkConflicts(steps);
  const elementTests = compileArrayFilters(arrayFilters);
  checkArrayFiltersUsed(elementTests.keys(), steps);
  return (original, { inserting, now }) => {
    const doc = cloneDoc(original);
    const context = { elementTests, position: () => matchedPosition(original, filter) };
    for (const { operator, path, operand } of steps) {
      if (operator === '$setOnInsert' && !inserting) continue;
      for (const parts of expandPath(doc, path, context)) MODIFIERS[operator]?.({ doc, parts, operand, path, now });
    }
    return doc;
  };
}

function compileReplacement(replacement: Doc): CompiledUpdate {
  const dollar = Object.keys(replacement).find((field) => field.startsWith('$'));
  if (dollar !== undefined) throw new MongoError(52, `The dollar ($) prefixed field '${dollar}' is not allowed here`);
  return (original) => {
    const doc: Doc = '_id' in original ? { _id: original._id } : {};
    for (const [field, value] of Object.entries(cloneDoc(replacement))) setField(doc, field, value);
    return doc;
  };
}

/** Whether an update changes fields by operators, and doesn't replace the document. */
export function isModifierUpdate(update: Doc): boolean {
  return Object.keys(update)[0]?.startsWith('$') ?? false;
}

/** Compiles the `u` of an update statement. @throws MongoError naming an operator or form that is not served. */
export function compileUpdate(update: unknown, filter: Doc, arrayFilters: readonly unknown[] = []): CompiledUpdate {
  if (Array.isArray(update)) throw new MongoError(9, 'a pipeline-style update is not served by the embedded server');
  if (!isDoc(update)) throw new MongoError(9, 'Update argument must be either an object or an array');
  if (isModifierUpdate(update)) return compileModifiers(update, filter, arrayFilters);
  if (arrayFilters.length > 0) throw new MongoError(9, 'Cannot specify arrayFilters with a replacement document');
  return compileReplacement(update);
}
