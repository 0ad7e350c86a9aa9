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
 * then claimed from by turns, one here and one there, so that a machine's moods strike both alike. `waiting` names few
 * and many, or many alone: then few are none but those due.
 */
export async function benchClaims(waiting: readonly number[] = []): Promise<string> {
  const [fewCount, manyCount] = countsOf(waiting);
  const few = await fillPool(fewCount);
  const many = await fillPool(manyCount);
  const rounds: Round[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) rounds.push(await claimAll(few.stores, many.stores));
  await few.remove();
  await many.remove();
  // The first round warms up and does not count.
  return writeTable(many.engines, { fewCount, manyCount, rounds: rounds.slice(1) });
}

/** Milliseconds a claim. */
interface Round {
  few: number;
  many: number;
}

function countsOf(waiting: readonly number[]): [few: number, many: number] {
  const usual = process.env.MONGODB_URI ? SERVER_COUNT : EMBEDDED_COUNT;
  const [few, many] = waiting.length > 1 ? waiting : [DUE, waiting[0] ?? usual];
  if (!few || !many || few < DUE || many < few) throw new Error(`of those waiting ${DUE} are due: name few, then many`);
  return [few, many];
}

function writeTable(engines: string, v: { fewCount: number; manyCount: number; rounds: readonly Round[] }): string {
  const spread = (values: readonly number[]) =>
    `(${Math.min(...values).toFixed(2)} to ${Math.max(...values).toFixed(2)})`;
  const ratios = v.rounds.map(({ few, many }) => many / few);
  const ratio = median(ratios);
  const line = (ms: readonly number[]) => `${median(ms).toFixed(2)} ms a claim ${spread(ms)}`;
  return table(`Claims, ${engines}: median of ${ROUNDS} rounds, least and most`, [
    {
      what: `ratio ${v.manyCount} waiting : ${v.fewCount} waiting`,
      value: `${ratio.toFixed(2)} ${spread(ratios)}  <= ${BAR.toFixed(2)}  ${ratio <= BAR ? 'ok' : 'MISSED'}`,
    },
    { what: `${DUE} due of ${v.manyCount}`, value: line(v.rounds.map(({ many }) => many)) },
    { what: `${DUE} due of ${v.fewCount}`, value: line(v.rounds.map(({ few }) => few)) },
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

/** Claims all that is due on both sides, each going first as often as the other; then makes it due again. */
async function claimAll(few: Stores, many: Stores): Promise<Round> {
  const [fewIds, manyIds]: [string[], string[]] = [[], []];
  const spent: Round = { few: 0, many: 0 };
  const claimFew = async () => (spent.few += await claimOne(few, fewIds));
  const claimMany = async () => (spent.many += await claimOne(many, manyIds));
  for (let i = 0; i < DUE; i += 1) {
    for (const claimNext of i % 2 ? [claimFew, claimMany] : [claimMany, claimFew]) await claimNext();
  }
  await makeDueAgain(few, fewIds);
  await makeDueAgain(many, manyIds);
  return { few: spent.few / DUE, many: spent.many / DUE };
}

/** Claims one case and gives it its next time, as acting on it would; the milliseconds of the claim alone. */
async function claimOne({ cases }: Stores, claimed: string[]): Promise<number> {
  const since = performance.now();
  const doc = await claim<CaseDoc>(cases.model, NOW);
  const spent = performance.now() - since;
  if (!doc) throw new Error(`nothing is due after ${claimed.length} claims, not ${DUE}`);
  claimed.push(doc._id);
  await cases.model.updateOne({ _id: doc._id }, { $set: dueUpdate(new Date(NOW.getTime() + DAY_MS)).$set });
  return spent;
}

async function makeDueAgain({ cases }: Stores, claimed: readonly string[]): Promise<void> {
  if (await claim<CaseDoc>(cases.model, NOW)) throw new Error(`more than ${DUE} cases were due`);
  await cases.model.updateMany({ _id: { $in: claimed } }, { $set: dueUpdate(NOW).$set });
}
