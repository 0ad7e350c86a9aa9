import { describe, expect, it } from 'vitest';
import { Catalog } from '../../src/mongo/catalog.ts';
import { expireDocuments } from '../../src/mongo/expire-documents.ts';
import { memoryStorage } from '../../src/mongo/storage/storage.ts';

const NOON = new Date('2026-11-27T12:00:00Z');
const minutesBefore = (minutes: number) => new Date(NOON.getTime() - minutes * 60_000);

describe('expireDocuments', () => {
  function remaining(dates: unknown[], expireAfterSeconds: number): unknown[] {
    const catalog = new Catalog(memoryStorage());
    const collection = catalog.ensure('db', 'things');
    for (const [i, at] of dates.entries()) collection.insert({ _id: i, at });
    collection.addIndex({ v: 2, name: 'at_1', key: { at: 1 }, expireAfterSeconds });
    expireDocuments(catalog, NOON);
    return [...collection.all()].map(({ doc }) => doc._id);
  }

  it('removes what is older than the index allows', () => {
    expect(remaining([minutesBefore(61), minutesBefore(60), minutesBefore(59)], 3600)).toEqual([2]);
  });

  it('removes at the instant itself when the index allows no time', () => {
    expect(remaining([minutesBefore(-1), minutesBefore(0)], 0)).toEqual([0]);
  });

  it('keeps what has no date', () => {
    expect(remaining([null, 'yesterday', 5, undefined], 0)).toEqual([0, 1, 2, 3]);
  });

  it('keeps what a partial index leaves out', () => {
    const catalog = new Catalog(memoryStorage());
    const collection = catalog.ensure('db', 'things');
    const spec = { v: 2, name: 'at_1', key: { at: 1 }, expireAfterSeconds: 0 } as const;
    collection.addIndex({ ...spec, partialFilterExpression: { done: true } });
    collection.insert({ _id: 'done', at: minutesBefore(1), done: true });
    collection.insert({ _id: 'open', at: minutesBefore(1), done: false });
    expireDocuments(catalog, NOON);
    expect([...collection.all()].map(({ doc }) => doc._id)).toEqual(['open']);
  });

  it('goes by the earliest date of a list', () => {
    expect(remaining([[minutesBefore(-5), minutesBefore(5)], [minutesBefore(-5)]], 0)).toEqual([1]);
  });
});
