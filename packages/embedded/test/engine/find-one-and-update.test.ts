import { describe, expect, it } from 'vitest';
import { codeOf, useEngine } from './support/engine.ts';

describe('findOneAndUpdate', () => {
  const engine = useEngine();

  it('gives the document before or after', async () => {
    const collection = engine.fresh();
    await collection.insertOne({ _id: 1 as never, n: 1 });
    expect(await collection.findOneAndUpdate({}, { $inc: { n: 1 } })).toEqual({ _id: 1, n: 1 });
    expect(await collection.findOneAndUpdate({}, { $inc: { n: 1 } }, { returnDocument: 'after' })).toEqual({
      _id: 1,
      n: 3,
    });
  });

  it('takes the first by a sort and shows what was asked for', async () => {
    const collection = engine.fresh();
    await collection.insertMany([
      { k: 'late', due: 2 },
      { k: 'early', due: 1 },
    ] as never[]);
    const taken = await collection.findOneAndUpdate(
      { due: { $lte: 5 } },
      { $set: { due: 9 } },
      { sort: { due: 1 }, projection: { _id: 0, k: 1 }, returnDocument: 'after' },
    );
    expect(taken).toEqual({ k: 'early' });
  });

  it('gives null when nothing is found', async () => {
    expect(await engine.fresh().findOneAndUpdate({ a: 1 }, { $set: { b: 1 } })).toBeNull();
  });

  it('inserts when asked to and tells that it did', async () => {
    const collection = engine.fresh();
    const options = { upsert: true, includeResultMetadata: true } as const;
    const result = await collection.findOneAndUpdate({ _id: 'k' as never }, { $inc: { n: 1 } }, options);
    expect(result).toMatchObject({ value: null, lastErrorObject: { n: 1, updatedExisting: false, upserted: 'k' } });
    expect(
      await collection.findOneAndUpdate(
        { _id: 'k' as never },
        { $inc: { n: 1 } },
        { upsert: true, returnDocument: 'after' },
      ),
    ).toEqual({
      _id: 'k',
      n: 2,
    });
  });

  it('makes one document of twenty upserts at once and loses no increment', async () => {
    const collection = engine.fresh();
    await collection.createIndex({ key: 1 }, { unique: true });
    const race = Array.from({ length: 20 }, () =>
      codeOf(collection.findOneAndUpdate({ key: 'race' }, { $inc: { n: 1 } }, { upsert: true })),
    );
    const codes = await Promise.all(race);
    const documents = await collection.find({ key: 'race' }).toArray();
    expect(documents.map(({ n }) => n)).toEqual([codes.filter((code) => code === null).length]);
  });

  it('adds up two hundred increments at once', async () => {
    const collection = engine.fresh();
    await collection.insertOne({ n: 0 });
    await Promise.all(Array.from({ length: 200 }, () => collection.updateOne({}, { $inc: { n: 1 } })));
    expect((await collection.findOne())?.n).toBe(200);
  });

  it('gives work to one of two who claim it', async () => {
    const collection = engine.fresh();
    await collection.insertOne({ owner: null });
    const claim = (owner: string) => collection.findOneAndUpdate({ owner: null }, { $set: { owner } });
    const claimed = await Promise.all([claim('a'), claim('b')]);
    expect(claimed.filter((taken) => taken !== null)).toHaveLength(1);
  });

  it('removes and replaces in one step', async () => {
    const collection = engine.fresh();
    await collection.insertOne({ _id: 1 as never, a: 1 });
    expect(await collection.findOneAndReplace({ a: 1 }, { a: 2 }, { returnDocument: 'after' })).toEqual({
      _id: 1,
      a: 2,
    });
    expect(await collection.findOneAndDelete({ a: 2 })).toEqual({ _id: 1, a: 2 });
    expect(await collection.findOneAndDelete({ a: 2 })).toBeNull();
  });
});
