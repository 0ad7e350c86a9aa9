import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { openSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const ROOT = path.resolve(import.meta.dirname, '../..');
const START_PATIENCE_MS = 120_000;
const STOP_PATIENCE_MS = 10_000;
const LOOK_MS = 50;

/** What dies with the service: nothing else; its process group, PostgreSQL with it; the embedded MongoDB's process besides. */
export const KILLS = ['service', 'group', 'everything'] as const;
export type Kill = (typeof KILLS)[number];

/** One process of the service, started from its sources as `npm start` does. */
export interface ServiceProcess {
  url: string;
  /** Resolves when it takes callbacks. @throws when it ends instead. */
  start(): Promise<void>;
  /** SIGKILL, without any farewell. Resolves when the process is gone. */
  kill(how: Kill): Promise<void>;
  /** SIGTERM; true when it was gone within the 10 s that an operator grants. */
  stop(): Promise<boolean>;
  pid(): number | null;
}

/** Prepares a process on a free port; its log goes on in one file through all its lives. */
export async function buildServiceProcess(v: {
  env: Record<string, string>;
  dataDir: string;
  log: string;
}): Promise<ServiceProcess> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | null = null;
  return {
    url,
    async start() {
      const log = openSync(v.log, 'a');
      child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
        cwd: ROOT,
        env: { ...v.env, PORT: String(port) },
        stdio: ['ignore', log, log],
        detached: true,
      });
      await untilAnswers(url, child, v.log);
    },
    async kill(how) {
      if (!child?.pid) return;
      const gone = ended(child);
      const mongo = how === 'everything' ? embeddedMongo(v.dataDir) : [];
      signal(how === 'service' ? child.pid : -child.pid, 'SIGKILL');
      for (const pid of mongo) signal(pid, 'SIGKILL');
      await gone;
    },
    async stop() {
      if (!child?.pid) return true;
      const gone = ended(child).then(() => true);
      signal(child.pid, 'SIGTERM');
      const inTime = await Promise.race([gone, delay(STOP_PATIENCE_MS, false)]);
      if (!inTime) signal(-child.pid, 'SIGKILL');
      return inTime;
    },
    pid: () => child?.pid ?? null,
  };
}

async function untilAnswers(url: string, child: ChildProcess, log: string): Promise<void> {
  for (const deadline = Date.now() + START_PATIENCE_MS; Date.now() < deadline; await delay(LOOK_MS)) {
    if (child.exitCode !== null) throw new Error(`the service ended with code ${child.exitCode}; its log is ${log}`);
    // Killed while it started: whoever did that starts it again.
    if (child.signalCode !== null) return;
    const answer = await fetch(`${url}/healthz`).catch(() => null);
    await answer?.arrayBuffer().catch(() => null);
    if (answer?.ok) return;
  }
  throw new Error(`the service did not answer within ${START_PATIENCE_MS / 1000} s; its log is ${log}`);
}

/** The processes of the embedded MongoDB of this data folder: of their own session, so no group kill reaches them. */
export function embeddedMongo(dataDir: string): number[] {
  const list = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8', maxBuffer: 1 << 26 });
  const lines = list.split('\n').filter((line) => line.includes('server-process') && line.includes(dataDir));
  return lines.map((line) => Number(/^\s*(\d+)/.exec(line)?.[1])).filter((pid) => pid > 0);
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has gone by itself.
  }
}

/** Ports below those that systems lend out, lest another process be given it while this one is dead between two lives. */
const OWN_PORTS = { from: 20_000, to: 32_000 } as const;

async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(OWN_PORTS.from, OWN_PORTS.to);
    const server = createServer();
    const isFree = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false));
      server.listen(port, '127.0.0.1', () => resolve(true));
    });
    if (!isFree) continue;
    await new Promise((resolve) => server.close(resolve));
    return port;
  }
}
