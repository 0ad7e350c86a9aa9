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
const DAY_MS = 86_400_000;

/** What a claim costs among many that are not due yet, against one among none. */
export async function benchClaims(): Promise<string> {
  const count = process.env.MONGODB_URI ? SERVER_COUNT : EMBEDDED_COUNT;
  const few = await msPerClaim(DUE);
  const many = await msPerClaim(count);
  const { engines } = few;
  return table(`Claims, ${engines}`, [
    { what: `ratio ${count} waiting : ${DUE} waiting`, value: (many.ms / few.ms).toFixed(2) },
    {
      what: `${DUE} due of ${count}`,
      value: `${many.ms.toFixed(2)} ms a claim, ${(many.ms * DUE).toFixed(0)} ms for all`,
    },
    { what: `${DUE} due of ${DUE}`, value: `${few.ms.toFixed(2)} ms a claim, ${(few.ms * DUE).toFixed(0)} ms for all` },
  ]);
}

async function msPerClaim(count: number): Promise<{ ms: number; engines: string }> {
  const place = await makePlace({});
  const database = await openDatabase(place);
  try {
    const now = new Date('2026-11-24T09:00:00+08:00');
    const stores = await fillWithCases(database.connection, { count, due: DUE, now });
    const rounds: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(await claimAll(stores, now));
    return { ms: median(rounds), engines: place.engines };
  } finally {
    await database.connection.dropDatabase();
    await database.close();
    await place.remove();
  }
}

/** Claims until nothing is due; each claimed case is given its next time, as acting on it would, outside the measured time. */
async function claimAll({ cases }: Stores, now: Date): Promise<number> {
  const claimed: string[] = [];
  let spent = 0;
  for (;;) {
    const since = performance.now();
    const doc = await claim<CaseDoc>(cases.model, now);
    spent += performance.now() - since;
    if (!doc) break;
    claimed.push(doc._id);
    await cases.model.updateOne({ _id: doc._id }, { $set: dueUpdate(new Date(now.getTime() + DAY_MS)).$set });
  }
  if (claimed.length !== DUE) throw new Error(`${claimed.length} cases were claimed, not ${DUE}`);
  await cases.model.updateMany({ _id: { $in: claimed } }, { $set: dueUpdate(now).$set });
  return spent / claimed.length;
}
