import { describe, expect, it } from 'vitest';
import { useMemoryEngine } from './support/memory-engine.ts';

describe('a duplicate key', () => {
  const engine = useMemoryEngine();

  it('is told with its index, its pattern and its value', async () => {
    const collection = engine.fresh();
    await collection.createIndex({ 'a.b': 1, n: -1 }, { unique: true });
    await collection.insertOne({ a: { b: 'x' }, n: 1 });
    await expect(collection.insertOne({ a: { b: 'x' }, n: 1 })).rejects.toMatchObject({
      code: 11000,
      message: expect.stringMatching(/^E11000 .* index: a\.b_1_n_-1 dup key: \{ a\.b: "x", n: 1 \}/),
      keyPattern: { 'a.b': 1, n: -1 },
      keyValue: { 'a.b': 'x', n: 1 },
    });
  });

  it('may be in one list twice, not in two lists', async () => {
    const collection = engine.fresh();
    await collection.createIndex({ tags: 1 }, { unique: true });
    await collection.insertOne({ tags: ['x', 'x', 'y'] });
    await expect(collection.insertOne({ tags: ['z', 'y'] })).rejects.toMatchObject({ code: 11000 });
    await collection.insertOne({ tags: ['z'] });
    expect(await collection.countDocuments()).toBe(2);
  });

  it('is looked for element by element in a compound key', async () => {
    const collection = engine.fresh();
    await collection.createIndex({ 'items.k': 1, 'items.v': 1 }, { unique: true });
    await collection.insertOne({
      items: [
        { k: 1, v: 1 },
        { k: 2, v: 2 },
      ],
    });
    await collection.insertOne({ items: [{ k: 1, v: 2 }] });
    await expect(collection.insertOne({ items: [{ k: 2, v: 2 }] })).rejects.toMatchObject({ code: 11000 });
  });

  it('makes an index over documents that share it impossible, and leaves none behind', async () => {
    const collection = engine.fresh();
    await collection.insertMany([{ a: 1 }, { a: 1 }]);
    await expect(collection.createIndex({ a: 1 }, { unique: true })).rejects.toMatchObject({ code: 11000 });
    expect(await collection.indexes()).toHaveLength(1);
  });

  it('refused in an update leaves the document and its keys as they were', async () => {
    const collection = engine.fresh();
    await collection.createIndexes([{ key: { b: 1 } }, { key: { a: 1 }, unique: true }]);
    await collection.insertMany([
      { a: 1, b: 1 },
      { a: 2, b: 2 },
    ]);
    await expect(collection.updateOne({ a: 2 }, { $set: { a: 1, b: 5 } })).rejects.toMatchObject({ code: 11000 });
    expect(await collection.countDocuments({ b: 5 })).toBe(0);
    expect(await collection.countDocuments({ b: 2, a: 2 })).toBe(1);
  });
});
