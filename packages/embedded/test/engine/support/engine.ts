import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import mongoose, { type Connection, type mongo } from 'mongoose';
import { afterAll, beforeAll } from 'vitest';
import { startServer } from '../../../src/mongo/server.ts';

/** A database of its own on the engine under test. */
export interface Engine {
  connection: Connection;
  /** A collection that no other test uses. */
  fresh: () => mongo.Collection;
  close: () => Promise<void>;
}

interface Started {
  uri: string;
  stop: () => Promise<void>;
}

async function startEmbedded(): Promise<Started> {
  const dir = await mkdtemp(path.join(tmpdir(), 'engine-'));
  const server = await startServer({ dir, socketPath: path.join(dir, 'mongo.sock') });
  const stop = async () => {
    await server.close();
    await rm(dir, { recursive: true, force: true });
  };
  return { uri: server.uri(), stop };
}

/** Connects to `ENGINE_URI`, or to an embedded server started for it. */
export async function openEngine(): Promise<Engine> {
  const given = process.env.ENGINE_URI;
  const started = given ? { uri: given, stop: async () => {} } : await startEmbedded();
  const dbName = `engine_${randomBytes(4).toString('hex')}`;
  const connection = await mongoose.createConnection(started.uri, { dbName, autoIndex: false }).asPromise();
  let collections = 0;
  const close = async () => {
    await connection.dropDatabase();
    await connection.close();
    await started.stop();
  };
  return { connection, fresh: () => connection.db?.collection(`c${++collections}`) as mongo.Collection, close };
}

/** Opens an engine for the tests of a file and closes it after them. */
export function useEngine(): Engine {
  const engine = {} as Engine;
  beforeAll(async () => {
    Object.assign(engine, await openEngine());
  });
  afterAll(async () => {
    await engine.close?.();
  });
  return engine;
}

/** The code of the error that a promise is refused with; null when it is kept. */
export async function codeOf(action: Promise<unknown>): Promise<unknown> {
  return action.then(
    () => null,
    (error: { code?: unknown }) => error.code,
  );
}
