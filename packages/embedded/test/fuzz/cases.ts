import mongoose from 'mongoose';
import type { Random } from './random.ts';

const { Decimal128, ObjectId } = mongoose.mongo;

/** A document or a part of a command, made at random. */
export type Made = Record<string, unknown>;

const FIELDS = [
  'a',
  'b',
  'c',
  'a.x',
  'b.y',
  'arr',
  'items.k',
  'items.v',
  'items.0.v',
  'n',
  's',
  'nope',
  'arr.1',
  'c.z',
  'at',
];
const TYPES = ['int', 'string', 'array', 'object', 'null', 'date', 'double', 'number', 'bool', 'objectId'];
const IDS = Array.from({ length: 8 }, (_, i) => new ObjectId(`65000000000000000000000${i}`));
const DAY = 86_400_000;

function scalar(r: Random): unknown {
  return r.pick<() => unknown>([
    () => r.below(10),
    () => r.below(10) - 5,
    () => r.below(100) / 4,
    () => r.pick(['a', 'b', 'ab', 'B', '', 'zz', '数据', '数']),
    () => null,
    () => r.chance(0.5),
    () => new Date(1.7e12 + r.below(50) * DAY),
    () => r.pick(IDS),
  ])();
}

function value(r: Random, depth = 0): unknown {
  if (depth < 2 && r.chance(0.15)) return Array.from({ length: r.below(4) }, () => value(r, depth + 1));
  if (depth < 2 && r.chance(0.15)) return object(r, depth + 1);
  return scalar(r);
}

function object(r: Random, depth: number): Made {
  return Object.fromEntries(['x', 'y', 'z'].filter(() => r.chance(0.5)).map((field) => [field, value(r, depth)]));
}

/** A document with fields of every kind, some missing. */
export function makeDocument(r: Random, id: number): Made {
  const doc: Made = { _id: id, n: r.below(20), s: r.pick(['a', 'b', 'c', 'd']) };
  for (const field of ['a', 'b', 'c']) if (r.chance(0.7)) doc[field] = value(r);
  if (r.chance(0.6)) doc.arr = Array.from({ length: r.below(4) }, () => r.below(6));
  if (r.chance(0.6))
    doc.items = Array.from({ length: 1 + r.below(3) }, () => ({ k: r.pick(['p', 'q', 'r']), v: r.below(10) }));
  doc.at = new Date(1.7e12 + r.below(100) * 7 * 3_600_000);
  if (r.chance(0.2)) doc.m = Decimal128.fromString(String(r.below(50) / 10));
  return doc;
}

function condition(r: Random): unknown {
  return r.pick<() => unknown>([
    () => scalar(r),
    () => ({ $gt: scalar(r) }),
    () => ({ $gte: r.below(10) }),
    () => ({ $gte: r.below(10), $lt: r.below(15) }),
    () => ({ $lt: r.below(10) }),
    () => ({ $lte: scalar(r) }),
    () => ({ $ne: scalar(r) }),
    () => ({ $in: [scalar(r), scalar(r)] }),
    () => ({ $nin: [scalar(r), scalar(r)] }),
    () => ({ $exists: r.chance(0.5) }),
    () => ({ $type: r.pick(TYPES) }),
    () => ({ $size: r.below(3) }),
    () => ({ $all: [r.below(6), r.below(6)] }),
    () => ({ $elemMatch: { $gt: r.below(5) } }),
    () => ({ $not: { $gt: r.below(8) } }),
    () => ({ $regex: r.pick(['^a', 'b', '^B', '^数']), $options: r.pick(['', 'i']) }),
    () => ({ $mod: [3, r.below(3)] }),
    () => value(r),
  ])();
}

/** A filter, nested at most twice. */
export function makeFilter(r: Random, depth = 0): Made {
  if (depth < 2 && r.chance(0.1)) return { $or: [makeFilter(r, depth + 1), makeFilter(r, depth + 1)] };
  if (depth < 2 && r.chance(0.1)) return { $and: [makeFilter(r, depth + 1), makeFilter(r, depth + 1)] };
  if (depth < 2 && r.chance(0.04)) return { $nor: [makeFilter(r, depth + 1)] };
  if (r.chance(0.06)) return { items: { $elemMatch: { k: r.pick(['p', 'q']), v: { $gt: r.below(9) } } } };
  const filter: Made = { [r.pick(FIELDS)]: condition(r) };
  if (r.chance(0.3)) filter[r.pick(FIELDS)] = condition(r);
  return filter;
}

/** A sort that ends with `_id`, so that the order is settled. */
export function makeSort(r: Random): Made {
  return { [r.pick(FIELDS)]: r.pick([1, -1]), _id: 1 };
}

/** A projection of one of the served forms. */
export function makeProjection(r: Random): Made {
  return r.pick<() => Made>([
    () => ({ s: 1, 'items.v': 1, _id: 0 }),
    () => ({ a: 0, 'b.y': 0, at: 0 }),
    () => ({ 'a.x': 1, n: 1 }),
    () => ({ a: { x: 1 } }),
    () => ({ arr: { $slice: r.pick([1, -1, [1, 2], [-2, 1]]) } }),
    () => ({ n: 1, arr: { $slice: 1 } }),
    () => ({ items: { $elemMatch: { v: { $gt: r.below(9) } } } }),
    () => ({ _id: 0 }),
    () => ({ _id: 1 }),
    () => ({ _id: 0, a: 0 }),
  ])();
}

/** An update by operators. */
export function makeUpdate(r: Random): Made {
  return r.pick<() => Made>([
    () => ({ $set: { [r.pick(['a', 'b', 'a.x', 'c.y', 'n', 'items.0.v', 'new.deep'])]: value(r) } }),
    () => ({ $unset: { [r.pick(['a', 'arr', 'n', 'nope'])]: '' } }),
    () => ({ $inc: { [r.pick(['n', 'q', 'items.0.v', 'a.x'])]: r.pick([1, -2, 0.5]) } }),
    () => ({ $mul: { n: 2 } }),
    () => ({ $min: { n: r.below(10) } }),
    () => ({ $max: { n: r.below(10) } }),
    () => ({ $push: { arr: r.below(9) } }),
    () => ({ $push: { arr: { $each: [r.below(9), r.below(9)], $slice: r.pick([-3, 3]), $sort: r.pick([1, -1]) } } }),
    () => ({ $push: { arr: { $each: [r.below(9)], $position: r.pick([0, 1, -1]) } } }),
    () => ({ $push: { items: { $each: [{ k: 'z', v: r.below(9) }], $sort: { v: 1 } } } }),
    () => ({ $pull: { arr: r.pick<unknown>([r.below(6), { $gt: 3 }]) } }),
    () => ({ $pull: { items: { k: r.pick(['p', 'q']) } } }),
    () => ({ $pullAll: { arr: [1, 2] } }),
    () => ({ $addToSet: { arr: r.pick<unknown>([r.below(6), { $each: [1, 2, 7] }]) } }),
    () => ({ $pop: { arr: r.pick([1, -1]) } }),
    () => ({ $rename: { a: 'aa' } }),
    () => ({ $set: { n: r.below(9) }, $unset: { b: 1 } }),
    () => ({ $bit: { n: { or: 4 } } }),
    () => ({ $setOnInsert: { a: 1 }, $set: { z: r.below(3) } }),
  ])();
}
