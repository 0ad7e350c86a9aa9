import type { mongo } from 'mongoose';
import { describe, expect, it } from 'vitest';
import { compareServers } from '../fuzz/compare.ts';
import { useMemoryEngine } from './support/memory-engine.ts';

const QUESTIONS = 1500;

const INDEXES: mongo.IndexDescription[] = [
  ...['a', 'b', 'n', 's', 'arr', 'items.k', 'a.x', 'at'].map((path) => ({ key: { [path]: 1 } as const })),
  { key: { s: 1, n: -1 } },
  { key: { n: 1, at: 1 } },
  { key: { 'items.k': 1, 'items.v': 1 } },
  { key: { c: 1 }, sparse: true },
  { key: { b: -1 }, partialFilterExpression: { n: { $gt: 5 } } },
];

describe('indexes', () => {
  const engine = useMemoryEngine();

  it.each([1, 2])('change no answer to random questions (seed %i)', async (seed) => {
    const [plain, indexed] = [engine.fresh(), engine.fresh()];
    await indexed.createIndexes(INDEXES);
    const { differences } = await compareServers(plain, indexed, { seed, count: QUESTIONS });
    expect(differences).toEqual([]);
  });

  it('is a comparison that sees a difference', async () => {
    const [plain, other] = [engine.fresh(), engine.fresh()];
    await other.createIndex({ n: 1 }, { unique: true });
    const { differences } = await compareServers(plain, other, { seed: 1, count: 1 }).catch(() => ({
      differences: ['refused'],
    }));
    expect(differences).not.toEqual([]);
  });
});
