import type { CollectionIndex } from '../index/collection-index.ts';
import type { KeyPart } from '../index/index-keys.ts';
import { AFTER, invertKey } from '../values/encode-key.ts';
import type { Constraint, Span } from './constraints.ts';

/** A stretch of an index: from `start` (with it) to `end` (without it). */
export interface KeyRange {
  start: string;
  end: string;
}

/** The stretches of an index that hold everything a filter can match, and how they are ordered. */
export interface IndexRanges {
  ranges: KeyRange[];
  /** How many leading parts have one single value, so that the entries are ordered by the parts after them. */
  fixed: number;
  /** How many parts narrow the search. */
  used: number;
}

/** More combinations of `$in` values than this are narrowed by the leading parts alone. */
const MAX_RANGES = 1000;

function turn(span: Span, part: KeyPart): Span {
  if (part.direction === 1) return span;
  return {
    low: invertKey(span.high),
    lowOpen: span.highOpen,
    high: invertKey(span.low),
    highOpen: span.lowOpen,
    combined: span.combined,
  };
}

function toRange(prefix: string, span: Span): KeyRange {
  const start = prefix + span.low + (span.lowOpen ? AFTER : '');
  const end = prefix + span.high + (span.highOpen ? '' : AFTER);
  return { start, end };
}

/** Of two conditions only one can be relied on when they may be met by two elements of an array. */
function oneSided(span: Span): Span {
  return span.combined ? { ...span, high: span.low.charAt(0), highOpen: false, combined: false } : span;
}

function multikeyRanges(index: CollectionIndex, constraints: ReadonlyMap<string, Constraint>): IndexRanges {
  const [part] = index.parts;
  const constraint = constraints.get(index.paths[0] ?? '');
  if (!part || !constraint) return { ranges: [{ start: '', end: AFTER }], fixed: 0, used: 0 };
  return { ranges: constraint.spans.map((span) => toRange('', turn(oneSided(span), part))), fixed: 0, used: 1 };
}

/** The stretches of an index to read for what a filter demands. */
export function rangesIn(index: CollectionIndex, constraints: ReadonlyMap<string, Constraint>): IndexRanges {
  if (index.multikey) return multikeyRanges(index, constraints);
  let prefixes = [''];
  let used = 0;
  let fixed = 0;
  for (const [i, part] of index.parts.entries()) {
    const constraint = constraints.get(index.paths[i] ?? '');
    if (!constraint || prefixes.length * constraint.spans.length > MAX_RANGES) break;
    const spans = constraint.spans.map((span) => turn(span, part));
    used++;
    if (!constraint.values) {
      return { ranges: prefixes.flatMap((prefix) => spans.map((span) => toRange(prefix, span))), fixed, used };
    }
    prefixes = prefixes.flatMap((prefix) => spans.map((span) => prefix + span.low));
    if (prefixes.length === 1) fixed = used;
  }
  return { ranges: prefixes.map((prefix) => ({ start: prefix, end: prefix + AFTER })), fixed, used };
}
