import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import { onTestFinished } from 'vitest';
import { joinServer } from '../../../src/mongo/process/join-server.ts';

/** Another process that has the embedded server of a folder open. */
export interface User {
  uri: string;
  /** Ends in good order. */
  leave: () => Promise<void>;
  /** Ends at once, as a crash would. */
  kill: () => Promise<void>;
}

async function ended(child: ChildProcess, end: () => void): Promise<void> {
  const exited = once(child, 'exit');
  end();
  await exited;
}

/** Starts a process that opens the server of a folder and waits until it has. */
export async function startUser(dir: string): Promise<User> {
  const child = fork(path.join(import.meta.dirname, 'user-process.ts'), [dir], { execArgv: ['--import', 'tsx'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [uri] = await once(child, 'message');
  return {
    uri: String(uri),
    leave: () => ended(child, () => child.send('leave')),
    kill: () => ended(child, () => child.kill('SIGKILL')),
  };
}

/** The server processes of a folder, found by their command line. */
export function serversOf(dir: string): number[] {
  const lines = execFileSync('ps', ['-ww', '-eo', 'pid=,args='], { encoding: 'utf8' }).split('\n');
  return lines
    .filter((line) => line.includes('server-process') && line.includes(` ${dir} `))
    .map((line) => Number.parseInt(line, 10));
}

/** The only server process of a folder. @throws Error when there is none, or there are several. */
export function serverOf(dir: string): number {
  const [pid, ...more] = serversOf(dir);
  if (pid === undefined || more.length > 0) throw new Error(`${more.length + (pid ? 1 : 0)} servers of ${dir}`);
  return pid;
}

/** Whether a server answers on a folder's socket. */
export async function isServed(socketPath: string): Promise<boolean> {
  const socket = await joinServer(socketPath);
  socket?.destroy();
  return socket !== null;
}

/** What the servers of a folder wrote to their log. */
export async function logOf(dir: string): Promise<string> {
  return readFile(path.join(dir, 'mongo.log'), 'utf8');
}
