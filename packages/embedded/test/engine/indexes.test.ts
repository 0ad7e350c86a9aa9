import type { mongo } from 'mongoose';
import { describe, expect, it } from 'vitest';
import { codeOf, useEngine } from './support/engine.ts';

describe('indexes', () => {
  const engine = useEngine();

  it('refuses a second document with the same unique key, also by an update', async () => {
    const collection = engine.fresh();
    await collection.createIndex({ mail: 1 }, { unique: true });
    await collection.insertMany([{ mail: 'a' }, { mail: 'b' }] as never[]);
    expect(await codeOf(collection.insertOne({ mail: 'a' }))).toBe(11000);
    expect(await codeOf(collection.updateOne({ mail: 'b' }, { $set: { mail: 'a' } }))).toBe(11000);
    expect(await collection.countDocuments()).toBe(2);
  });

  it('gives a unique key free when its document goes or changes', async () => {
    const collection = engine.fresh();
    await collection.createIndex({ mail: 1 }, { unique: true });
    await collection.insertMany([{ mail: 'a' }, { mail: 'b' }] as never[]);
    await collection.updateOne({ mail: 'a' }, { $set: { mail: 'c' } });
    await collection.deleteOne({ mail: 'b' });
    expect(await codeOf(collection.insertMany([{ mail: 'a' }, { mail: 'b' }] as never[]))).toBeNull();
  });

  it('takes a missing field for null in a unique index', async () => {
    const collection = engine.fresh();
    await collection.createIndex({ mail: 1 }, { unique: true });
    await collection.insertOne({ a: 1 });
    expect(await codeOf(collection.insertOne({ a: 2 }))).toBe(11000);
  });

  it('leaves documents without the field out of a sparse index', async () => {
    const collection = engine.fresh();
    await collection.createIndex({ nick: 1 }, { unique: true, sparse: true });
    await collection.insertMany([{ a: 1 }, { a: 2 }, { nick: 'n' }] as never[]);
    expect(await codeOf(collection.insertOne({ nick: 'n' }))).toBe(11000);
    expect(await collection.countDocuments({ nick: null })).toBe(2);
    expect(await collection.countDocuments({ nick: { $gte: 'a' } })).toBe(1);
    expect(await collection.find({}).sort({ nick: 1 }).toArray()).toHaveLength(3);
  });

  it('keeps a partial index to the documents of its filter', async () => {
    const collection = engine.fresh();
    await collection.createIndex({ k: 1 }, { unique: true, partialFilterExpression: { open: true } });
    await collection.insertMany([{ k: 1, open: true }, { k: 1, open: false }, { k: 1 }] as never[]);
    expect(await codeOf(collection.insertOne({ k: 1, open: true }))).toBe(11000);
    expect(await codeOf(collection.updateOne({ open: false }, { $set: { open: true } }))).toBe(11000);
    expect(await collection.countDocuments({ k: 1 })).toBe(3);
    expect(await collection.countDocuments({ k: 1, open: true })).toBe(1);
  });

  it('is unique over all fields of a compound key together', async () => {
    const collection = engine.fresh();
    await collection.createIndex({ a: 1, b: -1 }, { unique: true });
    await collection.insertMany([
      { a: 1, b: 1 },
      { a: 1, b: 2 },
      { a: 2, b: 1 },
    ] as never[]);
    expect(await codeOf(collection.insertOne({ a: 1, b: 2 }))).toBe(11000);
  });

  it('refuses a unique index over documents that share a key', async () => {
    const collection = engine.fresh();
    await collection.insertMany([{ a: 1 }, { a: 1 }] as never[]);
    expect(await codeOf(collection.createIndex({ a: 1 }, { unique: true }))).not.toBeNull();
    expect((await collection.indexes()).map(({ name }) => name)).toEqual(['_id_']);
  });

  it('gives the same answers with an index as without', async () => {
    const rows = Array.from({ length: 200 }, (_, i) => ({
      _id: i,
      a: i % 7,
      b: i % 5 === 0 ? null : i % 11,
      at: new Date(i * 1000),
      tags: [i % 3, i % 4],
    }));
    const plain = engine.fresh();
    const indexed = engine.fresh();
    await Promise.all([plain, indexed].map((collection) => collection.insertMany(rows as never[])));
    await indexed.createIndexes([
      { key: { a: 1, at: -1 } },
      { key: { b: 1 } },
      { key: { tags: 1 } },
      { key: { at: 1 } },
    ]);
    const questions = [
      { filter: { a: 3, at: { $gte: new Date(50_000), $lt: new Date(150_000) } }, sort: { at: -1 } },
      { filter: { a: { $in: [1, 2] } }, sort: { at: 1 } },
      { filter: { b: null }, sort: { _id: -1 } },
      { filter: { tags: { $gt: 0, $lt: 2 } }, sort: { _id: 1 } },
      { filter: { $or: [{ b: 3 }, { tags: 2 }] }, sort: { _id: 1 } },
      { filter: { at: { $lte: new Date(90_000) } }, sort: { at: -1 } },
      { filter: {}, sort: { a: -1, at: 1 } },
    ] as { filter: mongo.Filter<mongo.Document>; sort: mongo.Sort }[];
    for (const { filter, sort } of questions) {
      const answers = [plain, indexed].map((collection) =>
        collection.find(filter).sort(sort).skip(3).limit(20).toArray(),
      );
      expect(await answers[1]).toEqual(await answers[0]);
    }
  });

  it('lists indexes with their options and drops them by name', async () => {
    const collection = engine.fresh();
    await collection.createIndex({ at: 1 }, { expireAfterSeconds: 60 });
    await collection.createIndex({ a: 1, b: -1 }, { unique: true, sparse: true, name: 'mine' });
    const listed = await collection.indexes();
    expect(listed.map(({ name }) => name)).toEqual(['_id_', 'at_1', 'mine']);
    expect(listed[1]).toMatchObject({ key: { at: 1 }, expireAfterSeconds: 60 });
    expect(listed[2]).toMatchObject({ key: { a: 1, b: -1 }, unique: true, sparse: true });
    await collection.dropIndex('mine');
    expect((await collection.indexes()).map(({ name }) => name)).toEqual(['_id_', 'at_1']);
    expect(await codeOf(collection.dropIndex('mine'))).toBe(27);
  });

  it('takes the same index twice and refuses another one of that name', async () => {
    const collection = engine.fresh();
    await collection.createIndex({ a: 1 }, { name: 'x' });
    expect(await codeOf(collection.createIndex({ a: 1 }, { name: 'x' }))).toBeNull();
    expect(await codeOf(collection.createIndex({ b: 1 }, { name: 'x' }))).toBe(86);
    expect(await codeOf(collection.createIndex({ a: 1 }, { name: 'y' }))).toBe(85);
  });
});
