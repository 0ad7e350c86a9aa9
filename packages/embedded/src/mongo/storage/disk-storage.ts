import { chmodSync } from 'node:fs';
import Database from 'libsql';
import type { CollectionRow, DocumentRow, Storage } from './storage.ts';

const VERSION = 1;

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS collections (id INTEGER PRIMARY KEY, namespace TEXT NOT NULL UNIQUE, description BLOB NOT NULL);
  CREATE TABLE IF NOT EXISTS documents (seq INTEGER PRIMARY KEY, collection INTEGER NOT NULL, bson BLOB NOT NULL);
`;

/** Thrown when another process has the file open. */
export class StorageLocked extends Error {
  constructor(file: string, options?: ErrorOptions) {
    super(`${file} is in use by another process; two processes on one file would overwrite each other`, options);
    this.name = 'StorageLocked';
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && (error as Error & { code?: unknown }).code === 'SQLITE_BUSY';
}

/** The exclusive lock is the operating system's: it falls when the process dies, however it dies. */
function openLocked(file: string): Database.Database {
  const database = new Database(file);
  try {
    database.exec(
      'PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; BEGIN IMMEDIATE; COMMIT;',
    );
  } catch (error) {
    database.close();
    if (isBusy(error)) throw new StorageLocked(file, { cause: error });
    throw error;
  }
  return database;
}

function prepareSchema(database: Database.Database, file: string): void {
  const [row] = database.prepare('PRAGMA user_version').all() as { user_version: number }[];
  const version = row?.user_version ?? 0;
  if (version > VERSION)
    throw new Error(`${file} was written by a newer version (format ${version}); start that version again`);
  database.exec(`${SCHEMA} PRAGMA user_version = ${VERSION};`);
}

function statements(database: Database.Database) {
  return {
    begin: database.prepare('BEGIN IMMEDIATE'),
    commit: database.prepare('COMMIT'),
    putCollection: database.prepare(
      'INSERT INTO collections VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET namespace = excluded.namespace, description = excluded.description',
    ),
    dropCollection: database.prepare('DELETE FROM collections WHERE id = ?'),
    dropDocuments: database.prepare('DELETE FROM documents WHERE collection = ?'),
    putDocument: database.prepare(
      'INSERT INTO documents VALUES (?, ?, ?) ON CONFLICT (seq) DO UPDATE SET bson = excluded.bson',
    ),
    removeDocument: database.prepare('DELETE FROM documents WHERE seq = ?'),
  };
}

/** Documents in one SQLite file that no second process can open. */
class DiskStorage implements Storage {
  readonly #database: Database.Database;
  readonly #run: ReturnType<typeof statements>;
  #waiting: ((error: Error | null) => void)[] = [];
  #inTransaction = false;
  #broken: Error | null = null;

  constructor(database: Database.Database) {
    this.#database = database;
    this.#run = statements(database);
  }

  collections(): Iterable<CollectionRow> {
    return this.#database
      .prepare('SELECT id, namespace, description FROM collections ORDER BY id')
      .all() as CollectionRow[];
  }

  documents(): Iterable<DocumentRow> {
    const rows = this.#database.prepare('SELECT seq, collection, bson FROM documents ORDER BY seq');
    return rows.iterate() as Iterable<DocumentRow>;
  }

  putCollection({ id, namespace, description }: CollectionRow): void {
    this.#write(() => this.#run.putCollection.run(id, namespace, description));
  }

  dropCollection(id: number): void {
    this.#write(() => {
      this.#run.dropCollection.run(id);
      this.#run.dropDocuments.run(id);
    });
  }

  putDocument({ seq, collection, bson }: DocumentRow): void {
    this.#write(() => this.#run.putDocument.run(seq, collection, bson));
  }

  removeDocument(seq: number): void {
    this.#write(() => this.#run.removeDocument.run(seq));
  }

  #write(statement: () => void): void {
    if (this.#broken) throw this.#broken;
    try {
      if (!this.#inTransaction) this.#begin();
      statement();
    } catch (error) {
      this.#break(error);
      throw error;
    }
  }

  #begin(): void {
    this.#run.begin.run();
    this.#inTransaction = true;
    setImmediate(() => this.#commit());
  }

  #commit(): void {
    if (!this.#inTransaction || this.#broken) return;
    this.#inTransaction = false;
    try {
      this.#run.commit.run();
    } catch (error) {
      this.#break(error);
      return;
    }
    this.#release(null);
  }

  /** Memory is ahead of the disk now, so nothing more may be acknowledged; a restart reads what was. */
  #break(cause: unknown): void {
    this.#broken ??= new Error('the embedded data can no longer be written (disk full?); free space, then restart', {
      cause,
    });
    this.#release(this.#broken);
  }

  #release(error: Error | null): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const done of waiting) done(error);
  }

  whenDurable(done: (error: Error | null) => void): void {
    if (this.#broken || !this.#inTransaction) done(this.#broken);
    else this.#waiting.push(done);
  }

  close(): void {
    this.#commit();
    // libsql really closes a file when its statements are collected, so the lock is given back here; without its journal.
    if (!this.#broken)
      this.#database.exec('PRAGMA journal_mode = DELETE; PRAGMA locking_mode = NORMAL; SELECT id FROM collections');
    this.#broken ??= new Error('the embedded data is closed');
    this.#database.close();
  }
}

/** Opens the file, made when missing, for this process alone. @throws StorageLocked while another process has it. */
export function openDiskStorage(file: string): Storage {
  const database = openLocked(file);
  chmodSync(file, 0o600);
  prepareSchema(database, file);
  return new DiskStorage(database);
}
