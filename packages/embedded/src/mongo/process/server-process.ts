// The process of an embedded MongoDB server: server-process <data folder> <socket>.
import { setTimeout as delay } from 'node:timers/promises';
import { type RunningServer, type ServerOptions, startServer } from '../server.ts';
import { StorageLocked } from '../storage/disk-storage.ts';
import { joinServer } from './join-server.ts';
import { OTHER_SERVER } from './launch-server.ts';
import { stayWhileUsed } from './stay-while-used.ts';

/** A server that is leaving holds its file a moment longer than its socket. */
const LOCK_PATIENCE_MS = 15_000;
const LOCK_POLL_MS = 50;

function log(line: string): void {
  console.error(`${new Date().toISOString()} ${line}`);
}

/** The server, or null when another one is at work on the folder. @throws StorageLocked when something else has the file. */
async function startWhenFree(options: ServerOptions & { socketPath: string }): Promise<RunningServer | null> {
  for (let waited = 0; ; waited += LOCK_POLL_MS) {
    try {
      return await startServer(options);
    } catch (error) {
      if (!(error instanceof StorageLocked) || waited >= LOCK_PATIENCE_MS) throw error;
    }
    const other = await joinServer(options.socketPath);
    other?.destroy();
    if (other) return null;
    await delay(LOCK_POLL_MS);
  }
}

async function main(dir: string, socketPath: string): Promise<void> {
  process.umask(0o077);
  let server: RunningServer | null = null;
  const stay = stayWhileUsed(() => {
    // Exits explicitly: nothing that a driver left behind may keep the folder locked.
    void server?.close().finally(() => process.exit(0));
  });
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stay.drain);
  const onBroken = (error: Error) => {
    log(`${error.message} ${error.cause instanceof Error ? error.cause.message : ''}`);
    process.exit(1);
  };
  server = await startWhenFree({ dir, socketPath, onLog: log, onClients: stay.clients, onBroken });
  if (!server) process.exit(OTHER_SERVER);
}

const [dir, socketPath] = process.argv.slice(2);
if (dir === undefined || socketPath === undefined) {
  console.error('usage: server-process <data folder> <socket>');
  process.exit(2);
}
try {
  await main(dir, socketPath);
} catch (error) {
  log(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
