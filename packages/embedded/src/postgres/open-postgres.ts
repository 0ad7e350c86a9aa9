import { setTimeout as delay } from 'node:timers/promises';
import { ensureCluster, USER } from './cluster.ts';
import { keepRunning } from './keep-running.ts';
import { type OwnerLock, takeOwnerLock } from './owner-lock.ts';
import { type Place, preparePlace, preparePrivateFolders } from './place.ts';
import { answers, isServing, type Postmaster, PORT, readPostmaster, removeStaleFiles } from './postmaster-file.ts';
import { chooseRunAs, type Host, inspectHost } from './run-as.ts';
import { adoptServer, type Server, startServer } from './server.ts';

/** A first start creates the files, a start after a crash replays a log; neither takes a minute. */
const PATIENCE_MS = 60_000;
const LOOK_MS = 50;

/** Where the database lives and who hears what PostgreSQL says. */
export interface PostgresOptions {
  dir: string;
  onLog?: (line: string) => void;
}

/** Settings for node-postgres: `host` is the folder of a unix socket. */
export interface PostgresConnection {
  host: string;
  port: number;
  user: string;
  database: string;
}

/** A running PostgreSQL. */
export interface EmbeddedPostgres {
  connection: PostgresConnection;
  /** How it runs: `direct`, `user namespace`, `uid 65534`, `adopted` (an orphan found alive) or `joined` (another's). */
  how: string;
  /** Stops PostgreSQL; where it was only joined, leaves it to its owner. */
  close: () => Promise<void>;
}

/**
 * Opens the PostgreSQL of a folder: starts it, adopts one whose owner died, or joins one whose owner lives.
 * The owner starts it again when it dies. @throws a sentence that says what to do when it cannot run here.
 */
export function openPostgres(options: PostgresOptions): Promise<EmbeddedPostgres> {
  return openPostgresOn(inspectHost(), options);
}

/** The same, on a host described by the caller. @throws as openPostgres does. */
export async function openPostgresOn(host: Host, options: PostgresOptions): Promise<EmbeddedPostgres> {
  const place = preparePlace(chooseRunAs(host), options.dir);
  const { lock, serving } = await enter(place);
  if (!lock) return { connection: connectionTo(serving.socketFolder), how: 'joined', close: async () => {} };
  try {
    return await own({ place, lock, serving, onLog: options.onLog ?? (() => {}) });
  } catch (error) {
    lock.release();
    throw error;
  }
}

type Entry = { lock: OwnerLock; serving: Postmaster | null } | { lock: null; serving: Postmaster };

/** Waits until it is clear who owns the folder and whether its PostgreSQL is there, leaving or yet to be started. */
async function enter(place: Place): Promise<Entry> {
  const deadline = performance.now() + PATIENCE_MS;
  let lock: OwnerLock | null = null;
  while (performance.now() < deadline) {
    lock ??= takeOwnerLock(place.dir);
    const found = readPostmaster(place.data);
    const ready = found?.ready && isServing(place.data, found.pid) && (await answers(found.socketFolder));
    if (found && ready) return { lock, serving: found };
    if (lock && !(found && isServing(place.data, found.pid))) return { lock, serving: null };
    await delay(LOOK_MS);
  }
  lock?.release();
  throw new Error(
    `The embedded queue in ${place.dir} is held by another process but does not become ready: ` +
      'end that process, or choose another data folder.',
  );
}

interface Ownership {
  place: Place;
  lock: OwnerLock;
  serving: Postmaster | null;
  onLog: (line: string) => void;
}

async function own({ place, lock, serving, onLog }: Ownership): Promise<EmbeddedPostgres> {
  const sockets = serving?.socketFolder ?? preparePrivateFolders(place);
  const start = async (signal: AbortSignal): Promise<Server> => {
    const left = readPostmaster(place.data);
    if (left) removeStaleFiles(place.data, left);
    return startServer(place, { sockets, onLog, signal });
  };
  const first = serving ? adoptServer(place, serving.pid) : await firstStart(place, start);
  const stop = keepRunning({ first, start, onLog });
  const close = async (): Promise<void> => {
    await stop();
    lock.release();
  };
  return { connection: connectionTo(sockets), how: serving ? 'adopted' : place.runAs.how, close };
}

async function firstStart(place: Place, start: (signal: AbortSignal) => Promise<Server>): Promise<Server> {
  await ensureCluster(place);
  return start(new AbortController().signal);
}

function connectionTo(host: string): PostgresConnection {
  return { host, port: PORT, user: USER, database: 'postgres' };
}
