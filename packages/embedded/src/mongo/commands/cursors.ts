import { Long } from 'bson';
import type { Stored } from '../index/collection-index.ts';
import { MongoError } from '../mongo-error.ts';
import type { Project } from '../projection/apply-projection.ts';
import type { Doc } from '../values/documents.ts';

/** MongoDB's first batch, when the client asks for no size. */
const FIRST_BATCH = 101;
/** No batch grows over the greatest document. */
const BATCH_BYTES = 16 * 1024 * 1024;
const IDLE_MS = 10 * 60_000;

/** A version of a document with its size; the document itself may have changed since. */
type Version = Pick<Stored, 'doc' | 'size'>;

interface Cursor {
  namespace: string;
  versions: Version[];
  position: number;
  project: Project;
  usedAt: number;
}

/** What a query gives to a client piece by piece. */
export interface CursorSource {
  namespace: string;
  found: readonly Version[];
  project: Project;
  now: Date;
}

function take(cursor: Cursor, count: number): Doc[] {
  const batch: Doc[] = [];
  let bytes = 0;
  while (batch.length < count && cursor.position < cursor.versions.length) {
    const version = cursor.versions[cursor.position] as Version;
    bytes += version.size;
    if (batch.length > 0 && bytes > BATCH_BYTES) break;
    batch.push(cursor.project(version.doc));
    cursor.position++;
  }
  return batch;
}

/** The results that clients haven't fetched to the end yet. Each is what the query found when it was asked. */
export class Cursors {
  readonly #open = new Map<string, Cursor>();
  #last = 0;

  /** The first batch, and a cursor for the rest when there is one and the client wants it. */
  open(source: CursorSource, batchSize: number | undefined, single = false): Doc {
    const versions = source.found.map(({ doc, size }) => ({ doc, size }));
    const { namespace, project, now } = source;
    const cursor = { namespace, project, versions, position: 0, usedAt: now.getTime() };
    const firstBatch = take(cursor, batchSize ?? FIRST_BATCH);
    const done = single || cursor.position >= versions.length;
    const id = done ? Long.ZERO : Long.fromNumber(++this.#last);
    if (!done) this.#open.set(id.toString(), cursor);
    return { cursor: { firstBatch, id, ns: namespace } };
  }

  /** The next batch. @throws MongoError 43 when there is no such cursor, or no longer. */
  more(id: string, batchSize: number, now: Date): Doc {
    const cursor = this.#open.get(id);
    if (!cursor) throw new MongoError(43, `cursor id ${id} not found`);
    cursor.usedAt = now.getTime();
    const nextBatch = take(cursor, batchSize || Number.POSITIVE_INFINITY);
    const done = cursor.position >= cursor.versions.length;
    if (done) this.#open.delete(id);
    return { cursor: { nextBatch, id: done ? Long.ZERO : Long.fromString(id), ns: cursor.namespace } };
  }

  /** Closes a cursor; whether it was open. */
  kill(id: string): boolean {
    return this.#open.delete(id);
  }

  /** Closes what no client has asked for in ten minutes. */
  expire(now: Date): void {
    for (const [id, { usedAt }] of this.#open) if (now.getTime() - usedAt > IDLE_MS) this.#open.delete(id);
  }
}
