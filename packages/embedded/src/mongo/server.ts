import { chmodSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import path from 'node:path';
import { Catalog } from './catalog.ts';
import { Cursors } from './commands/cursors.ts';
import { errorReply, runCommand } from './commands/run-command.ts';
import { expireDocuments } from './expire-documents.ts';
import { MongoError } from './mongo-error.ts';
import { openDiskStorage } from './storage/disk-storage.ts';
import { memoryStorage, type Storage } from './storage/storage.ts';
import { type Handler, serveSocket } from './wire/serve-socket.ts';

/** The file in the data folder that holds everything. */
export const DATA_FILE = 'mongo.db';

const TTL_INTERVAL_MS = 1000;

/** Where a server keeps its data and listens. */
export interface ServerOptions {
  /** The data folder; without one everything is in memory alone. */
  dir?: string;
  /** A unix socket to listen on; it must be free or left over. Without one a loopback port is used. */
  socketPath?: string;
  /** The loopback port; 0, the default, takes a free one. */
  port?: number;
  now?: () => Date;
  onLog?: (line: string) => void;
  /** Told when what was written can no longer be made durable: every client has been cut off. */
  onBroken?: (error: Error) => void;
  /** Told whenever a client came or went. */
  onClients?: (count: number) => void;
}

/** A server that takes connections. */
export interface RunningServer {
  /** A connection string for a database. */
  uri: (database?: string) => string;
  /** Ends every connection, makes everything durable and lets the data folder go. */
  close: () => Promise<void>;
}

function handlerFor(storage: Storage, options: ServerOptions): { handle: Handler; sweep: () => void } {
  const catalog = new Catalog(storage);
  const cursors = new Cursors();
  const now = options.now ?? (() => new Date());
  const log = options.onLog ?? (() => {});
  const handle: Handler = (command, answer) => {
    const [name = ''] = Object.keys(command);
    const request = { name, command, database: typeof command.$db === 'string' ? command.$db : '' };
    let reply: ReturnType<typeof errorReply>;
    try {
      reply = runCommand(request, { catalog, cursors, now: now() });
    } catch (error) {
      if (!(error instanceof MongoError))
        log(`the command ${name} failed: ${error instanceof Error ? error.stack : String(error)}`);
      reply = errorReply(error);
    }
    // Reads wait too: what they saw must not be lost after they told of it.
    storage.whenDurable((error) => {
      answer(error ? null : reply);
      if (error) options.onBroken?.(error);
    });
  };
  const sweep = () => {
    cursors.expire(now());
    expireDocuments(catalog, now());
  };
  return { handle, sweep };
}

async function listen(server: Server, { socketPath, port = 0 }: ServerOptions): Promise<void> {
  if (socketPath !== undefined) rmSync(socketPath, { force: true });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    const listening = () => {
      server.off('error', reject);
      resolve();
    };
    if (socketPath === undefined) server.listen(port, '127.0.0.1', listening);
    else server.listen(socketPath, listening);
  });
  if (socketPath !== undefined) chmodSync(socketPath, 0o600);
}

/** The connection string for a server on a unix socket. */
export function socketUri(socketPath: string, database: string): string {
  return `mongodb://${encodeURIComponent(socketPath)}/${database}?directConnection=true`;
}

function uriOf(server: Server, { socketPath }: ServerOptions, database: string): string {
  if (socketPath !== undefined) return socketUri(socketPath, database);
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return `mongodb://127.0.0.1:${port}/${database}?directConnection=true`;
}

function track(sockets: Set<Socket>, socket: Socket, onClients: (count: number) => void): void {
  sockets.add(socket);
  onClients(sockets.size);
  socket.once('close', () => {
    sockets.delete(socket);
    onClients(sockets.size);
  });
}

/** Starts a server in this process. @throws StorageLocked when another process has the data folder. */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const storage = options.dir === undefined ? memoryStorage() : openDiskStorage(path.join(options.dir, DATA_FILE));
  const sockets = new Set<Socket>();
  try {
    const { handle, sweep } = handlerFor(storage, options);
    const server = createServer((socket) => {
      track(sockets, socket, options.onClients ?? (() => {}));
      serveSocket(socket, handle);
    });
    await listen(server, options);
    const timer = setInterval(sweep, TTL_INTERVAL_MS).unref();
    const uri = (database = 'test') => uriOf(server, options, database);
    return { uri, close: once(() => stop({ server, sockets, storage, timer })) };
  } catch (error) {
    storage.close();
    throw error;
  }
}

interface Running {
  server: Server;
  sockets: ReadonlySet<Socket>;
  storage: Storage;
  timer: NodeJS.Timeout;
}

async function stop({ server, sockets, storage, timer }: Running): Promise<void> {
  clearInterval(timer);
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  for (const socket of sockets) socket.destroy();
  await closed;
  storage.close();
}

function once(action: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  return () => {
    running ??= action();
    return running;
  };
}
