import type { mongo } from 'mongoose';
import { beforeEach, describe, expect, it } from 'vitest';
import { codeOf, useEngine } from './support/engine.ts';

const LINES = [
  { k: 'p', v: 1 },
  { k: 'q', v: 5 },
  { k: 'p', v: 9 },
];

describe('updates of array elements', () => {
  const engine = useEngine();
  let collection: mongo.Collection;

  beforeEach(async () => {
    collection = engine.fresh();
    await collection.insertOne({ lines: LINES, grid: [[1, 2], [3]], n: [1, 5, 9] });
  });

  const values = async () => (await collection.findOne())?.lines.map(({ v }: { v: number }) => v);

  it('changes the element that the filter found', async () => {
    await collection.updateOne({ 'lines.k': 'q' }, { $set: { 'lines.$.v': 0 } });
    expect(await values()).toEqual([1, 0, 9]);
  });

  it('changes the element that $elemMatch found', async () => {
    await collection.updateOne({ lines: { $elemMatch: { k: 'p', v: { $gt: 1 } } } }, { $inc: { 'lines.$.v': 1 } });
    expect(await values()).toEqual([1, 5, 10]);
  });

  it('changes every element', async () => {
    await collection.updateOne({}, { $inc: { 'lines.$[].v': 1, 'grid.$[].$[]': 1 } });
    expect(await values()).toEqual([2, 6, 10]);
    expect((await collection.findOne())?.grid).toEqual([[2, 3], [4]]);
  });

  it('changes the elements that an array filter names', async () => {
    await collection.updateOne(
      {},
      { $set: { 'lines.$[line].v': 0 } },
      { arrayFilters: [{ 'line.k': 'p', 'line.v': { $gt: 1 } }] },
    );
    expect(await values()).toEqual([1, 5, 0]);
  });

  it('filters elements that are no documents', async () => {
    await collection.updateOne({}, { $set: { 'n.$[big]': 0 } }, { arrayFilters: [{ big: { $gte: 5 } }] });
    expect((await collection.findOne())?.n).toEqual([1, 0, 0]);
  });

  it('refuses the positional operator when the filter found no element', async () => {
    expect(await codeOf(collection.updateOne({}, { $set: { 'lines.$.v': 0 } }))).toBe(2);
  });

  it('refuses a name without its array filter, and a filter without its name', async () => {
    expect(await codeOf(collection.updateOne({}, { $set: { 'lines.$[x].v': 0 } }))).toBe(2);
    expect(await codeOf(collection.updateOne({}, { $set: { a: 0 } }, { arrayFilters: [{ x: 1 }] }))).toBe(9);
  });
});
