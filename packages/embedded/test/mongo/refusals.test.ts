import type { mongo } from 'mongoose';
import { describe, expect, it } from 'vitest';
import { useMemoryEngine } from './support/memory-engine.ts';

type Refused = { code: number; message: string };

async function refusal(action: Promise<unknown>): Promise<Refused> {
  return action.then(
    () => ({ code: 0, message: 'was not refused' }),
    (error: Refused) => ({ code: error.code, message: error.message }),
  );
}

describe('what is not served is refused by its name', () => {
  const engine = useMemoryEngine();

  it.each<[string, number, object]>([
    ['renameCollection', 59, { renameCollection: 'a', to: 'b' }],
    ['mapReduce', 59, { mapReduce: 'a' }],
    ['startTransaction', 20, { find: 'a', txnNumber: 1, autocommit: false, startTransaction: true }],
    ['collation', 238, { find: 'a', collation: { locale: 'zh' } }],
    ['hint', 238, { find: 'a', hint: { a: 1 } }],
    ['let', 238, { find: 'a', let: { x: 1 } }],
    ['tailable', 238, { find: 'a', tailable: true }],
    ['nosuch', 40415, { find: 'a', nosuch: 1 }],
    ['capped', 238, { create: 'a', capped: true }],
    ['collation', 238, { createIndexes: 'a', indexes: [{ key: { a: 1 }, name: 'a', collation: { locale: 'zh' } }] }],
    ['text', 67, { createIndexes: 'a', indexes: [{ key: { a: 'text' }, name: 'a' }] }],
    ['$**', 67, { createIndexes: 'a', indexes: [{ key: { '$**': 1 }, name: 'a' }] }],
    ['a.0', 67, { createIndexes: 'a', indexes: [{ key: { 'a.0': 1 }, name: 'a' }] }],
    ['hidden', 238, { createIndexes: 'a', indexes: [{ key: { a: 1 }, name: 'a', hidden: true }] }],
    ['explain', 59, { explain: { count: 'a' } }],
  ])('%s (%i)', async (name, code, command) => {
    const refused = await refusal(engine.db.command(command));
    if (code !== 20) expect(refused.message).toContain(name);
    expect(refused.code).toBe(code);
  });

  it.each<[string, object]>([
    ['hint', { delete: 'a', deletes: [{ q: {}, limit: 0, hint: 'x' }] }],
    ['collation', { update: 'a', updates: [{ q: {}, u: { $set: { a: 1 } }, collation: { locale: 'zh' } }] }],
  ])('%s in a statement of a batch', async (name, command) => {
    const refused = await refusal(engine.db.command(command).then(throwWriteErrors));
    expect(refused).toMatchObject({ code: 238, message: expect.stringContaining(name) });
  });

  it.each<[string, number, object[]]>([
    ['$lookup', 40324, [{ $lookup: {} }]],
    ['$changeStream', 40324, [{ $changeStream: {} }]],
    ['pipeline', 238, [{ $match: {} }]],
    ['pipeline', 238, [{ $group: { _id: '$a', n: { $sum: 1 } } }]],
    ['pipeline', 238, [{ $match: {} }, { $group: { _id: 1, n: { $sum: '$a' } } }]],
    ['pipeline', 238, [{ $limit: 1 }, { $match: {} }, { $group: { _id: 1, n: { $sum: 1 } } }]],
  ])('a pipeline with %s (%i)', async (name, code, pipeline) => {
    const refused = await refusal(engine.fresh().aggregate(pipeline).toArray());
    expect(refused).toMatchObject({ code, message: expect.stringContaining(name) });
  });

  it.each<[string, number, object]>([
    ['$expr', 2, { $expr: { $gt: ['$a', 1] } }],
    ['$where', 2, { $where: 'true' }],
    ['$text', 2, { $text: { $search: 'x' } }],
    ['$jsonSchema', 2, { $jsonSchema: {} }],
    ['$near', 2, { a: { $near: [0, 0] } }],
    ['$geoWithin', 2, { a: { $geoWithin: {} } }],
    ['[[:alpha:]]', 51091, { a: { $regex: '[[:alpha:]]' } }],
    ['(?<', 51091, { a: { $regex: '(?<' } }],
    ['x', 51108, { a: { $regex: 'a b', $options: 'x' } }],
  ])('a filter with %s (%i)', async (name, code, filter) => {
    const refused = await refusal(engine.fresh().countDocuments(filter));
    if (name !== '[[:alpha:]]') expect(refused.message).toContain(name);
    expect(refused.code).toBe(code);
  });

  it('an update by a filter over a collection that is not there', async () => {
    expect((await refusal(engine.fresh().updateOne({ $where: '1' }, { $set: { a: 1 } }))).code).toBe(2);
  });

  it.each<[string, number, unknown]>([
    ['pipeline', 9, [{ $set: { a: 1 } }]],
    ['$nosuch', 9, { $nosuch: { a: 1 } }],
    ['$nosuch', 2, { $push: { a: { $each: [1], $nosuch: 1 } } }],
  ])('an update with %s (%i)', async (name, code, update) => {
    const collection = engine.fresh();
    await collection.insertOne({ a: [] });
    const refused = await refusal(collection.updateOne({}, update as mongo.Document));
    expect(refused).toMatchObject({ code, message: expect.stringContaining(name) });
  });

  it.each<[string, number, mongo.Document]>([
    ['$meta', 168, { a: { $meta: 'textScore' } }],
    ['$concat', 168, { a: { $concat: ['$b', 'c'] } }],
    ['expression', 238, { a: '$b' }],
    ['inclusion', 31254, { a: 1, b: 0 }],
    ['collision', 31249, { a: 1, 'a.b': 1 }],
    ['$elemMatch', 238, { a: { $elemMatch: { b: 1 } }, _id: 0 }],
  ])('a projection with %s (%i)', async (name, code, projection) => {
    const collection = engine.fresh();
    await collection.insertOne({ a: 1 });
    const refused = await refusal(collection.find({}, { projection }).toArray());
    expect(refused).toMatchObject({ code, message: expect.stringContaining(name) });
  });

  it('sorting by text score, and by a direction that is none', async () => {
    expect(
      (await refusal(engine.db.command({ find: (await seeded()).collectionName, sort: { a: { $meta: 'textScore' } } })))
        .code,
    ).toBe(15975);
    expect((await refusal(engine.db.command({ find: (await seeded()).collectionName, sort: { a: 2 } }))).code).toBe(
      15975,
    );
  });

  it('an index over two lists at once', async () => {
    const collection = engine.fresh();
    await collection.createIndex({ a: 1, b: 1 });
    expect((await refusal(collection.insertOne({ a: [1], b: [2] }))).code).toBe(171);
    expect(await collection.countDocuments()).toBe(0);
  });

  it('a document over 16 MiB', async () => {
    expect(
      (
        await refusal(
          engine
            .fresh()
            .updateOne({ _id: 1 as never }, { $set: { a: 'x'.repeat(16 * 1024 * 1024) } }, { upsert: true }),
        )
      ).code,
    ).toBe(10334);
  });

  it('an id that is a list', async () => {
    expect(
      (await refusal(engine.db.command({ insert: 'ids', documents: [{ _id: [1] }] }).then(throwWriteErrors))).code,
    ).toBe(53);
  });

  async function seeded(): Promise<mongo.Collection> {
    const collection = engine.fresh();
    await collection.insertOne({ a: 1 });
    return collection;
  }
});

function throwWriteErrors(reply: mongo.Document): void {
  const [first] = reply.writeErrors ?? [];
  if (first) throw Object.assign(new Error(first.errmsg), { code: first.code });
}
