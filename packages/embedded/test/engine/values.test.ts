import mongoose from 'mongoose';
import { describe, expect, it } from 'vitest';
import { useEngine } from './support/engine.ts';

const { Decimal128, Long, ObjectId, Binary, MinKey, MaxKey, Timestamp, UUID } = mongoose.mongo;

describe('values', () => {
  const engine = useEngine();

  it.each([
    ['a text', '数据\0 and 🀄'],
    ['an integer', 42],
    ['a fraction', -1.25],
    ['true', true],
    ['null', null],
    ['a date', new Date(1_764_000_000_123)],
    ['an object id', new ObjectId('650000000000000000000001')],
    ['a decimal', Decimal128.fromString('1.10')],
    ['a UUID', new UUID('123e4567-e89b-12d3-a456-426614174000')],
    ['bytes', new Binary(Buffer.from([0, 1, 255]))],
    ['a timestamp', new Timestamp({ t: 1, i: 2 })],
    ['an empty document', {}],
    ['nested lists', [[1, 2], [], [{ a: 1 }]]],
    ['the least key', new MinKey()],
    ['the greatest key', new MaxKey()],
  ])('gives back %s as it was stored, and finds it', async (_name, value) => {
    const collection = engine.fresh();
    await collection.insertOne({ value });
    const found = await collection.findOne({ value }, { projection: { _id: 0 } });
    expect(found).toEqual({ value });
  });

  it('keeps a 64-bit integer that no double holds', async () => {
    const collection = engine.fresh();
    const value = Long.fromString('9007199254740993');
    await collection.insertOne({ value });
    expect((await collection.findOne({}, { promoteLongs: false }))?.value.toString()).toBe('9007199254740993');
    expect(await collection.countDocuments({ value: Long.fromString('9007199254740992') })).toBe(0);
  });

  it('takes numbers for equal whatever type carries them', async () => {
    const collection = engine.fresh();
    await collection.insertMany([{ n: 5 }, { n: Long.fromNumber(5) }, { n: Decimal128.fromString('5.0') }]);
    expect(await collection.countDocuments({ n: 5 })).toBe(3);
  });

  it('keeps the order of the fields of a document', async () => {
    const collection = engine.fresh();
    await collection.insertOne({ _id: 1 as never, b: 1, a: { z: 1, y: 2 } });
    expect(JSON.stringify(await collection.findOne())).toBe('{"_id":1,"b":1,"a":{"z":1,"y":2}}');
  });

  it('makes an id when a document has none', async () => {
    const collection = engine.fresh();
    await engine.connection.db?.command({ insert: collection.collectionName, documents: [{ a: 1 }] });
    expect((await collection.findOne())?._id).toBeInstanceOf(ObjectId);
  });

  it('orders values of every type as MongoDB does', async () => {
    const collection = engine.fresh();
    const inOrder = [null, 1, 1.5, 2, 'a', 'b', { a: 1 }, new ObjectId(), false, true, new Date(0)];
    await collection.insertMany(inOrder.toReversed().map((value, i) => ({ _id: i as never, value })));
    const sorted = await collection.find({}, { sort: { value: 1 } }).toArray();
    expect(sorted.map(({ value }) => value)).toEqual(inOrder);
  });

  it('sorts a list by its least element upwards and its greatest downwards', async () => {
    const collection = engine.fresh();
    await collection.insertMany([
      { name: 'list', v: [1, 9] },
      { name: 'five', v: 5 },
    ] as never[]);
    const names = async (direction: 1 | -1) =>
      (await collection.find({}, { sort: { v: direction } }).toArray()).map(({ name }) => name);
    expect(await names(1)).toEqual(['list', 'five']);
    expect(await names(-1)).toEqual(['list', 'five']);
  });
});
