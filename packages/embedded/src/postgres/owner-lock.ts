import path from 'node:path';
import Database from 'libsql';
import { errorCode } from './error-code.ts';

/** Held by the one process that starts, watches and stops the PostgreSQL of a folder. */
export interface OwnerLock {
  release: () => void;
}

/**
 * Takes the folder's lock, or null while another owner lives. It is a file lock of the operating system (through SQLite):
 * it ends with its process, however that dies, so that no stale lock has to be guessed at.
 * @throws a sentence when the folder cannot be written.
 */
export function takeOwnerLock(dir: string): OwnerLock | null {
  const file = openLockFile(path.join(dir, 'owner.lock'));
  try {
    file.exec('BEGIN EXCLUSIVE');
    return { release: () => file.close() };
  } catch (error) {
    file.close();
    if (errorCode(error).startsWith('SQLITE_BUSY')) return null;
    throw notWritable(dir, error);
  }
}

function openLockFile(file: string): Database.Database {
  try {
    return new Database(file, { timeout: 0 });
  } catch (error) {
    throw notWritable(path.dirname(file), error);
  }
}

function notWritable(dir: string, error: unknown): Error {
  const sentence = `The embedded queue cannot write in ${dir}: run the service as the user who owns it, or choose another data folder.`;
  return new Error(sentence, { cause: error });
}
