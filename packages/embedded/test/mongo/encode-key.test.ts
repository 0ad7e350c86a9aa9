import mongoose from 'mongoose';
import { describe, expect, it } from 'vitest';
import { encodeCompoundKey, encodeKey } from '../../src/mongo/values/encode-key.ts';
import { compareValues } from '../../src/mongo/values/order.ts';

const { Binary, BSONRegExp, Decimal128, Long, MaxKey, MinKey, ObjectId, Timestamp } = mongoose.mongo;

const VALUES: readonly unknown[] = [
  new MinKey(),
  new MaxKey(),
  null,
  Number.NaN,
  Number.NEGATIVE_INFINITY,
  -1.5,
  -0,
  0,
  1e-300,
  5,
  Long.fromString('9007199254740992'),
  Long.fromString('9007199254740993'),
  Long.fromString('9223372036854775807'),
  Long.fromString('-9223372036854775808'),
  Decimal128.fromString('2.5'),
  2.5,
  1e300,
  '',
  'a',
  'a\0',
  'a\0b',
  'ab',
  'é',
  '数',
  '\uffee',
  '🀄',
  {},
  { a: 1 },
  { a: 1, b: 1 },
  { a: 2 },
  { a: 'x' },
  { b: 1 },
  [],
  [1],
  [1, 2],
  [[1]],
  ['a'],
  new Binary(Buffer.from([1])),
  new Binary(Buffer.from([2])),
  new Binary(Buffer.from([1, 1])),
  new ObjectId('000000000000000000000001'),
  new ObjectId('ff0000000000000000000000'),
  false,
  true,
  new Date(-1),
  new Date(0),
  new Date(1.7e12),
  new Timestamp({ t: 1, i: 1 }),
  new Timestamp({ t: 0xffffffff, i: 1 }),
  new BSONRegExp('a', ''),
  new BSONRegExp('a', 'i'),
];

const sign = (left: string, right: string) => (left < right ? -1 : Number(left > right));

describe('encodeKey', () => {
  it.each(VALUES.map((value) => [value]))('orders %o among all others as compareValues does', (value) => {
    for (const other of VALUES)
      expect(sign(encodeKey(value), encodeKey(other))).toBe(Math.sign(compareValues(value, other)));
  });

  it('begins no key of another value', () => {
    const keys = new Set(VALUES.map(encodeKey));
    for (const key of keys) for (const other of keys) expect(key !== other && other.startsWith(key)).toBe(false);
  });

  it('turns the order of a descending part round and leaves the others', () => {
    const rows = [1, 2].flatMap((a) => ['x', 'xy', 'z'].map((b) => [a, b] as const));
    const sorted = rows.toSorted((left, right) =>
      sign(encodeCompoundKey(left, [1, -1]), encodeCompoundKey(right, [1, -1])),
    );
    expect(sorted.map(([a, b]) => `${a}${b}`)).toEqual(['1z', '1xy', '1x', '2z', '2xy', '2x']);
  });

  it('grows for keys longer than its buffer', () => {
    expect(encodeKey('x'.repeat(5000))).toHaveLength(5003);
  });
});
