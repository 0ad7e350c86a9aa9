import { afterAll, beforeAll } from 'vitest';
import { buildStores, ensureIndexes, type Stores } from '../../src/app/context.ts';
import { type TestDatabase, withDatabase } from './database.ts';

/** A file's own database with every collection of the service. */
export interface OpenedStores {
  stores: Stores;
  database: TestDatabase;
}

/** Hands the tests of a file a database of their own, empty and indexed. */
export function useStores(hand: (opened: OpenedStores) => void): void {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await withDatabase();
    const stores = buildStores(database.connection);
    await ensureIndexes(stores);
    hand({ stores, database });
  });
  afterAll(() => database?.close());
}
