import type { mongo } from 'mongoose';
import { beforeAll, describe, expect, it } from 'vitest';
import { codeOf, useEngine } from './support/engine.ts';

const COUNT = 2500;

describe('cursors', () => {
  const engine = useEngine();
  let collection: mongo.Collection;

  beforeAll(async () => {
    collection = engine.fresh();
    await collection.insertMany(Array.from({ length: COUNT }, (_, i) => ({ _id: i, half: i % 2 })) as never[]);
  });

  it('goes through everything in order, batch by batch', async () => {
    const seen: number[] = [];
    for await (const { _id } of collection.find({}).sort({ _id: 1 }).batchSize(100)) seen.push(Number(_id));
    expect(seen).toEqual(Array.from({ length: COUNT }, (_, i) => i));
  });

  it('goes through everything with the default batch', async () => {
    expect(await collection.find({ half: 1 }).toArray()).toHaveLength(COUNT / 2);
  });

  it('ends at the limit, across batches too', async () => {
    expect(await collection.find({}).limit(250).batchSize(100).toArray()).toHaveLength(250);
  });

  it('can be left early, and is gone on the server then', async () => {
    const cursor = collection.find({}).batchSize(10);
    await cursor.next();
    const more = { getMore: cursor.id, collection: collection.collectionName };
    await cursor.close();
    expect(await codeOf(engine.connection.db?.command(more) ?? Promise.resolve())).toBe(43);
  });

  it('gives documents that together are larger than one message', async () => {
    const large = engine.fresh();
    const pad = 'x'.repeat(1024 * 1024);
    for (let i = 0; i < 20; i++) await large.insertOne({ _id: i as never, pad });
    expect(await large.find({}, { batchSize: 1000 }).toArray()).toHaveLength(20);
  });

  it('counts by filter, by estimate, with skip and with limit', async () => {
    expect(await collection.countDocuments({ half: 0 })).toBe(COUNT / 2);
    expect(await collection.countDocuments({ half: 0 }, { skip: 1000, limit: 500 })).toBe(250);
    expect(await collection.estimatedDocumentCount()).toBe(COUNT);
    expect(await collection.countDocuments({ half: 7 })).toBe(0);
  });

  it('lists distinct values, elements of lists among them', async () => {
    const lists = engine.fresh();
    await lists.insertMany([{ t: ['a', 'b'] }, { t: 'b' }, { t: ['c'] }, {}] as never[]);
    expect(new Set(await lists.distinct('t'))).toEqual(new Set(['a', 'b', 'c']));
    expect(await collection.distinct('half', { _id: { $gt: 2 } as never })).toEqual([0, 1]);
  });
});
