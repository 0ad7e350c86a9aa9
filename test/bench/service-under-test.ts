import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { type Config, loadConfig } from '../../config/env.ts';
import { type Service, startService } from '../../src/app/service.ts';

/** Credentials of the measured bot; they seal nothing real. */
export const BOT = {
  token: 'BenchToken0123456789',
  aesKey: 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ',
  receiveid: '',
};

/** A service of its own in a fresh folder, on the engines that the environment names. */
export async function startMeasured(
  role: Config['role'],
): Promise<{ service: Service; dir: string; close(): Promise<void> }> {
  const dir = await mkdtemp(path.join(tmpdir(), 'bangqi-bench-'));
  const { MONGODB_URI, REDIS_URL } = process.env;
  const config = loadConfig({
    PORT: '0',
    ROLE: role,
    DATA_DIR: dir,
    WECOM_BOT_TOKEN: BOT.token,
    WECOM_BOT_AES_KEY: BOT.aesKey,
    ...(MONGODB_URI ? { MONGODB_URI: inDatabase(MONGODB_URI, `bench${Date.now()}`) } : {}),
    ...(REDIS_URL ? { REDIS_URL } : {}),
  });
  const service = await startService(config, { log: pino({ level: 'silent' }) });
  const close = async () => {
    await service.close();
    await rm(dir, { recursive: true, force: true, maxRetries: 5 });
  };
  return { service, dir, close };
}

function inDatabase(uri: string, name: string): string {
  const url = new URL(uri);
  url.pathname = `/${name}`;
  return url.href;
}
