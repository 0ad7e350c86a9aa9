/** Long enough to make few chunks, short enough that an insertion moves little. */
const CHUNK_SIZE = 512;

interface Chunk<T> {
  keys: string[];
  values: T[];
}

/** First place in a sorted list whose key is not below the given one. */
function lowerBound(keys: readonly string[], key: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Unique text keys in order, each with a value, as a list of short sorted chunks (a B+ tree of two levels). */
export class SortedKeys<T> {
  #chunks: Chunk<T>[] = [];
  /** The last key of each chunk, at the same place. */
  #lasts: string[] = [];
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Replaces everything by entries in any order; far cheaper than one insertion after the other. */
  load(entries: [key: string, value: T][]): void {
    entries.sort(([a], [b]) => (a < b ? -1 : Number(a > b)));
    this.#chunks = [];
    this.#size = entries.length;
    for (let i = 0; i < entries.length; i += CHUNK_SIZE / 2) {
      const part = entries.slice(i, i + CHUNK_SIZE / 2);
      this.#chunks.push({ keys: part.map(([key]) => key), values: part.map(([, value]) => value) });
    }
    this.#lasts = this.#chunks.map((chunk) => chunk.keys.at(-1) ?? '');
  }

  /** Adds a key, or gives a key that is there another value. */
  set(key: string, value: T): void {
    const at = Math.min(lowerBound(this.#lasts, key), Math.max(this.#chunks.length - 1, 0));
    const chunk = this.#chunks[at];
    if (!chunk) {
      this.load([[key, value]]);
      return;
    }
    const place = lowerBound(chunk.keys, key);
    if (chunk.keys[place] === key) {
      chunk.values[place] = value;
      return;
    }
    chunk.keys.splice(place, 0, key);
    chunk.values.splice(place, 0, value);
    this.#size++;
    if (chunk.keys.length > CHUNK_SIZE) this.#split(at, chunk);
    else this.#lasts[at] = chunk.keys.at(-1) ?? key;
  }

  #split(at: number, chunk: Chunk<T>): void {
    // A chunk that grows at its end is most likely to go on growing there (dates, ids), so it is left nearly full.
    const half = at === this.#chunks.length - 1 ? CHUNK_SIZE - 16 : CHUNK_SIZE / 2;
    const upper = { keys: chunk.keys.splice(half), values: chunk.values.splice(half) };
    this.#chunks.splice(at + 1, 0, upper);
    this.#lasts.splice(at, 1, chunk.keys.at(-1) ?? '', upper.keys.at(-1) ?? '');
  }

  /** Removes a key; whether it was there. */
  delete(key: string): boolean {
    const at = lowerBound(this.#lasts, key);
    const chunk = this.#chunks[at];
    const place = chunk ? lowerBound(chunk.keys, key) : -1;
    if (!chunk || chunk.keys[place] !== key) return false;
    chunk.keys.splice(place, 1);
    chunk.values.splice(place, 1);
    this.#size--;
    if (chunk.keys.length > 0) {
      this.#lasts[at] = chunk.keys.at(-1) ?? '';
    } else {
      this.#chunks.splice(at, 1);
      this.#lasts.splice(at, 1);
    }
    return true;
  }

  /** How many keys lie from `start` (with it) to `end` (without it). */
  count(start: string, end: string): number {
    const from = lowerBound(this.#lasts, start);
    const to = lowerBound(this.#lasts, end);
    const first = lowerBound(this.#chunks[from]?.keys ?? [], start);
    const last = lowerBound(this.#chunks[to]?.keys ?? [], end);
    let between = 0;
    for (let i = from; i < to; i++) between += this.#chunks[i]?.keys.length ?? 0;
    return Math.max(0, between - first + last);
  }

  /** The values from `start` (with it) to `end` (without it), in order. The keys must not change meanwhile. */
  *ascending(start: string, end: string): Generator<T> {
    for (let at = lowerBound(this.#lasts, start); at < this.#chunks.length; at++) {
      const { keys, values } = this.#chunks[at] as Chunk<T>;
      for (let place = lowerBound(keys, start); place < keys.length; place++) {
        if ((keys[place] as string) >= end) return;
        yield values[place] as T;
      }
    }
  }

  /** As `ascending`, from the other end. */
  *descending(start: string, end: string): Generator<T> {
    for (let at = Math.min(lowerBound(this.#lasts, end), this.#chunks.length - 1); at >= 0; at--) {
      const { keys, values } = this.#chunks[at] as Chunk<T>;
      for (let place = lowerBound(keys, end) - 1; place >= 0; place--) {
        if ((keys[place] as string) < start) return;
        yield values[place] as T;
      }
    }
  }
}
