import { ObjectId, serialize } from 'bson';
import { CollectionIndex, type IndexSpec, type Stored } from './index/collection-index.ts';
import { MongoError } from './mongo-error.ts';
import type { Storage } from './storage/storage.ts';
import { type Doc, setField } from './values/documents.ts';
import { equalValues, RANK, rankOf } from './values/order.ts';

/** The greatest document, in bytes of BSON, as MongoDB has it. */
export const MAX_DOCUMENT_SIZE = 16 * 1024 * 1024;

/** The index that every collection has. */
export const ID_INDEX: IndexSpec = { v: 2, key: { _id: 1 }, name: '_id_' };

/** What a collection needs of the server that holds it. */
export interface CollectionHome {
  storage: Storage;
  nextSeq: () => number;
}

const NO_ID_RANKS: ReadonlySet<number> = new Set([RANK.array, RANK.regex]);

/** A document with its `_id` in front, a new one when it has none. @throws MongoError for a kind of `_id` that can't be one. */
export function withId(doc: Doc): Doc {
  const id = doc._id;
  if (id === undefined) return { _id: new ObjectId(), ...doc };
  if (NO_ID_RANKS.has(rankOf(id)))
    throw new MongoError(53, `The '_id' value cannot be of type ${Array.isArray(id) ? 'array' : 'regex'}`);
  if (Object.keys(doc)[0] === '_id') return doc;
  const { _id, ...rest } = doc;
  const moved: Doc = { _id };
  for (const [field, value] of Object.entries(rest)) setField(moved, field, value);
  return moved;
}

function encode(doc: Doc): Uint8Array {
  const bson = serialize(doc);
  if (bson.length <= MAX_DOCUMENT_SIZE) return bson;
  throw new MongoError(
    10334,
    `BSONObj size: ${bson.length} is invalid. Size must be between 0 and ${MAX_DOCUMENT_SIZE}`,
  );
}

function sameKeys(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((key, i) => key === right[i]);
}

/** The documents of one collection with its indexes, in memory and, through the storage, on disk. */
export class Collection {
  readonly id: number;
  readonly namespace: string;
  readonly indexes: CollectionIndex[];
  readonly #home: CollectionHome;
  readonly #documents = new Map<number, Stored>();

  constructor(id: number, namespace: string, home: CollectionHome) {
    this.id = id;
    this.namespace = namespace;
    this.#home = home;
    this.indexes = [new CollectionIndex({ ...ID_INDEX, unique: true }, namespace)];
  }

  get size(): number {
    return this.#documents.size;
  }

  /** Every document in order of arrival. */
  all(): Iterable<Stored> {
    return this.#documents.values();
  }

  /** Takes a document over from the storage; the indexes are built afterwards, all at once. */
  restore(stored: Stored): void {
    this.#documents.set(stored.seq, stored);
  }

  /** Builds all indexes over the documents that were restored. */
  rebuild(specs: readonly IndexSpec[]): void {
    this.indexes.push(...specs.map((spec) => new CollectionIndex(spec, this.namespace)));
    for (const index of this.indexes) index.build(this.all());
  }

  /** Adds a document that has its `_id` in front. @throws MongoError 11000 when a unique index has its key already. */
  insert(doc: Doc): void {
    const bson = encode(doc);
    const stored: Stored = { seq: this.#home.nextSeq(), doc, size: bson.length };
    const keys = this.#newKeys(doc, null);
    this.#home.storage.putDocument({ seq: stored.seq, collection: this.id, bson });
    this.#documents.set(stored.seq, stored);
    for (const [i, index] of this.indexes.entries()) index.add(stored, keys[i] ?? []);
  }

  /** Puts a new version in a document's place; false when nothing changed. @throws MongoError when `_id` would change, or 11000. */
  replace(stored: Stored, doc: Doc): boolean {
    if (!equalValues(doc._id, stored.doc._id)) {
      throw new MongoError(66, "Performing an update on the path '_id' would modify the immutable field '_id'");
    }
    const bson = encode(doc);
    if (bson.length === stored.size && Buffer.compare(bson, serialize(stored.doc)) === 0) return false;
    const keys = this.#newKeys(doc, stored);
    this.#home.storage.putDocument({ seq: stored.seq, collection: this.id, bson });
    for (const [i, index] of this.indexes.entries()) {
      const old = index.keysOf(stored.doc);
      const next = keys[i] ?? [];
      if (sameKeys(old, next)) continue;
      index.remove(stored, old);
      index.add(stored, next);
    }
    stored.doc = doc;
    stored.size = bson.length;
    return true;
  }

  remove(stored: Stored): void {
    this.#home.storage.removeDocument(stored.seq);
    for (const index of this.indexes) index.remove(stored, index.keysOf(stored.doc));
    this.#documents.delete(stored.seq);
  }

  /** The keys of every index, before anything is changed. */
  #newKeys(doc: Doc, own: Stored | null): string[][] {
    return this.indexes.map((index) => {
      const keys = index.keysOf(doc);
      index.checkUnique(keys, doc, own);
      return keys;
    });
  }

  /** Adds an index over the documents that are there. @throws MongoError 11000 when they don't allow a unique one. */
  addIndex(spec: IndexSpec): void {
    const index = new CollectionIndex(spec, this.namespace);
    index.build(this.all());
    this.indexes.push(index);
  }

  removeIndex(name: string): void {
    const at = this.indexes.findIndex(({ spec }) => spec.name === name);
    if (at > 0) this.indexes.splice(at, 1);
  }
}
