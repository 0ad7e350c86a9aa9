import mongoose, { type mongo } from 'mongoose';
import { afterAll, beforeAll } from 'vitest';
import { type RunningServer, startServer } from '../../../src/mongo/server.ts';

/** An embedded server in memory with a client, for the tests of a file. */
export interface MemoryEngine {
  db: mongo.Db;
  fresh: () => mongo.Collection;
}

/** Starts a server in memory before the tests of a file and stops it after them. */
export function useMemoryEngine(): MemoryEngine {
  const engine = {} as MemoryEngine;
  let server: RunningServer | null = null;
  let client: mongo.MongoClient | null = null;
  beforeAll(async () => {
    server = await startServer();
    client = await mongoose.mongo.MongoClient.connect(server.uri());
    const db = client.db();
    let count = 0;
    Object.assign(engine, { db, fresh: () => db.collection(`c${++count}`) });
  });
  afterAll(async () => {
    await client?.close();
    await server?.close();
  });
  return engine;
}
