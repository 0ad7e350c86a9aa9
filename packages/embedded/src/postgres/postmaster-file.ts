import { readFileSync, rmSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { errorCode } from './error-code.ts';

/** The only port number in use: it is part of the socket's name, nothing listens on TCP. */
export const PORT = 5432;

/** What a PostgreSQL writes about itself in its data folder. */
export interface Postmaster {
  pid: number;
  socketFolder: string;
  ready: boolean;
}

/** Reads `postmaster.pid`, laid out as in PostgreSQL's "Database File Layout"; null when there is none (yet). */
export function readPostmaster(data: string): Postmaster | null {
  const lines = textOf(path.join(data, 'postmaster.pid')).split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return { pid, socketFolder: lines[4] ?? '', ready: (lines[7] ?? '').trim() === 'ready' };
}

/** True when the process lives and, where the system tells, is the PostgreSQL of this data folder. */
export function isServing(data: string, pid: number): boolean {
  if (!isAlive(pid)) return false;
  const commandLine = textOf(`/proc/${pid}/cmdline`);
  return commandLine === '' ? process.platform !== 'linux' : commandLine.split('\0').includes(data);
}

/**
 * Removes what a killed PostgreSQL left when its process id has meanwhile gone to another process (as in every restarted
 * container): PostgreSQL would take that process for itself and refuse to start. Only for the folder's owner.
 */
export function removeStaleFiles(data: string, left: Postmaster): void {
  if (!isAlive(left.pid) || isServing(data, left.pid)) return;
  rmSync(path.join(data, 'postmaster.pid'), { force: true });
  rmSync(`${socketFile(left.socketFolder)}.lock`, { force: true });
}

function socketFile(folder: string): string {
  return path.join(folder, `.s.PGSQL.${PORT}`);
}

/** True when somebody answers on the socket. */
export function answers(folder: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(socketFile(folder));
    socket.once('error', () => resolve(false));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });
}

/** True when a process with this id exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
