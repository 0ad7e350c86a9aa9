import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import mongoose from 'mongoose';
import { openMongo, openPostgres } from '../../packages/embedded/src/index.ts';
import { openTcpProxy, type TcpProxy } from './tcp-proxy.ts';

/** Where the services of one test file keep their data: the servers of MONGODB_URI and REDIS_URL when set, else embedded ones. */
export interface Engines {
  /** A folder that goes with the engines. */
  dir: string;
  /** Settings that lead a service to an empty database of its own. */
  freshData(): NodeJS.ProcessEnv;
  close(): Promise<void>;
}

/**
 * Opens the engines of a test file; embedded ones stay up from one of its services to the next. With `startsNothing` each
 * service starts its own, as it does in real life.
 */
export async function openEngines({ startsNothing = false } = {}): Promise<Engines> {
  const dir = await mkdtemp(path.join(tmpdir(), 'bangqi-flow-'));
  const { MONGODB_URI: mongoGiven, REDIS_URL: redisGiven } = process.env;
  const mongo = mongoGiven || startsNothing ? null : await openMongo({ dir: path.join(dir, 'mongo') });
  const postgres = redisGiven || startsNothing ? null : await openPostgres({ dir: path.join(dir, 'queue') });
  const uri = mongoGiven ?? mongo?.uri ?? null;
  const made: string[] = [];
  return {
    dir,
    freshData() {
      const name = `bangqi_flow_${randomBytes(6).toString('hex')}`;
      const queue = redisGiven ? { REDIS_URL: redisGiven } : {};
      if (!uri) return { DATA_DIR: path.join(dir, name), ...queue };
      made.push(uriOf(uri, name));
      return { DATA_DIR: dir, MONGODB_URI: uriOf(uri, name), ...queue };
    },
    async close() {
      if (mongoGiven) for (const named of made) await drop(named);
      await postgres?.close();
      await mongo?.close();
      await rm(dir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The same server, another database. */
export function uriOf(uri: string, database: string): string {
  return uri.replace(/^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/[^?]*)?/, `$1/${database}`);
}

/** Puts a proxy before the MongoDB of these settings. */
export async function proxied(data: NodeJS.ProcessEnv): Promise<{ data: NodeJS.ProcessEnv; proxy: TcpProxy }> {
  const [, host = '', database = ''] = /^mongodb:\/\/([^/,?]+)\/([^?]*)/.exec(data.MONGODB_URI ?? '') ?? [];
  const proxy = await openTcpProxy(addressOf(decodeURIComponent(host)));
  const uri = `mongodb://127.0.0.1:${proxy.port}/${database}?directConnection=true`;
  return { data: { ...data, MONGODB_URI: uri }, proxy };
}

function addressOf(host: string): { path: string } | { host: string; port: number } {
  if (host.startsWith('/')) return { path: host };
  const [name = '', port = '27017'] = host.split(':');
  return { host: name, port: Number(port) };
}

async function drop(uri: string): Promise<void> {
  const connection = await mongoose.createConnection(uri).asPromise();
  await connection.dropDatabase();
  await connection.close();
}
