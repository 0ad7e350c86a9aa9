import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Connection } from 'mongoose';
import { openDatabase } from '../../src/app/open-database.ts';

/** A database of a test's own, empty. */
export interface TestDatabase {
  connection: Connection;
  uri: string;
  /** Drops what the test left and lets the server go. */
  close(): Promise<void>;
}

/** Opens an empty database: on the server of MONGODB_URI when it is set, else on an embedded one in a folder of its own. */
export async function withDatabase(): Promise<TestDatabase> {
  const given = process.env.MONGODB_URI;
  const dataDir = await mkdtemp(path.join(tmpdir(), 'bangqi-test-'));
  const mongodbUri = given ? withName(given, `bangqi_test_${randomBytes(6).toString('hex')}`) : null;
  const database = await openDatabase({ dataDir, mongodbUri });
  return {
    connection: database.connection,
    uri: database.uri,
    async close() {
      await database.connection.dropDatabase();
      await database.close();
      await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function withName(uri: string, name: string): string {
  return uri.replace(/^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/[^?]*)?/, `$1/${name}`);
}
