import { describe, expect, it } from 'vitest';
import { SortedKeys } from '../../src/mongo/index/sorted-keys.ts';
import { seededRandom } from '../fuzz/random.ts';

const keyOf = (n: number) => String(n).padStart(6, '0');

describe('SortedKeys', () => {
  it('agrees with a plain sorted list through random insertions and removals', () => {
    const r = seededRandom(7);
    const sorted = new SortedKeys<number>();
    const plain = new Map<string, number>();
    for (let i = 0; i < 20_000; i++) {
      const key = keyOf(r.below(8000));
      if (r.chance(0.4)) {
        expect(sorted.delete(key)).toBe(plain.delete(key));
      } else {
        sorted.set(key, i);
        plain.set(key, i);
      }
    }
    const expected = [...plain.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1));
    const [start, end] = [keyOf(1000), keyOf(5000)];
    const within = expected.filter(([key]) => key >= start && key < end).map(([, value]) => value);
    expect(sorted.size).toBe(plain.size);
    expect([...sorted.ascending('', '~')]).toEqual(expected.map(([, value]) => value));
    expect([...sorted.ascending(start, end)]).toEqual(within);
    expect([...sorted.descending(start, end)]).toEqual(within.toReversed());
    expect(sorted.count(start, end)).toBe(within.length);
  });

  it('takes keys that only grow', () => {
    const sorted = new SortedKeys<number>();
    for (let i = 0; i < 5000; i++) sorted.set(keyOf(i), i);
    expect([...sorted.descending(keyOf(4990), '~')]).toEqual([
      4999, 4998, 4997, 4996, 4995, 4994, 4993, 4992, 4991, 4990,
    ]);
  });

  it('is empty after its last key is removed, and can be filled again', () => {
    const sorted = new SortedKeys<number>();
    sorted.set('a', 1);
    expect(sorted.delete('a')).toBe(true);
    expect(sorted.delete('a')).toBe(false);
    expect([...sorted.descending('', '~')]).toEqual([]);
    sorted.set('b', 2);
    expect([...sorted.ascending('', '~')]).toEqual([2]);
  });
});
