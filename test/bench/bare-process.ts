import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** The bare route in a process of its own. */
export interface BareProcess {
  url: string;
  stop(): Promise<void>;
}

/** Starts the bare route on the database at `uri`. @throws when it ends before it listens. */
export async function startBare(uri: string, bot: { token: string; aesKey: string }): Promise<BareProcess> {
  const entry = path.join(import.meta.dirname, 'bare-server.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', entry, uri, bot.token, bot.aesKey], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const port = once(createInterface({ input: child.stdout }), 'line').then(([line]) => String(line));
  const first = await Promise.race([port, ended.then(() => null)]);
  if (first === null) throw new Error('the bare route ended before it listened');
  return {
    url: `http://127.0.0.1:${first}`,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
