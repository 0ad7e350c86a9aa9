import { MongoError } from '../mongo-error.ts';
import { type Doc, isDoc } from '../values/documents.ts';
import { valuesAt } from '../values/path.ts';
import { anyLeaf, equalTo } from './comparisons.ts';
import { compileOperators, type DocTest, isOperators } from './operators.ts';

function branches(operand: unknown, operator: string): DocTest[] {
  if (!Array.isArray(operand) || operand.length === 0) {
    throw new MongoError(2, `${operator} argument must be a non-empty array`);
  }
  return operand.map((branch: unknown) => {
    if (!isDoc(branch)) throw new MongoError(2, `${operator} argument's entries must be objects`);
    return compileFilter(branch);
  });
}

function all(tests: readonly DocTest[]): DocTest {
  const [only] = tests;
  return only && tests.length === 1 ? only : (doc) => tests.every((test) => test(doc));
}

function compileLogical(operator: string, operand: unknown): DocTest {
  if (operator === '$comment') return () => true;
  if (operator !== '$and' && operator !== '$or' && operator !== '$nor') {
    throw new MongoError(2, `unknown top level operator: ${operator}. It is not served by the embedded server`);
  }
  const tests = branches(operand, operator);
  if (operator === '$and') return all(tests);
  if (operator === '$or') return (doc) => tests.some((test) => test(doc));
  return (doc) => !tests.some((test) => test(doc));
}

function compileField(path: string, condition: unknown): DocTest {
  const parts = path.split('.');
  const test = isOperators(condition) ? compileOperators(condition, compileFilter) : anyLeaf(equalTo(condition));
  return (doc) => test(valuesAt(doc, parts));
}

/** The test of a filter document. @throws MongoError naming whatever in it is not served. */
export function compileFilter(filter: Doc): DocTest {
  const tests = Object.entries(filter).map(([key, condition]) =>
    key.startsWith('$') ? compileLogical(key, condition) : compileField(key, condition),
  );
  return all(tests);
}

/** A filter out of a command: absent means every document. @throws MongoError when it is no document. */
export function filterOf(value: unknown): Doc {
  if (value === undefined || value === null) return {};
  if (!isDoc(value)) throw new MongoError(14, 'a filter must be a document');
  return value;
}
