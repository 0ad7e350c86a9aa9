import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';

/** What the process runs; another user must be able to read it. */
export const SCRIPT = path.join(import.meta.dirname, 'open-and-wait.ts');

/** A started service: what it said of itself, and its process. */
export interface ServiceProcess {
  how: string;
  child: ChildProcessWithoutNullStreams;
  close: () => Promise<void>;
}

/** As whom, and whether at the head of a process group of its own. */
export interface ServiceOptions {
  uid?: number;
  ownGroup?: boolean;
}

/** Opens PostgreSQL in a process of its own. @throws with its messages when it ends instead. */
export async function startServiceProcess(dir: string, options: ServiceOptions = {}): Promise<ServiceProcess> {
  const { uid, ownGroup = false } = options;
  const identity = uid === undefined ? {} : { uid, gid: uid };
  const child = spawn(process.execPath, ['--import', 'tsx', SCRIPT, dir], { ...identity, detached: ownGroup });
  const complaint = text(child.stderr);
  const first = await Promise.race([once(createInterface({ input: child.stdout }), 'line'), once(child, 'close')]);
  if (child.exitCode !== null) throw new Error(await complaint);
  const said: { how: string } = JSON.parse(String(first[0]));
  return { how: said.how, child, close: () => end(child) };
}

async function end(child: ChildProcessWithoutNullStreams): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
