import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { loadConfig } from '../../../config/env.ts';
import { importRoster } from '../../app/import-roster.ts';
import { type Service, startService } from '../../app/service.ts';
import { buildSandbox } from '../../sandbox/sandbox.ts';
import { loadSettings } from '../load-settings.ts';
import { buildSandboxClient, type SandboxClient } from '../sandbox-client.ts';

/** The demo's own service, on the embedded engines in a fresh folder. */
export interface Town {
  url: string;
  client: SandboxClient;
  /** False when PORT (or 3000) was taken, so that another port serves. */
  isUsualPort: boolean;
  /** Stops the service and removes the folder. */
  close(): Promise<void>;
}

/**
 * Starts the town: service and simulator in this process, the clock at `begin`, then the roster, whose pairings count from there.
 * @throws with a sentence when the roster is not good.
 */
export async function startTown(v: { begin: string; roster: unknown }): Promise<Town> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'bangqi-demo-'));
  let service: Service | null = null;
  const close = async () => {
    await service?.close();
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const wanted = loadSettings().port;
    const port = (await isFree(wanted)) ? wanted : 0;
    service = await serve(dataDir, port);
    const client = buildSandboxClient(service.url);
    await client.moveClock({ now: v.begin });
    await fill(service, v.roster);
    return { url: service.url, client, isUsualPort: port === wanted && wanted !== 0, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Everything but the port is the demo's own, so that it never meets a real database or chat. */
function serve(dataDir: string, port: number): Promise<Service> {
  const config = loadConfig({ PORT: String(port), DATA_DIR: dataDir, SANDBOX: '1', CONSOLE_URL: '', ...anApp() });
  const log = pino({ level: 'error' }, pino.destination({ dest: 2, sync: true }));
  return startService(config, { log, buildSandbox });
}

/** A self-built app, so that people get cards; both ends of the wire are in this process. */
function anApp(): NodeJS.ProcessEnv {
  return {
    WECOM_CORP_ID: 'wwDEMOCITY',
    WECOM_APP_AGENT_ID: '1000002',
    WECOM_APP_SECRET: randomUUID(),
    WECOM_APP_TOKEN: randomUUID().replaceAll('-', ''),
    WECOM_APP_AES_KEY: `${randomBytes(21).toString('hex')}A`,
  };
}

async function fill({ context: { config, stores } }: Service, file: unknown): Promise<void> {
  const { problems } = await importRoster({ file, skipBad: false, config, stores });
  const [first] = problems;
  if (first) throw new Error(`演示名册有误（${first.sheet} 第${first.row}行 ${first.field ?? ''}：${first.reason}）。`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
