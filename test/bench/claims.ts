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
const ROUNDS = 5;
/** A claim among many may cost so much more than one among few. */
const BAR = 1.2;
const NOW = new Date('2026-11-24T09:00:00+08:00');
const DAY_MS = 86_400_000;

/**
 * What a claim costs when a thousand are due among many that are not, against a thousand among few: both filled first,
 * then claimed from in turns. `waiting` names few and many, or many alone: then few are none but those due.
 */
export async function benchClaims(waiting: readonly number[] = []): Promise<string> {
  const [fewCount, manyCount] = countsOf(waiting);
  const few = await fillPool(fewCount);
  const many = await fillPool(manyCount);
  const fewMs: number[] = [];
  const manyMs: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    fewMs.push(await claimAll(few.stores));
    manyMs.push(await claimAll(many.stores));
  }
  await few.remove();
  await many.remove();
  // The first turn warms up and does not count.
  const measured = { few: { count: fewCount, ms: fewMs.slice(1) }, many: { count: manyCount, ms: manyMs.slice(1) } };
  return writeTable(many.engines, measured);
}

function countsOf(waiting: readonly number[]): [few: number, many: number] {
  const usual = process.env.MONGODB_URI ? SERVER_COUNT : EMBEDDED_COUNT;
  const [few, many] = waiting.length > 1 ? waiting : [DUE, waiting[0] ?? usual];
  if (!few || !many || few < DUE || many < few) throw new Error(`of those waiting ${DUE} are due: name few, then many`);
  return [few, many];
}

interface Turns {
  count: number;
  /** Milliseconds a claim, turn by turn. */
  ms: readonly number[];
}

function writeTable(engines: string, { few, many }: { few: Turns; many: Turns }): string {
  const ratio = median(many.ms) / median(few.ms);
  const line = ({ ms }: Turns) =>
    `${median(ms).toFixed(2)} ms a claim (${Math.min(...ms).toFixed(2)} to ${Math.max(...ms).toFixed(2)})`;
  return table(`Claims, ${engines}: median of ${ROUNDS} turns, least and most`, [
    {
      what: `ratio ${many.count} waiting : ${few.count} waiting`,
      value: `${ratio.toFixed(2)}  <= ${BAR.toFixed(2)}  ${ratio <= BAR ? 'ok' : 'MISSED'}`,
    },
    { what: `${DUE} due of ${many.count}`, value: line(many) },
    { what: `${DUE} due of ${few.count}`, value: line(few) },
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
