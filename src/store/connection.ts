import mongoose from 'mongoose';
import { guardMonitor } from './monitor-guard.ts';

/** How long a command may wait for a server before it fails: a callback must be answered within 2 s even then. */
const SERVER_SELECTION_MS = 1500;

const OPTIONS: mongoose.ConnectOptions = {
  serverSelectionTimeoutMS: SERVER_SELECTION_MS,
  connectTimeoutMS: SERVER_SELECTION_MS,
  socketTimeoutMS: 60_000,
  maxPoolSize: 20,
  bufferCommands: false,
  autoIndex: false,
  autoCreate: false,
  retryWrites: false,
};

/**
 * Connects to MongoDB (or the embedded server). Commands are never buffered: when the server is away they fail at once,
 * and whoever waits is told so.
 * @throws when no server answers within the selection time.
 */
export async function connectMongo(uri: string): Promise<mongoose.Connection> {
  const connection = mongoose.createConnection(uri, OPTIONS);
  await connection.asPromise();
  guardMonitor(connection, () => connection.openUri(uri, OPTIONS));
  return connection;
}

/** True for a unique key that is there already: somebody else wrote it first, which is no failure. Only the code is relied on. */
export function isDuplicateKey(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 11000;
}
