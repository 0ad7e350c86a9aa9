import type { Connection } from 'mongoose';
import { buildStores, ensureIndexes, type Stores } from '../../src/app/context.ts';
import type { CaseDoc } from '../../src/store/case-store.ts';
import { after, aCommand, afterTimer } from '../support/case-factory.ts';
import { aWorld } from '../support/world-factory.ts';

const BATCH = 1_000;
const DAY_MS = 86_400_000;

/** Fills a database with so many waiting cases of some events each, of which the first `due` are due at `now`, the others later. */
export async function fillWithCases(
  connection: Connection,
  v: { count: number; due: number; now: Date },
): Promise<Stores> {
  const stores = buildStores(connection);
  await ensureIndexes(stores);
  const sample = await aStoredCase(stores);
  await stores.cases.model.deleteMany({});
  for (let start = 0; start < v.count; start += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, v.count - start) }, (_, i) => like(sample, start + i, v));
    await stores.cases.model.collection.insertMany(batch as never[]);
  }
  return stores;
}

/** A case that has been reported, accepted, signed for, worked on and reminded of, as the store keeps it. */
async function aStoredCase(stores: Stores): Promise<CaseDoc> {
  const { calendar } = aWorld();
  const handled = ['report', 'confirm', 'accept', 'progress', 'commit'] as const;
  const worked = handled.reduce<Parameters<typeof after>[0]>((subject, type) => after(subject, aCommand(type)), null);
  if (!worked) throw new Error('no case came of the commands');
  const { events } = afterTimer(worked);
  await stores.cases.create('sample', events, { calendar, now: new Date() });
  const stored = await stores.cases.get('sample');
  if (!stored) throw new Error('the sample case was not kept');
  return stored;
}

function like(sample: CaseDoc, i: number, v: { due: number; now: Date }): CaseDoc {
  const number = `BQ-2026-${String(i + 1).padStart(6, '0')}`;
  const nextDueAt = new Date(v.now.getTime() + (i < v.due ? -i * 1_000 : DAY_MS + i * 1_000));
  return {
    ...sample,
    _id: `bench/${i}/0`,
    nextDueAt,
    handedOver: sample.events.length,
    snapshot: { ...sample.snapshot, number },
  };
}
