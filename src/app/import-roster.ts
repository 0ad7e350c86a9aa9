import { setTimeout as wait } from 'node:timers/promises';
import type { Connection } from 'mongoose';
import type { Config } from '../../config/env.ts';
import { dayOf } from '../domain/day.ts';
import type { Changed, RosterChanges } from '../domain/roster-changes.ts';
import { planRosterImport } from '../domain/roster-import.ts';
import type { RowProblem } from '../domain/roster-rows.ts';
import type { LeaseStore } from '../store/leases.ts';
import { buildClock } from './clock.ts';
import { buildStores, type Stores } from './context.ts';

/** What came of an import; `summary` is null when bad rows kept it from changing anything. */
export interface ImportResult {
  problems: RowProblem[];
  summary: string | null;
}

/** A file and where it goes: the stores of a running service, or a connection on which no stores are built yet. */
export type ImportRequest = {
  file: unknown;
  skipBad: boolean;
  config: Pick<Config, 'sandbox' | 'corpId'>;
} & ({ stores: Pick<Stores, 'roster' | 'leases' | 'clock'> } | { connection: Connection });

const TURN = 'roster/import';
/** Longer than a lease lasts, so that an import that was killed delays the next one and no more. */
const PATIENCE_MS = 20_000;
const POLL_MS = 250;

/**
 * Imports a roster file into a database that services may be working on; they see it when all of it is there.
 * @throws with a sentence when another import does not end.
 */
export async function importRoster(v: ImportRequest): Promise<ImportResult> {
  const { roster, leases, clock } = 'stores' in v ? v.stores : buildStores(v.connection);
  const token = await takeTurn(leases);
  try {
    const now = await buildClock(v.config, { clock }).now();
    const plan = planRosterImport(v.file, await roster.loadStored(), {
      day: dayOf(now),
      random: Math.random,
      ownCorpId: v.config.corpId,
      skipBad: v.skipBad,
    });
    if (!plan.changes) return { problems: plan.problems, summary: null };
    await leases.take(TURN, token);
    await roster.apply(plan.changes);
    return { problems: plan.problems, summary: summarise(plan.changes) };
  } finally {
    await leases.giveBack(TURN, token);
  }
}

/** One import at a time: two that do not see each other's rows would register the same enterprise twice. */
async function takeTurn(leases: LeaseStore): Promise<string> {
  for (let waited = 0; waited <= PATIENCE_MS; waited += POLL_MS) {
    const token = await leases.take(TURN);
    if (token) return token;
    await wait(POLL_MS);
  }
  throw new Error('另一个名册导入正在进行，请等它结束后再试。');
}

function summarise(changes: RosterChanges): string {
  const { subjects, units, persons, chats, opened, closed } = changes;
  const all = [subjects, units, persons, chats];
  const created = all.reduce((sum, each) => sum + each.created.length, 0);
  const updated = all.reduce((sum, each) => sum + each.updated.length, 0);
  const rows = `企业和项目${count(subjects)}个、单位${count(units)}个、人员${count(persons)}人、群${count(chats)}个`;
  if (created + updated + opened.length + closed.length === 0) return `名册已导入：${rows}；与已登记的相同，没有变化。`;
  const pairings = `包联关系新立${opened.length}条、终止${closed.length}条`;
  return `名册已导入：${rows}；新增${created}条、更新${updated}条，${pairings}。`;
}

function count(changed: Changed<unknown>): number {
  return changed.created.length + changed.updated.length + changed.unchanged;
}
