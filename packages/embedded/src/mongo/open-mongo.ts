import type { Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { joinServer } from './process/join-server.ts';
import { launchServer, OTHER_SERVER, serverLogTail } from './process/launch-server.ts';
import { prepareDirs } from './process/socket-path.ts';
import { socketUri } from './server.ts';

const START_PATIENCE_MS = 30_000;
const POLL_MS = 20;
const RETRY_MS = 1000;

/** Where the data are and who hears of the server. */
export interface OpenMongoOptions {
  /** The data folder, made when missing. */
  dir: string;
  /** The database in the connection string. */
  database?: string;
  onLog?: (line: string) => void;
}

/** A server that stays at least until it is closed here. */
export interface OpenMongo {
  uri: string;
  close: () => Promise<void>;
}

/** Joins the server of a folder, or starts one. @throws Error when none comes up. */
async function joinOrStart(dir: string, socketPath: string): Promise<{ socket: Socket; started: boolean }> {
  let launched = null;
  for (const deadline = Date.now() + START_PATIENCE_MS; Date.now() < deadline; await delay(POLL_MS)) {
    const socket = await joinServer(socketPath);
    if (socket) return { socket, started: launched !== null };
    const code = launched?.exitCode() ?? null;
    if (code !== null && code !== 0 && code !== OTHER_SERVER) {
      throw new Error(`the embedded database in ${dir} does not start: ${await serverLogTail(dir)}`);
    }
    if (!launched || code !== null) launched = launchServer(dir, socketPath);
  }
  throw new Error(
    `the embedded database in ${dir} is not there after ${START_PATIENCE_MS / 1000} s: ${await serverLogTail(dir)}`,
  );
}

/** The connection by which a server is kept: when the server dies, another one is started. */
class Hold {
  readonly #dir: string;
  readonly #socketPath: string;
  readonly #log: (line: string) => void;
  #socket: Socket | null = null;
  #closed = false;

  constructor(dirs: { dir: string; socketPath: string }, log: (line: string) => void) {
    this.#dir = dirs.dir;
    this.#socketPath = dirs.socketPath;
    this.#log = log;
  }

  async open(): Promise<void> {
    const { socket, started } = await joinOrStart(this.#dir, this.#socketPath);
    if (this.#closed) {
      socket.destroy();
      return;
    }
    this.#log(started ? `embedded database started in ${this.#dir}` : `joined the embedded database in ${this.#dir}`);
    this.#socket = socket;
    // The held connection alone is no reason for this process to go on.
    socket.unref();
    socket.once('close', () => void this.#reopen());
  }

  async #reopen(): Promise<void> {
    while (!this.#closed) {
      this.#log(`the embedded database in ${this.#dir} has gone; starting it again`);
      try {
        return await this.open();
      } catch (error) {
        this.#log(error instanceof Error ? error.message : String(error));
        await delay(RETRY_MS, undefined, { ref: false });
      }
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    const socket = this.#socket;
    if (!socket || socket.destroyed) return;
    await new Promise<void>((resolve) => {
      socket.once('close', () => resolve());
      socket.destroy();
    });
  }
}

/** Joins the embedded MongoDB server of a folder, or starts it as a process of its own, which ends by itself when nobody uses it any more. @throws Error when it can't be started, with the reason. */
export async function openMongo({ dir, database = 'bangqi', onLog }: OpenMongoOptions): Promise<OpenMongo> {
  const dirs = await prepareDirs(dir);
  const hold = new Hold(dirs, onLog ?? (() => {}));
  await hold.open();
  return { uri: socketUri(dirs.socketPath, database), close: () => hold.close() };
}
