import { BSONRegExp } from 'bson';
import { isOperators } from '../filter/operators.ts';
import { cloneValue, type Doc, isDoc } from '../values/documents.ts';
import { setAt } from './set-path.ts';

const NOTHING = Symbol('no value');

function valueOf(condition: unknown): unknown {
  if (condition instanceof BSONRegExp) return NOTHING;
  if (!isOperators(condition)) return condition;
  if ('$eq' in condition) return condition.$eq;
  const list = condition.$in ?? condition.$all;
  return Array.isArray(list) && list.length === 1 && !isDoc(list[0]) ? list[0] : NOTHING;
}

function collect(filter: Doc, seed: Doc): void {
  for (const [key, condition] of Object.entries(filter)) {
    if (key === '$and' || (key === '$or' && Array.isArray(condition) && condition.length === 1)) {
      for (const branch of condition as Doc[]) collect(branch, seed);
    } else if (!key.startsWith('$')) {
      const value = valueOf(condition);
      if (value !== NOTHING) setAt(seed, key.split('.'), cloneValue(value));
    }
  }
}

/** The document an upsert starts from: what the filter says by equality. */
export function upsertSeed(filter: Doc): Doc {
  const seed: Doc = {};
  collect(filter, seed);
  return seed;
}
