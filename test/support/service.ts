import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { loadConfig } from '../../config/env.ts';
import { importRoster } from '../../src/app/import-roster.ts';
import { openDatabase } from '../../src/app/open-database.ts';
import { type Service, startService } from '../../src/app/service.ts';
import { buildSandbox } from '../../src/sandbox/sandbox.ts';
import { listenOn } from './listener.ts';
import { BOT } from './outside-wecom.ts';
import { until } from './until.ts';

/** A first start makes the files of both embedded servers. */
const START_PATIENCE_MS = 40_000;

const ROOT = path.resolve(import.meta.dirname, '../..');

/** The settings of a sandboxed service whose platform is played outside. FLOW_LOG=warn shows what it logs. */
export function settingsFor(platform: { base: string }): NodeJS.ProcessEnv {
  return {
    SANDBOX: '1',
    PORT: '0',
    LOG_LEVEL: process.env.FLOW_LOG ?? 'silent',
    WECOM_API_BASE: platform.base,
    WECOM_BOT_TOKEN: BOT.token,
    WECOM_BOT_AES_KEY: BOT.aesKey,
    WECOM_BOT_NAME: BOT.name,
  };
}

/** Starts the service inside the test's process. */
export function startInProcess(settings: NodeJS.ProcessEnv): Promise<Service> {
  return startService(loadConfig(settings), { buildSandbox });
}

/** Imports a roster into the database of these settings, beside the services that work on it. @throws Error naming bad rows. */
export async function giveRoster(settings: NodeJS.ProcessEnv, file: object): Promise<void> {
  const config = loadConfig(settings);
  const database = await openDatabase(config);
  try {
    const { problems } = await importRoster({ file, skipBad: false, config, connection: database.connection });
    if (problems.length > 0) throw new Error(`the roster was refused: ${JSON.stringify(problems)}`);
  } finally {
    await database.close();
  }
}

/** The service as a process of its own, leader of its process group. */
export interface ChildService {
  url: string;
  /** Signals the process alone, or its whole group, and waits for its end. */
  end(signal: NodeJS.Signals, scope?: 'process' | 'group'): Promise<{ code: number | null; signal: string | null }>;
  /** The process group that it leads. */
  group: number;
}

/** Starts `src/main.ts` as an operator does, and waits until it is ready. @throws Error with what it said when it ends instead. */
export async function startChild(settings: NodeJS.ProcessEnv): Promise<ChildService> {
  const port = await freePort();
  const { PATH, HOME, TMPDIR } = process.env;
  const env = { PATH, HOME, TMPDIR, ...settings, PORT: String(port) };
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    cwd: ROOT,
    env,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said = text(child.stderr);
  const ended = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  const pid = child.pid ?? 0;
  const url = `http://127.0.0.1:${port}`;
  const ready = async () => {
    if (child.exitCode !== null) throw new Error(`the service has ended: ${await said}`);
    return isReady(url);
  };
  await until('the service to be ready', ready, START_PATIENCE_MS);
  return {
    url,
    async end(signal, scope = 'process') {
      process.kill(scope === 'group' ? -pid : pid, signal);
      const [code, by] = await ended;
      return { code, signal: by };
    },
    group: pid,
  };
}

async function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/readyz`).then(
    (response) => response.ok,
    () => false,
  );
}

async function freePort(): Promise<number> {
  const listener = await listenOn(createServer());
  await listener.stop();
  return listener.port;
}
