import { createHash } from 'node:crypto';
import type { Config } from '../../config/env.ts';
import { openCasesTaken } from '../../config/texts/open-cases.ts';
import { dayOf } from '../domain/day.ts';
import type { World } from '../domain/decision.ts';
import { type OpenCase, readOpenCases } from '../domain/open-case-rows.ts';
import type { OpenCaseRow } from '../domain/open-case-sheet.ts';
import { takeOver } from '../domain/take-over.ts';
import { frame } from './act/decide-command.ts';
import { buildClock } from './clock.ts';
import type { Stores } from './context.ts';
import type { ImportResult } from './import-roster.ts';
import { buildWorldSource } from './world.ts';

/** Takes over what was in hand before the service. The same rows a second time make nothing new; a bad row keeps all out, unless it is to be skipped. */
export async function importOpenCases(v: {
  rows: readonly OpenCaseRow[];
  skipBad: boolean;
  config: Config;
  stores: Stores;
}): Promise<ImportResult> {
  const { config, stores } = v;
  const [clock, worlds] = [buildClock(config, stores), buildWorldSource(config, stores)];
  const [now, world] = await Promise.all([clock.now(), worlds.current()]);
  const { cases, problems } = readOpenCases(v.rows, { roster: world.roster, today: dayOf(now) });
  if (problems.length > 0 && !v.skipBad) return { problems, summary: null };
  let created = 0;
  let overdue = 0;
  for (const openCase of cases) {
    if (!(await create(openCase, { now, world, stores }))) continue;
    created += 1;
    if (openCase.dueOn < dayOf(now)) overdue += 1;
  }
  return { problems, summary: openCasesTaken({ created, known: cases.length - created, overdue }) };
}

async function create(openCase: OpenCase, v: { now: Date; world: World; stores: Stores }): Promise<boolean> {
  const { now, world } = v;
  const { cases, counters } = v.stores;
  const source = `import/${createHash('sha256').update(openCase.key).digest('hex').slice(0, 24)}`;
  if (await cases.get(source)) return false;
  const number = await counters.caseNumber(openCase.acceptedOn.slice(0, 4));
  const { acceptedAt, accepted, since } = takeOver(openCase, { number, source, world, now });
  const by = { now, source, by: null };
  const events = [...frame(accepted, { ...by, at: acceptedAt }), ...frame(since, { ...by, at: now })];
  return cases.create(source, events, { calendar: world.calendar, now });
}
