import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import type { Place } from './place.ts';
import { isServing } from './postmaster-file.ts';
import { startProgram } from './program.ts';

/** Signals in order of patience: fast shutdown, immediate shutdown, end of the process. */
const STOPS: readonly (readonly [NodeJS.Signals, number])[] = [
  ['SIGINT', 5_000],
  ['SIGQUIT', 2_000],
  ['SIGKILL', 2_000],
];
const LAST_LINES = 20;
const POLL_MS = 250;

/** A PostgreSQL that is ready. */
export interface Server {
  pid: number;
  /** Resolves, with the reason, when it has ended. */
  ended: Promise<string>;
}

/** What a start needs besides the place. */
export interface StartOptions {
  sockets: string;
  onLog: (line: string) => void;
  /** Breaks off a start that takes long, such as a recovery. */
  signal: AbortSignal;
}

/** Starts PostgreSQL and waits until it is ready. @throws with its last messages when it ends instead. */
export async function startServer(place: Place, { sockets, onLog, signal }: StartOptions): Promise<Server> {
  const child = startProgram(place, 'postgres', serverArguments(place, sockets));
  const ended = endOf(child);
  const interrupt = () => child.kill('SIGINT');
  signal.addEventListener('abort', interrupt, { once: true });
  const lines: string[] = [];
  const ready = untilReady(child.stderr, (line) => {
    lines.push(line);
    lines.splice(0, lines.length - LAST_LINES);
    onLog(line);
  });
  const early = await Promise.race([ready, ended]);
  signal.removeEventListener('abort', interrupt);
  if (early === READY && child.pid) return { pid: child.pid, ended };
  throw new Error(
    `The embedded queue's PostgreSQL did not start (${early}). If its files are damaged, move ${place.data} away ` +
      `to begin with an empty queue. Its last messages:\n${lines.join('\n')}`,
  );
}

/**
 * A commit doesn't wait for the disk; the log is written 10 ms later instead of the default 200, because a killed
 * PostgreSQL loses what was not: at worst the queue's tables, just created, which BullMQ would never create again.
 * Failed statements are told to the client alone: their details may hold what people wrote.
 */
const SETTINGS = [
  'listen_addresses=',
  'shared_buffers=32MB',
  'synchronous_commit=off',
  'wal_writer_delay=10ms',
  'logging_collector=off',
  'log_min_messages=log',
];

function serverArguments({ data }: Place, sockets: string): string[] {
  return ['-D', data, '-k', sockets, ...SETTINGS.flatMap((setting) => ['-c', setting])];
}

const READY = 'ready';

function untilReady(stream: Readable | null, onLine: (line: string) => void): Promise<typeof READY> {
  return new Promise((resolve) => {
    if (!stream) return;
    createInterface({ input: stream }).on('line', (line) => {
      onLine(line);
      if (line.includes('ready to accept connections')) resolve(READY);
    });
  });
}

/** `close`, not `exit`: the pipe stays open until the last backend is gone, and before that a new start would be refused. */
function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(signal ? `killed by ${signal}` : `exit code ${code}`));
  });
}

/** Watches a PostgreSQL that another process started: not our child, so its end is seen by looking. */
export function adoptServer(place: Place, pid: number): Server {
  return { pid, ended: untilGone(place.data, pid) };
}

async function untilGone(data: string, pid: number): Promise<string> {
  while (isServing(data, pid)) await delay(POLL_MS, undefined, { ref: false });
  return 'its process is gone';
}

/** Stops PostgreSQL, the gentle way first, and waits for its end. */
export async function stopServer(server: Server): Promise<void> {
  for (const [signal, patience] of STOPS) {
    if (!kill(server.pid, signal)) return;
    const timer = new AbortController();
    const outcome = await Promise.race([
      server.ended,
      delay(patience, null, { signal: timer.signal }).catch(() => null),
    ]);
    timer.abort();
    if (outcome !== null) return;
  }
}

/** Sends a signal; false when there is nobody left to hear it. */
export function kill(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}
