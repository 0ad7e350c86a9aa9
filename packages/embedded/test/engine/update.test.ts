import mongoose, { type mongo } from 'mongoose';
import { describe, expect, it } from 'vitest';
import { codeOf, useEngine } from './support/engine.ts';

describe('update', () => {
  const engine = useEngine();

  async function updated(before: object, update: object): Promise<mongo.Document | null> {
    const collection = engine.fresh();
    await collection.insertOne({ _id: 1 as never, ...before });
    await collection.updateOne({ _id: 1 as never }, update);
    return collection.findOne({}, { projection: { _id: 0 } });
  }

  it.each<[string, object, object, object]>([
    ['sets a field and makes what is missing on the way', { a: 1 }, { $set: { 'b.c': 2 } }, { a: 1, b: { c: 2 } }],
    ['sets an element of a list', { a: [1, 2] }, { $set: { 'a.1': 9 } }, { a: [1, 9] }],
    ['fills a list with null up to the place', { a: [1] }, { $set: { 'a.3': 9 } }, { a: [1, null, null, 9] }],
    ['removes a field', { a: 1, b: { c: 1, d: 2 } }, { $unset: { 'b.c': '' } }, { a: 1, b: { d: 2 } }],
    ['leaves null for a removed element', { a: [1, 2] }, { $unset: { 'a.0': '' } }, { a: [null, 2] }],
    ['adds to a number', { a: 1 }, { $inc: { a: 2, b: 3 } }, { a: 3, b: 3 }],
    ['multiplies a number', { a: 3 }, { $mul: { a: 2, b: 5 } }, { a: 6, b: 0 }],
    ['keeps the lesser', { a: 5 }, { $min: { a: 3, b: 1 } }, { a: 3, b: 1 }],
    ['keeps the greater', { a: 5 }, { $max: { a: 3, b: 1 } }, { a: 5, b: 1 }],
    ['renames a field', { a: 1, b: 2 }, { $rename: { a: 'c' } }, { b: 2, c: 1 }],
    ['changes bits', { a: 5 }, { $bit: { a: { or: 2 } } }, { a: 7 }],
    ['appends to a list', { a: [1] }, { $push: { a: 2, b: 1 } }, { a: [1, 2], b: [1] }],
    [
      'appends several, sorted and cut',
      { a: [5] },
      { $push: { a: { $each: [1, 9], $sort: 1, $slice: -2 } } },
      { a: [5, 9] },
    ],
    ['inserts in front', { a: [1] }, { $push: { a: { $each: [0], $position: 0 } } }, { a: [0, 1] }],
    [
      'sorts documents in a list',
      { a: [{ v: 2 }] },
      { $push: { a: { $each: [{ v: 1 }], $sort: { v: 1 } } } },
      { a: [{ v: 1 }, { v: 2 }] },
    ],
    ['adds what is not there yet', { a: [1] }, { $addToSet: { a: { $each: [1, 2, 2] } } }, { a: [1, 2] }],
    ['takes the last element off', { a: [1, 2] }, { $pop: { a: 1 } }, { a: [1] }],
    ['takes the first element off', { a: [1, 2] }, { $pop: { a: -1 } }, { a: [2] }],
    ['takes elements out by value', { a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
    ['takes elements out by condition', { a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } }, { a: [1] }],
    [
      'takes documents out by condition',
      { a: [{ k: 1, v: 1 }, { k: 2 }] },
      { $pull: { a: { k: 1 } } },
      { a: [{ k: 2 }] },
    ],
    ['takes out every listed value', { a: [1, 2, 3] }, { $pullAll: { a: [1, 3] } }, { a: [2] }],
  ])('%s', async (_name, before, update, after) => {
    expect(await updated(before, update)).toEqual(after);
  });

  it('puts the present time in a field', async () => {
    expect((await updated({}, { $currentDate: { at: true } }))?.at).toBeInstanceOf(Date);
  });

  it('adds to a 64-bit integer exactly', async () => {
    const { Long } = mongoose.mongo;
    const after = await updated({ a: Long.fromString('9007199254740993') }, { $inc: { a: Long.fromNumber(2) } });
    expect(String(after?.a)).toBe('9007199254740995');
  });

  it('tells how many were matched and how many changed', async () => {
    const collection = engine.fresh();
    await collection.insertMany([{ a: 1 }, { a: 2 }] as never[]);
    expect(await collection.updateMany({}, { $set: { a: 2 } })).toMatchObject({ matchedCount: 2, modifiedCount: 1 });
    expect(await collection.updateOne({ a: 99 }, { $set: { a: 2 } })).toMatchObject({
      matchedCount: 0,
      upsertedCount: 0,
    });
  });

  it('replaces everything but the id', async () => {
    const collection = engine.fresh();
    await collection.insertOne({ _id: 1 as never, a: 1, b: 2 });
    await collection.replaceOne({ a: 1 }, { c: 3 });
    expect(await collection.findOne()).toEqual({ _id: 1, c: 3 });
  });

  it('inserts what the filter and the update say when nothing matches', async () => {
    const collection = engine.fresh();
    const update = { $set: { b: 2 }, $setOnInsert: { c: 3 } };
    const result = await collection.updateOne({ _id: 'k' as never, a: 1, 'd.e': { $eq: 4 }, n: { $gt: 5 } }, update, {
      upsert: true,
    });
    expect(result).toMatchObject({ upsertedCount: 1, upsertedId: 'k', matchedCount: 0 });
    expect(await collection.findOne()).toEqual({ _id: 'k', a: 1, d: { e: 4 }, b: 2, c: 3 });
  });

  it('does not set on insert what is there', async () => {
    const collection = engine.fresh();
    await collection.insertOne({ _id: 1 as never });
    await collection.updateOne({ _id: 1 as never }, { $set: { a: 1 }, $setOnInsert: { b: 1 } }, { upsert: true });
    expect(await collection.findOne()).toEqual({ _id: 1, a: 1 });
  });

  it.each<[string, object, object, number]>([
    ['another id', {}, { $set: { _id: 2 } }, 66],
    ['a number added to a text', { a: 'x' }, { $inc: { a: 1 } }, 14],
    ['an element appended to a text', { a: 'x' }, { $push: { a: 1 } }, 2],
    ['a field within a number', { a: 1 }, { $set: { 'a.b': 1 } }, 28],
    ['two changes of one path', {}, { $set: { 'a.b': 1 }, $inc: { a: 1 } }, 40],
    ['an operator that does not exist', {}, { $nosuch: { a: 1 } }, 9],
  ])('refuses %s', async (_name, before, update, code) => {
    expect(await codeOf(updated(before, update))).toBe(code);
  });
});
