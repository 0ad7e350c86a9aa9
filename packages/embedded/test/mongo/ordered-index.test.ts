import type { mongo } from 'mongoose';
import { beforeAll, describe, expect, it } from 'vitest';
import { useMemoryEngine } from './support/memory-engine.ts';

const COUNT = 20_000;

interface Explained {
  docsExamined: number;
  returned: number;
  index: string | undefined;
}

describe('an ordered index', () => {
  const engine = useMemoryEngine();
  let cases: mongo.Collection;

  beforeAll(async () => {
    cases = engine.fresh();
    await cases.createIndexes([
      { key: { nextDueAt: 1 } },
      { key: { conversation: 1, arrivedAt: 1 } },
      { key: { nick: 1 }, sparse: true },
      { key: { rank: 1 }, partialFilterExpression: { open: true } },
      { key: { tags: 1 } },
    ]);
    for (let start = 0; start < COUNT; start += 2000)
      await cases.insertMany(Array.from({ length: 2000 }, (_, i) => made(start + i)));
  });

  /** Documents arrive in another order than they fall due. */
  function made(i: number): mongo.Document {
    const shuffled = (i * 7919) % COUNT;
    const doc = {
      _id: `inbox/${String(i).padStart(6, '0')}`,
      nextDueAt: new Date(shuffled * 1000),
      conversation: `c${i % 500}`,
      arrivedAt: new Date(i * 1000),
    };
    return { ...doc, rank: i, open: i % 2 === 0, tags: [i % 10, i], ...(i % 100 === 0 ? { nick: `n${i}` } : {}) };
  }

  async function explain(find: object): Promise<Explained> {
    const reply = await engine.db.command({ explain: { find: cases.collectionName, ...find } });
    const { totalDocsExamined, nReturned } = reply.executionStats;
    return { docsExamined: totalDocsExamined, returned: nReturned, index: reply.queryPlanner.winningPlan.indexName };
  }

  const day = (seconds: number) => new Date(seconds * 1000);

  it.each<[string, object, number]>([
    ['the first that is due', { filter: { nextDueAt: { $lte: day(9999) } }, sort: { nextDueAt: 1 }, limit: 1 }, 1],
    ['the last that is due', { filter: { nextDueAt: { $lte: day(9999) } }, sort: { nextDueAt: -1 }, limit: 1 }, 1],
    ['a stretch of dates', { filter: { nextDueAt: { $gte: day(100), $lt: day(150) } } }, 50],
    [
      'a stretch of dates in order',
      { filter: { nextDueAt: { $gt: day(100), $lte: day(150) } }, sort: { nextDueAt: -1 } },
      50,
    ],
    ['a conversation in order of arrival', { filter: { conversation: 'c7' }, sort: { arrivedAt: 1 } }, 40],
    ['the latest of a conversation', { filter: { conversation: 'c7' }, sort: { arrivedAt: -1 }, limit: 3 }, 3],
    ['a conversation from an instant on', { filter: { conversation: 'c7', arrivedAt: { $gte: day(10_000) } } }, 20],
    ['several conversations', { filter: { conversation: { $in: ['c1', 'c2', 'c2'] } } }, 80],
    ['an id', { filter: { _id: 'inbox/000123' } }, 1],
    ['ids by a stretch', { filter: { _id: { $gte: 'inbox/0001', $lt: 'inbox/0002' } } }, 100],
    ['ids by their beginning', { filter: { _id: /^inbox\/0001/ } }, 100],
    ['everything in order of an index, up to a limit', { sort: { nextDueAt: -1 }, limit: 5 }, 5],
    ['branches that each have an index', { filter: { $or: [{ _id: 'inbox/000001' }, { conversation: 'c3' }] } }, 41],
    ['a value in a sparse index', { filter: { nick: 'n100' } }, 1],
    ['texts in a sparse index', { filter: { nick: { $gte: 'n1', $lt: 'n2' } } }, 111],
    ['what the filter of a partial index is implied by', { filter: { open: true, rank: { $lt: 10 } } }, 5],
    ['an element of a list', { filter: { tags: 15_000 } }, 1],
  ])('reads only what is returned: %s', async (_name, find, count) => {
    expect(await explain(find)).toMatchObject({ docsExamined: count, returned: count });
  });

  it('is not used where it leaves documents out that the filter wants', async () => {
    expect(await explain({ filter: { nick: null } })).toMatchObject({
      returned: COUNT - COUNT / 100,
      index: undefined,
    });
    expect(await explain({ filter: { rank: { $lt: 10 } } })).toMatchObject({ returned: 10, index: undefined });
    expect(await explain({ sort: { nick: 1 } })).toMatchObject({ returned: COUNT, index: undefined });
  });

  it('takes one side of a stretch when lists are indexed, since two elements may meet it', async () => {
    const found = await cases.find({ tags: { $gt: 19_990, $lt: 3 } }).toArray();
    expect(found.map(({ rank }) => rank).toSorted((a, b) => a - b)).toEqual([19_991, 19_992]);
  });

  it('gives findOneAndUpdate the earliest and moves it to its new place', async () => {
    const claim = () =>
      cases.findOneAndUpdate(
        { nextDueAt: { $lte: day(5) } },
        { $set: { nextDueAt: day(COUNT * 2) } },
        { sort: { nextDueAt: 1 } },
      );
    const claimed = [await claim(), await claim(), await claim()];
    expect(claimed.map((doc) => doc?.nextDueAt.getTime())).toEqual([0, 1000, 2000]);
    expect(await explain({ filter: { nextDueAt: { $lte: day(5) } } })).toMatchObject({ docsExamined: 3 });
  });

  it('forgets documents that are deleted', async () => {
    await cases.deleteMany({ conversation: 'c9' });
    expect(await explain({ filter: { conversation: 'c9' } })).toMatchObject({ docsExamined: 0 });
  });
});
