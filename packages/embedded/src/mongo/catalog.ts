import { deserialize, serialize } from 'bson';
import { Collection } from './collection.ts';
import type { IndexSpec } from './index/collection-index.ts';
import { MongoError } from './mongo-error.ts';
import type { Storage } from './storage/storage.ts';
import type { Doc } from './values/documents.ts';

/** How documents are read from BSON: numbers as numbers where they fit, everything else as BSON has it. */
export const DECODE = { promoteValues: true, promoteLongs: true, promoteBuffers: false, bsonRegExp: true } as const;

function checkName(database: string, name: string): void {
  const wrong =
    name === '' || name.includes('$') || name.includes('\0') || name.startsWith('.') || /[/\\. "$]/.test(database);
  if (wrong || database === '') throw new MongoError(73, `Invalid namespace specified '${database}.${name}'`);
}

/** Every collection of every database, read from the storage once and kept in step with it. */
export class Catalog {
  readonly storage: Storage;
  readonly #databases = new Map<string, Map<string, Collection>>();
  #lastSeq = 0;
  #lastCollection = 0;

  constructor(storage: Storage) {
    this.storage = storage;
    const byId = new Map<number, { collection: Collection; specs: IndexSpec[] }>();
    for (const row of storage.collections()) {
      const { indexes } = deserialize(Buffer.from(row.description), DECODE) as { indexes: IndexSpec[] };
      byId.set(row.id, { collection: this.#place(row.id, row.namespace), specs: indexes });
    }
    for (const row of storage.documents()) {
      const bson = Buffer.from(row.bson);
      byId.get(row.collection)?.collection.restore({ seq: row.seq, doc: deserialize(bson, DECODE), size: bson.length });
      this.#lastSeq = Math.max(this.#lastSeq, row.seq);
    }
    for (const { collection, specs } of byId.values()) collection.rebuild(specs);
  }

  #place(id: number, namespace: string): Collection {
    const dot = namespace.indexOf('.');
    const database = namespace.slice(0, dot);
    const collection = new Collection(id, namespace, { storage: this.storage, nextSeq: () => ++this.#lastSeq });
    const collections = this.#databases.get(database) ?? new Map<string, Collection>();
    this.#databases.set(database, collections.set(namespace.slice(dot + 1), collection));
    this.#lastCollection = Math.max(this.#lastCollection, id);
    return collection;
  }

  databases(): string[] {
    return [...this.#databases.keys()];
  }

  /** The collections of a database by name. */
  collectionsOf(database: string): ReadonlyMap<string, Collection> {
    return this.#databases.get(database) ?? new Map<string, Collection>();
  }

  /** Every collection there is. */
  *everyCollection(): Generator<Collection> {
    for (const collections of this.#databases.values()) yield* collections.values();
  }

  find(database: string, name: string): Collection | null {
    return this.#databases.get(database)?.get(name) ?? null;
  }

  /** The collection, made when it isn't there. @throws MongoError 73 for a name that MongoDB doesn't allow. */
  ensure(database: string, name: string): Collection {
    const found = this.find(database, name);
    if (found) return found;
    checkName(database, name);
    const made = this.#place(this.#lastCollection + 1, `${database}.${name}`);
    this.save(made);
    return made;
  }

  /** Keeps what changed about a collection's indexes. */
  save(collection: Collection): void {
    const indexes = collection.indexes.slice(1).map(({ spec }): Doc => ({ ...spec }));
    const description = serialize({ indexes });
    this.storage.putCollection({ id: collection.id, namespace: collection.namespace, description });
  }

  /** Drops a collection; how many indexes it had, or null when there was none. */
  drop(database: string, name: string): number | null {
    const collection = this.find(database, name);
    if (!collection) return null;
    this.storage.dropCollection(collection.id);
    const collections = this.#databases.get(database);
    collections?.delete(name);
    if (collections?.size === 0) this.#databases.delete(database);
    return collection.indexes.length;
  }
}
