import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Config } from '../../config/env.ts';

/** Where a run keeps its data, and what its processes are told about it. */
export interface Place extends Pick<Config, 'dataDir' | 'mongodbUri'> {
  /** The environment of a service process, but for its port. */
  env: Record<string, string>;
  /** What serves: for the heading of the figures. */
  engines: string;
  /** The credentials that both ends of the wire know. */
  bot: { token: string; aesKey: string };
  remove(): Promise<void>;
}

const PASSED_ON = ['PATH', 'HOME', 'TMPDIR', 'LANG'] as const;

/** Makes a folder of its own, and a database name of its own on the MongoDB of MONGODB_URI when that is set. */
export async function makePlace(more: Record<string, string>): Promise<Place> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'bangqi-run-'));
  const { MONGODB_URI: mongodb, REDIS_URL: redis } = process.env;
  const mongodbUri = mongodb ? withName(mongodb, `bangqi_run_${randomBytes(6).toString('hex')}`) : null;
  const bot = { token: randomBytes(12).toString('hex'), aesKey: `${randomBytes(21).toString('hex')}A` };
  const inherited = PASSED_ON.flatMap((name) => (process.env[name] ? [[name, process.env[name]] as const] : []));
  const env: Record<string, string> = {
    ...Object.fromEntries(inherited),
    DATA_DIR: dataDir,
    LOG_LEVEL: 'warn',
    WECOM_BOT_TOKEN: bot.token,
    WECOM_BOT_AES_KEY: bot.aesKey,
    ...(mongodbUri ? { MONGODB_URI: mongodbUri } : {}),
    ...(redis ? { REDIS_URL: redis } : {}),
    ...more,
  };
  const engines = `${mongodb ? 'MongoDB of MONGODB_URI' : 'embedded MongoDB'}, ${redis ? 'Redis' : 'embedded PostgreSQL'}`;
  const remove = () => rm(dataDir, { recursive: true, force: true, maxRetries: 10 });
  return { dataDir, mongodbUri, env, engines, bot, remove };
}

function withName(uri: string, name: string): string {
  return uri.replace(/^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/[^?]*)?/, `$1/${name}`);
}
