/** A collection as it is kept: its description is BSON that only the catalog reads. */
export interface CollectionRow {
  id: number;
  namespace: string;
  description: Uint8Array;
}

/** A document as it is kept. */
export interface DocumentRow {
  seq: number;
  collection: number;
  bson: Uint8Array;
}

/** Where documents outlive the process. Writes of one turn of the event loop become durable together. */
export interface Storage {
  collections(): Iterable<CollectionRow>;
  documents(): Iterable<DocumentRow>;
  putCollection(row: CollectionRow): void;
  dropCollection(id: number): void;
  putDocument(row: DocumentRow): void;
  removeDocument(seq: number): void;
  /** Calls back as soon as everything written so far is durable, at once when it is already; with the error when it can't be. */
  whenDurable(done: (error: Error | null) => void): void;
  close(): void;
}

/** Keeps nothing: for tests that need no disk. */
export function memoryStorage(): Storage {
  const nothing = () => {};
  return {
    collections: () => [],
    documents: () => [],
    putCollection: nothing,
    dropCollection: nothing,
    putDocument: nothing,
    removeDocument: nothing,
    whenDurable: (done) => done(null),
    close: nothing,
  };
}
