import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Connection } from 'mongoose';
import type { Config } from '../../config/env.ts';
import { openMongo } from '../../packages/embedded/src/index.ts';
import { connectMongo } from '../store/connection.ts';

/** An open database; `close` also lets go of the embedded server. */
export interface Database {
  connection: Connection;
  uri: string;
  /** True when no MONGODB_URI is set and the server in DATA_DIR serves. */
  embedded: boolean;
  close(): Promise<void>;
}

/**
 * Opens the configured MongoDB, or joins (else starts) the embedded server in DATA_DIR.
 * @throws with a sentence that says what to do when none answers.
 */
export async function openDatabase(config: Pick<Config, 'dataDir' | 'mongodbUri'>): Promise<Database> {
  if (config.mongodbUri !== null) return connect(config.mongodbUri);
  // The data names citizens and their telephones: for the service's own account alone.
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 }).catch((error: Error) => {
    throw new Error(`DATA_DIR cannot be made (${error.message}): name a folder that this account may write to.`);
  });
  const server = await openMongo({ dir: path.join(config.dataDir, 'mongo') });
  try {
    return await connect(server.uri, server);
  } catch (error) {
    await server.close();
    throw error;
  }
}

async function connect(uri: string, server?: { close(): Promise<void> }): Promise<Database> {
  const connection = await connectMongo(uri).catch((error: unknown) => {
    // The URI may hold a password and the driver's error may quote it, so only the kind of error is told.
    const kind = error instanceof Error ? error.name : 'unknown error';
    const place = server ? 'The embedded database in DATA_DIR' : 'MongoDB at MONGODB_URI';
    throw new Error(`${place} does not answer (${kind}): check that it runs, and its address, name and password.`);
  });
  return {
    connection,
    uri,
    embedded: server !== undefined,
    async close() {
      await connection.close();
      await server?.close();
    },
  };
}
