import type { ObjectId } from 'bson';
import { compileFilter } from '../filter/compile-filter.ts';
import type { DocTest } from '../filter/operators.ts';
import { MongoError } from '../mongo-error.ts';
import type { Doc } from '../values/documents.ts';
import { AFTER } from '../values/encode-key.ts';
import { RANK, rankOf } from '../values/order.ts';
import { valuesAt } from '../values/path.ts';
import { documentKeys, type KeyPart, keyPartsOf } from './index-keys.ts';
import { SortedKeys } from './sorted-keys.ts';

/** An index as `createIndexes` describes it and `listIndexes` returns it. */
export interface IndexSpec {
  v: 2;
  key: Doc;
  name: string;
  unique?: boolean;
  sparse?: boolean;
  partialFilterExpression?: Doc;
  expireAfterSeconds?: number;
}

/** A document of a collection: its place in the order of arrival, its present version and that version's size in BSON. */
export interface Stored {
  readonly seq: number;
  doc: Doc;
  size: number;
}

/** Six bytes that order as sequence numbers do, so that equal keys stay in order of arrival. */
function suffixOf(seq: number): string {
  const high = Math.floor(seq / 0x1000000);
  return String.fromCharCode(
    (high >>> 16) & 0xff,
    (high >>> 8) & 0xff,
    high & 0xff,
    (seq >>> 16) & 0xff,
    (seq >>> 8) & 0xff,
    seq & 0xff,
  );
}

function describe(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (rankOf(value) === RANK.objectId) return `ObjectId('${(value as ObjectId).toHexString()}')`;
  return JSON.stringify(value);
}

/** One ordered index over the documents of a collection. */
export class CollectionIndex {
  readonly spec: IndexSpec;
  readonly parts: readonly KeyPart[];
  readonly paths: readonly string[];
  readonly entries = new SortedKeys<Stored>();
  /** Whether any document ever had an array on the way: then one document may stand at several keys. */
  multikey = false;
  readonly #covers: DocTest;
  readonly #namespace: string;

  constructor(spec: IndexSpec, namespace: string) {
    this.spec = spec;
    this.#namespace = namespace;
    this.parts = keyPartsOf(spec.key);
    this.paths = Object.keys(spec.key);
    this.#covers = compileFilter(spec.partialFilterExpression ?? {});
  }

  /** The keys under which a document belongs here: none when the index is partial or sparse and leaves it out. */
  keysOf(doc: Doc): string[] {
    if (!this.#covers(doc)) return [];
    const { keys, throughArray, present } = documentKeys(doc, this.parts);
    if (this.spec.sparse && !present) return [];
    if (throughArray) this.multikey = true;
    return keys;
  }

  /** @throws MongoError 11000 when another document has one of the keys of a unique index. */
  checkUnique(keys: readonly string[], doc: Doc, own: Stored | null): void {
    if (!this.spec.unique) return;
    for (const key of keys) {
      for (const other of this.entries.ascending(key, key + AFTER)) {
        if (other !== own) throw this.#duplicate(doc);
      }
    }
  }

  #duplicate(doc: Doc): MongoError {
    const keyValue = Object.fromEntries(
      this.parts.map(({ path }, i) => [this.paths[i], valuesAt(doc, path)[0] ?? null]),
    );
    const shown = Object.entries(keyValue).map(([path, value]) => `${path}: ${describe(value)}`);
    return new MongoError(
      11000,
      `E11000 duplicate key error collection: ${this.#namespace} index: ${this.spec.name} dup key: { ${shown.join(', ')} }`,
      { keyPattern: this.spec.key, keyValue },
    );
  }

  add(stored: Stored, keys: readonly string[]): void {
    const suffix = suffixOf(stored.seq);
    for (const key of keys) this.entries.set(key + suffix, stored);
  }

  remove(stored: Stored, keys: readonly string[]): void {
    const suffix = suffixOf(stored.seq);
    for (const key of keys) this.entries.delete(key + suffix);
  }

  /** Builds the index over documents that are there. @throws MongoError 11000 when two share a key of a unique index. */
  build(documents: Iterable<Stored>): void {
    const entries: [string, Stored][] = [];
    const owners = new Map<string, Stored>();
    for (const stored of documents) {
      const suffix = suffixOf(stored.seq);
      for (const key of this.keysOf(stored.doc)) {
        if (this.spec.unique && owners.has(key)) throw this.#duplicate(stored.doc);
        if (this.spec.unique) owners.set(key, stored);
        entries.push([key + suffix, stored]);
      }
    }
    this.entries.load(entries);
  }
}
