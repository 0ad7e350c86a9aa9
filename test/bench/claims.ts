import { openDatabase } from '../../src/app/open-database.ts';
import type { Stores } from '../../src/app/context.ts';
import type { CaseDoc } from '../../src/store/case-store.ts';
import { claim, dueUpdate } from '../../src/store/waiting.ts';
import { makePlace } from '../chaos/place.ts';
import { median, table } from './figures.ts';
import { fillWithCases } from './many-cases.ts';

const DUE = 1_000;
const EMBEDDED_COUNT = 20_000;
const SERVER_COUNT = 200_000;
const ROUNDS = 3;
const NOW = new Date('2026-11-24T09:00:00+08:00');
const DAY_MS = 86_400_000;

/** What a claim costs among many that are not due yet, against one among none: both filled first, then claimed from in turns. */
export async function benchClaims(): Promise<string> {
  const count = process.env.MONGODB_URI ? SERVER_COUNT : EMBEDDED_COUNT;
  const few = await fillPool(DUE);
  const many = await fillPool(count);
  const fewMs: number[] = [];
  const manyMs: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    fewMs.push(await claimAll(few.stores));
    manyMs.push(await claimAll(many.stores));
  }
  await few.remove();
  await many.remove();
  // The first turn warms up and does not count.
  return writeTable({ engines: many.engines, count, few: median(fewMs.slice(1)), many: median(manyMs.slice(1)) });
}

function writeTable(v: { engines: string; count: number; few: number; many: number }): string {
  const line = (ms: number) => `${ms.toFixed(2)} ms a claim, ${(ms * DUE).toFixed(0)} ms for all`;
  return table(`Claims, ${v.engines}`, [
    { what: `ratio ${v.count} waiting : ${DUE} waiting`, value: (v.many / v.few).toFixed(2) },
    { what: `${DUE} due of ${v.count}`, value: line(v.many) },
    { what: `${DUE} due of ${DUE}`, value: line(v.few) },
  ]);
}

/** A database of its own with so many waiting cases, a thousand of them due. */
async function fillPool(count: number): Promise<{ stores: Stores; engines: string; remove(): Promise<void> }> {
  const place = await makePlace({});
  const database = await openDatabase(place);
  const stores = await fillWithCases(database.connection, { count, due: DUE, now: NOW });
  const remove = async () => {
    await database.connection.dropDatabase();
    await database.close();
    await place.remove();
  };
  return { stores, engines: place.engines, remove };
}

/** Claims until nothing is due; each claimed case is given its next time, as acting on it would, outside the measured time. */
async function claimAll({ cases }: Stores): Promise<number> {
  const claimed: string[] = [];
  let spent = 0;
  for (;;) {
    const since = performance.now();
    const doc = await claim<CaseDoc>(cases.model, NOW);
    spent += performance.now() - since;
    if (!doc) break;
    claimed.push(doc._id);
    await cases.model.updateOne({ _id: doc._id }, { $set: dueUpdate(new Date(NOW.getTime() + DAY_MS)).$set });
  }
  if (claimed.length !== DUE) throw new Error(`${claimed.length} cases were claimed, not ${DUE}`);
  await cases.model.updateMany({ _id: { $in: claimed } }, { $set: dueUpdate(NOW).$set });
  return spent / claimed.length;
}
