import { BSONRegExp } from 'bson';
import { isOperators } from '../filter/operators.ts';
import { literalPrefixOf, patternOptions } from '../filter/pattern.ts';
import { type Doc, isDoc } from '../values/documents.ts';
import { encodeKey } from '../values/encode-key.ts';
import { numberOf, RANK, rankOf } from '../values/order.ts';

/** A stretch of encoded values: from all that begin with `low` to all that begin with `high`, an open end left out. */
export interface Span {
  low: string;
  lowOpen: boolean;
  high: string;
  highOpen: boolean;
  /** Made of two conditions, which two elements of one array may fulfil separately. */
  combined: boolean;
}

/** What a filter demands of one path, as far as an ordered index can use it. Never narrower than the filter. */
export interface Constraint {
  spans: Span[];
  /** The single values that the path must have one of; null when it is a stretch. */
  values: unknown[] | null;
  /** Whether a missing field could fulfil it. */
  nullish: boolean;
}

function pointSpan(value: unknown): Span {
  const key = encodeKey(value);
  return { low: key, lowOpen: false, high: key, highOpen: false, combined: false };
}

function stretch(low: string, high: string): Span {
  return { low, lowOpen: false, high, highOpen: false, combined: false };
}

function isNullish(value: unknown): boolean {
  return value === null || value === undefined;
}

/** Whether equality to the value means one key: not for arrays (their elements are the keys) and patterns. */
function isPoint(value: unknown): boolean {
  return !Array.isArray(value) && !(value instanceof BSONRegExp);
}

function points(values: readonly unknown[]): Constraint | null {
  if (!values.every(isPoint)) return null;
  const unique = new Map(values.map((value) => [encodeKey(value), value]));
  const kept = [...unique.values()];
  return { spans: kept.map(pointSpan), values: kept, nullish: kept.some(isNullish) };
}

function prefixed(pattern: unknown, options = ''): Constraint | null {
  const prefix = literalPrefixOf(pattern, options);
  if (prefix === null) return null;
  // Without its two closing bytes the key of a text begins the keys of all texts that go on.
  const key = encodeKey(prefix).slice(0, -2);
  const spans = [stretch(key, key)];
  if (pattern instanceof BSONRegExp) spans.push(pointSpan(pattern));
  return { spans, values: null, nullish: false };
}

function hasOrder(value: unknown): boolean {
  if (isNullish(value) || Array.isArray(value)) return false;
  const rank = rankOf(value);
  if (rank === RANK.minKey || rank === RANK.maxKey || rank === RANK.regex) return false;
  return rank !== RANK.number || !Number.isNaN(numberOf(value));
}

function range(operator: string, value: unknown): Constraint | null {
  if (!hasOrder(value)) return null;
  const key = encodeKey(value);
  const type = key.charAt(0);
  const upward = operator === '$gt' || operator === '$gte';
  const span = upward ? stretch(key, type) : stretch(type, key);
  span.lowOpen = operator === '$gt';
  span.highOpen = operator === '$lt';
  return { spans: [span], values: null, nullish: false };
}

function ofOperator(operator: string, operand: unknown, siblings: Doc): Constraint | null {
  switch (operator) {
    case '$eq':
      return points([operand]);
    case '$in':
      return Array.isArray(operand) ? points(operand) : null;
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return range(operator, operand);
    case '$regex':
      return prefixed(operand, patternOptions(siblings));
    default:
      return null;
  }
}

function meet(left: Span, right: Span): Span {
  const low = left.low.length > 1 ? left : right;
  const high = left.high.length > 1 ? left : right;
  return { low: low.low, lowOpen: low.lowOpen, high: high.high, highOpen: high.highOpen, combined: true };
}

/** Both conditions at once: single values are the better ones to look up, a lower and an upper bound make a stretch. */
function both(left: Constraint, right: Constraint): Constraint {
  if (left.values || right.values) return left.values ? left : right;
  const [a, b] = [left.spans[0], right.spans[0]];
  if (!a || !b || left.spans.length > 1 || right.spans.length > 1 || a.combined || b.combined) return left;
  if (a.low.length > 1 === b.low.length > 1) return left;
  return { spans: [meet(a, b)], values: null, nullish: false };
}

function ofCondition(condition: unknown): Constraint[] {
  if (condition instanceof BSONRegExp) return [prefixed(condition)].filter((found) => found !== null);
  if (!isOperators(condition)) return [points([condition])].filter((found) => found !== null);
  return Object.entries(condition)
    .map(([operator, operand]) => ofOperator(operator, operand, condition))
    .filter((found) => found !== null);
}

function collect(filter: Doc, found: Map<string, Constraint>): void {
  for (const [key, condition] of Object.entries(filter)) {
    if (key === '$and' && Array.isArray(condition)) {
      for (const branch of condition) if (isDoc(branch)) collect(branch, found);
    } else if (!key.startsWith('$')) {
      for (const constraint of ofCondition(condition)) {
        const known = found.get(key);
        found.set(key, known ? both(known, constraint) : constraint);
      }
    }
  }
}

/** What a filter demands of each path, for choosing and entering an index. */
export function constraintsOf(filter: Doc): Map<string, Constraint> {
  const found = new Map<string, Constraint>();
  collect(filter, found);
  return found;
}
