import type { mongo } from 'mongoose';
import { beforeAll, describe, expect, it } from 'vitest';
import { codeOf, useEngine } from './support/engine.ts';

const ANN = {
  _id: 'ann',
  age: 30,
  tags: ['x', 'y'],
  at: { city: 'B' },
  items: [
    { sku: 's1', qty: 1 },
    { sku: 's2', qty: 5 },
  ],
};
const BOB = { _id: 'bob', age: 20, tags: [], at: { city: 'C' }, nick: null };
const CID = { _id: 'cid', age: 40, tags: ['y'], items: [{ sku: 's2', qty: 2 }] };

describe('find', () => {
  const engine = useEngine();
  let people: mongo.Collection;

  beforeAll(async () => {
    people = engine.fresh();
    await people.insertMany([ANN, BOB, CID] as never[]);
  });

  const ids = async (filter: object) =>
    (await people.find(filter).sort({ _id: 1 }).toArray()).map(({ _id }) => String(_id));

  it.each<[string, object, string[]]>([
    ['equality', { age: 30 }, ['ann']],
    ['$ne', { age: { $ne: 30 } }, ['bob', 'cid']],
    ['$gt and $lt', { age: { $gt: 20, $lt: 40 } }, ['ann']],
    ['$gte and $lte', { age: { $gte: 20, $lte: 30 } }, ['ann', 'bob']],
    ['$in', { age: { $in: [20, 40, 99] } }, ['bob', 'cid']],
    ['$nin', { age: { $nin: [20, 40] } }, ['ann']],
    ['$or', { $or: [{ age: 20 }, { 'at.city': 'B' }] }, ['ann', 'bob']],
    ['$and', { $and: [{ age: { $gt: 20 } }, { tags: 'x' }] }, ['ann']],
    ['$nor', { $nor: [{ age: 20 }, { age: 30 }] }, ['cid']],
    ['$not', { age: { $not: { $gt: 25 } } }, ['bob']],
    ['$exists', { items: { $exists: true } }, ['ann', 'cid']],
    ['$exists: false', { nick: { $exists: false } }, ['ann', 'cid']],
    ['null for null and missing', { nick: null }, ['ann', 'bob', 'cid']],
    ['$type', { nick: { $type: 'null' } }, ['bob']],
    ['$mod', { age: { $mod: [20, 0] } }, ['bob', 'cid']],
    ['an element of a list', { tags: 'y' }, ['ann', 'cid']],
    ['a whole list', { tags: ['x', 'y'] }, ['ann']],
    ['$all', { tags: { $all: ['y', 'x'] } }, ['ann']],
    ['$size', { tags: { $size: 0 } }, ['bob']],
    ['$elemMatch', { items: { $elemMatch: { sku: 's2', qty: { $gt: 3 } } } }, ['ann']],
    ['two conditions on different elements', { 'items.sku': 's1', 'items.qty': 5 }, ['ann']],
    ['a path through a list', { 'items.sku': 's2' }, ['ann', 'cid']],
    ['a place in a list', { 'items.1.sku': 's2' }, ['ann']],
    ['a regular expression', { _id: /^B/i }, ['bob']],
    ['$regex', { _id: { $regex: '^c' } }, ['cid']],
    ['a stretch of texts', { _id: { $gte: 'b', $lt: 'c' } }, ['bob']],
    ['bits', { age: { $bitsAllSet: 8 } }, ['ann', 'cid']],
  ])('finds by %s', async (_name, filter, expected) => {
    expect(await ids(filter)).toEqual(expected);
  });

  it('compares within one type alone', async () => {
    expect(await ids({ age: { $gt: '1' } })).toEqual([]);
    expect(await ids({ age: { $lt: new Date() } })).toEqual([]);
  });

  it('sorts, skips and limits', async () => {
    const found = await people.find({}).sort({ age: -1 }).skip(1).limit(1).toArray();
    expect(found.map(({ _id }) => _id)).toEqual(['ann']);
  });

  it('sorts by several fields in different directions', async () => {
    const rows = engine.fresh();
    await rows.insertMany([
      { a: 1, b: 1 },
      { a: 1, b: 2 },
      { a: 0, b: 3 },
    ] as never[]);
    const found = await rows
      .find({}, { projection: { _id: 0 } })
      .sort({ a: 1, b: -1 })
      .toArray();
    expect(found).toEqual([
      { a: 0, b: 3 },
      { a: 1, b: 2 },
      { a: 1, b: 1 },
    ]);
  });

  it.each<[string, mongo.Document, object]>([
    ['named fields and the id', { age: 1 }, { _id: 'ann', age: 30 }],
    ['named fields without the id', { age: 1, _id: 0 }, { age: 30 }],
    ['everything but named fields', { items: 0, tags: 0, at: 0 }, { _id: 'ann', age: 30 }],
    ['a path through a list', { 'items.sku': 1, _id: 0 }, { items: [{ sku: 's1' }, { sku: 's2' }] }],
    ['a document of fields', { at: { city: 1 }, _id: 0 }, { at: { city: 'B' } }],
    ['the end of a list', { tags: { $slice: -1 }, _id: 0, items: 0, at: 0 }, { age: 30, tags: ['y'] }],
    ['the middle of a list', { tags: { $slice: [1, 5] }, age: 1, _id: 0 }, { age: 30, tags: ['y'] }],
    [
      'the first element that fits',
      { items: { $elemMatch: { qty: { $gt: 1 } } }, age: 1 },
      { _id: 'ann', age: 30, items: [{ sku: 's2', qty: 5 }] },
    ],
  ])('projects %s', async (_name, projection, expected) => {
    expect(await people.findOne({ _id: 'ann' as never }, { projection })).toEqual(expected);
  });

  it('projects the element by which a document was found', async () => {
    const found = await people.findOne(
      { _id: 'ann' as never, 'items.sku': 's2' },
      { projection: { 'items.$': 1, _id: 0 } },
    );
    expect(found).toEqual({ items: [{ sku: 's2', qty: 5 }] });
  });

  it('finds nothing in a collection that is not there', async () => {
    expect(await engine.fresh().find({}).toArray()).toEqual([]);
  });

  it('refuses an operator that does not exist', async () => {
    expect(await codeOf(people.find({ a: { $nosuch: 1 } }).toArray())).toBe(2);
  });
});
