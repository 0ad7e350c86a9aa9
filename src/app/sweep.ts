import { type Day, dayOf } from '../domain/day.ts';
import { unknownYearsAhead } from '../domain/working-time.ts';
import { recount } from '../domain/due.ts';
import { nextReport, REPORT_KINDS } from '../domain/report-calendar.ts';
import type { World } from '../domain/decision.ts';
import type { CaseDoc } from '../store/case-store.ts';
import { frame } from './act/decide-command.ts';
import { knockDesks } from './act/fetch-desk.ts';
import type { Context } from './context.ts';
import { followPairings } from './follow-pairings.ts';
import { drainAll } from './loop.ts';
import { rebaseInstructions } from './rebase-instructions.ts';

const STALE_AT_ONCE = 200;

/** When the last sweep of this process ended, machine time; readiness looks at it. */
export interface SweepState {
  lastAt: Date | null;
  /** The day on which it was last said that a calendar is missing. */
  warnedOn?: Day;
}

/** What each minute makes sure of: what comes at its time waits for it, due times rest on the calendar of now, running cases have the leaders of now, no desk is left unread, nothing due is left. */
export async function sweep(context: Context, state: SweepState): Promise<void> {
  await keepUp(context);
  await warnOfUnknownYears(context, state);
  await drainAll(context);
  state.lastAt = new Date();
}

/** What time alone brings about, besides what is due. */
export async function keepUp(context: Context): Promise<void> {
  await expectReports(context);
  await rebase(context);
  await followPairings(context);
  await knockDesks(context);
}

/** The report of each kind that comes next has its document. */
async function expectReports(context: Context): Promise<void> {
  const [now, { calendar }] = await Promise.all([context.clock.now(), context.worlds.current()]);
  for (const kind of REPORT_KINDS) await context.stores.reports.expect(kind, nextReport(kind, now, calendar));
}

/** After the office has changed the calendar, waiting cases and instructions get their due days and times anew. */
export async function rebase(context: Context): Promise<number> {
  const [now, world] = await Promise.all([context.clock.now(), context.worlds.current()]);
  let count = 0;
  for (;;) {
    const stale = await context.stores.cases.stale(world.calendar.version, STALE_AT_ONCE);
    for (const doc of stale) await countAnew(doc, { ...world, now }, context);
    count += stale.length;
    if (stale.length === 0) return count + (await rebaseInstructions({ ...world, now }, context));
  }
}

/** A term that ends on another day is an event of its case; where nothing moves, the case only learns of the calendar. */
async function countAnew(doc: CaseDoc, v: World & { now: Date }, context: Context): Promise<void> {
  const { cases } = context.stores;
  const { version } = v.calendar;
  const view = { ...v, basis: version };
  const days = recount(doc.snapshot, v, v.now);
  if (days) {
    const source = `calendar/${version}`;
    await cases.append(doc, frame([{ type: 'dueSet', ...days }], { at: v.now, now: v.now, source, by: null }), view);
  } else if (doc.handedOver === doc.events.length) await cases.settle(doc, view);
  else await cases.rebaseOnly(doc, view);
}

/** Once a day, loudly: due dates in a year without published holidays are guesses. */
async function warnOfUnknownYears(context: Context, state: SweepState): Promise<void> {
  const [now, world] = await Promise.all([context.clock.now(), context.worlds.current()]);
  const years = unknownYearsAhead(world.calendar, now);
  if (years.length === 0 || state.warnedOn === dayOf(now)) return;
  state.warnedOn = dayOf(now);
  context.log.warn(
    { years },
    'no holidays are known for these years: due dates in them may be wrong; enter them with npm run calendar',
  );
}
