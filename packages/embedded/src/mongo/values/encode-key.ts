import type { BSONRegExp, ObjectId, Timestamp } from 'bson';
import type { Doc } from './documents.ts';
import { bytesOf, numberOf, RANK, rankOf } from './order.ts';

/** Stands in keys for an array without elements, which sorts before null. */
export const EMPTY_ARRAY = Symbol('empty array');

/** Greater than every character of an encoded key: a key followed by it bounds all keys that start with that key. */
export const AFTER = '\uffff';

const REMAINDER_BIAS = 0x8000;
const NAN_LENGTH = 10;

/** Collects one key in a buffer that is kept from key to key. */
class KeyWriter {
  #bytes = Buffer.allocUnsafe(1024);
  #length = 0;

  begin(): void {
    this.#length = 0;
  }

  get length(): number {
    return this.#length;
  }

  #reserve(count: number): number {
    const at = this.#length;
    this.#length += count;
    if (this.#length > this.#bytes.length) {
      this.#bytes = Buffer.concat([this.#bytes], Math.max(this.#bytes.length * 2, this.#length));
    }
    return at;
  }

  byte(value: number): void {
    const at = this.#reserve(1);
    this.#bytes[at] = value;
  }

  bytes(value: Uint8Array): void {
    const at = this.#reserve(value.length);
    this.#bytes.set(value, at);
  }

  /** Ends with 00 01; a zero within becomes 00 FF, so that a text sorts before every longer one. */
  text(value: string): void {
    const parts = value.split('\0');
    for (const [i, part] of parts.entries()) {
      if (i > 0) this.bytes(Uint8Array.of(0, 0xff));
      const size = Buffer.byteLength(part);
      const at = this.#reserve(size);
      this.#bytes.write(part, at, size, 'utf8');
    }
    this.bytes(Uint8Array.of(0, 1));
  }

  /** Eight bytes that order as the numbers do; -0 is 0. */
  double(value: number): void {
    const at = this.#reserve(8);
    this.#bytes.writeDoubleBE(value === 0 ? 0 : value, at);
    if ((this.#bytes[at] ?? 0) < 0x80) this.#bytes[at] = (this.#bytes[at] ?? 0) | 0x80;
    else this.invertFrom(at);
  }

  uint16(value: number): void {
    const at = this.#reserve(2);
    this.#bytes.writeUInt16BE(value, at);
  }

  uint64(value: bigint): void {
    const at = this.#reserve(8);
    this.#bytes.writeBigUInt64BE(value, at);
  }

  /** Turns the order round of everything written from a place on. */
  invertFrom(start: number): void {
    for (let i = start; i < this.#length; i++) this.#bytes[i] = 0xff ^ (this.#bytes[i] ?? 0);
  }

  /** One character a byte, so that comparing texts compares bytes. */
  end(): string {
    return this.#bytes.toString('latin1', 0, this.#length);
  }
}

const writer = new KeyWriter();

function writeNumber(value: unknown): void {
  const exact = numberOf(value);
  if (Number.isNaN(exact)) return writer.bytes(new Uint8Array(NAN_LENGTH));
  const nearest = Number(exact);
  writer.double(nearest);
  writer.uint16(REMAINDER_BIAS + (typeof exact === 'bigint' ? Number(exact - BigInt(nearest)) : 0));
}

function writeDoc(doc: Doc): void {
  for (const field of Object.keys(doc)) {
    writer.byte(rankOf(doc[field]));
    writer.text(field);
    writeBody(doc[field]);
  }
  writer.byte(0);
}

function writeArray(items: readonly unknown[]): void {
  for (const item of items) writeValue(item);
  writer.byte(0);
}

function writeBinary(value: unknown): void {
  const bytes = bytesOf(value);
  writer.uint64(BigInt(bytes.length));
  writer.byte((value as { sub_type: number }).sub_type);
  writer.bytes(bytes);
}

function writeRegex(value: BSONRegExp): void {
  writer.text(value.pattern);
  writer.text(value.options);
}

const BODY: Readonly<Record<number, (value: never) => void>> = {
  [RANK.number]: writeNumber,
  [RANK.string]: (value: string) => writer.text(value),
  [RANK.object]: writeDoc,
  [RANK.array]: writeArray,
  [RANK.binary]: writeBinary,
  [RANK.objectId]: (value: ObjectId) => writer.bytes(value.id),
  [RANK.boolean]: (value: boolean) => writer.byte(value ? 1 : 0),
  [RANK.date]: (value: Date) => writer.double(value.getTime()),
  [RANK.timestamp]: (value: Timestamp) => writer.uint64(BigInt.asUintN(64, value.toBigInt())),
  [RANK.regex]: writeRegex,
};

function writeBody(value: unknown): void {
  BODY[rankOf(value)]?.(value as never);
}

function writeValue(value: unknown): void {
  if (value === EMPTY_ARRAY) return writer.byte(RANK.emptyArray);
  writer.byte(rankOf(value));
  writeBody(value);
}

/** A text that orders among others as the value does, and begins no other value's text. */
export function encodeKey(value: unknown): string {
  writer.begin();
  writeValue(value);
  return writer.end();
}

/** One text for the values of a compound key; -1 turns a part's order round. */
export function encodeCompoundKey(values: readonly unknown[], directions: readonly number[]): string {
  writer.begin();
  for (const [i, value] of values.entries()) {
    const start = writer.length;
    writeValue(value);
    if ((directions[i] ?? 1) < 0) writer.invertFrom(start);
  }
  return writer.end();
}

/** The encoded text with its order turned round, as a descending part of a compound key holds it. */
export function invertKey(key: string): string {
  const bytes = Buffer.from(key, 'latin1');
  for (const [i, byte] of bytes.entries()) bytes[i] = 0xff ^ byte;
  return bytes.toString('latin1');
}
