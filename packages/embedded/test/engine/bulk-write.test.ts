import mongoose from 'mongoose';
import { describe, expect, it } from 'vitest';
import { codeOf, useEngine } from './support/engine.ts';

describe('bulk writes', () => {
  const engine = useEngine();

  it('does every kind of write in order', async () => {
    const collection = engine.fresh();
    const result = await collection.bulkWrite([
      { insertOne: { document: { k: 1, n: 1 } } },
      { updateOne: { filter: { k: 1 }, update: { $inc: { n: 1 } } } },
      { updateOne: { filter: { k: 2 }, update: { $set: { n: 5 } }, upsert: true } },
      { updateMany: { filter: {}, update: { $set: { seen: true } } } },
      { replaceOne: { filter: { k: 2 }, replacement: { k: 2, n: 9 } } },
      { deleteOne: { filter: { k: 1 } } },
    ]);
    expect(result).toMatchObject({
      insertedCount: 1,
      upsertedCount: 1,
      matchedCount: 4,
      modifiedCount: 4,
      deletedCount: 1,
    });
    expect(await collection.find({}, { projection: { _id: 0 } }).toArray()).toEqual([{ k: 2, n: 9 }]);
  });

  it('stops at the first failure when ordered', async () => {
    const collection = engine.fresh();
    expect(await codeOf(collection.insertMany([{ _id: 1 }, { _id: 1 }, { _id: 2 }] as never[]))).toBe(11000);
    expect(await collection.countDocuments()).toBe(1);
  });

  it('goes on after failures when unordered, and says which failed', async () => {
    const collection = engine.fresh();
    const insertion = collection.insertMany([{ _id: 1 }, { _id: 1 }, { _id: 2 }] as never[], { ordered: false });
    const error = await insertion.then(
      () => null,
      (refused: unknown) => refused,
    );
    expect(error).toBeInstanceOf(mongoose.mongo.MongoBulkWriteError);
    const { writeErrors } = error as mongoose.mongo.MongoBulkWriteError;
    expect([writeErrors].flat().map(({ index, code }) => [index, code])).toEqual([[1, 11000]]);
    expect(await collection.countDocuments()).toBe(2);
  });

  it('deletes one, many and all', async () => {
    const collection = engine.fresh();
    await collection.insertMany([{ a: 1 }, { a: 1 }, { a: 1 }, { a: 2 }] as never[]);
    expect((await collection.deleteOne({ a: 1 })).deletedCount).toBe(1);
    expect((await collection.deleteMany({ a: 1 })).deletedCount).toBe(2);
    expect((await collection.deleteMany({})).deletedCount).toBe(1);
  });

  it('takes a thousand documents at once', async () => {
    const collection = engine.fresh();
    await collection.insertMany(Array.from({ length: 1000 }, (_, i) => ({ i, pad: 'x'.repeat(500) })));
    expect(await collection.countDocuments({ i: { $gte: 500 } })).toBe(500);
  });
});
