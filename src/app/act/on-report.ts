import { nextReport } from '../../domain/report-calendar.ts';
import type { ReportDoc } from '../../store/report-store.ts';
import type { Context } from '../context.ts';
import { backoff } from './limits.ts';
import { makeLedgers } from './make-ledgers.ts';
import { makeVisitRound } from './make-visit-round.ts';
import { makeWeekly } from './make-weekly.ts';
import { keepNotice } from '../deliver/keep-notice.ts';

const MAKE = { weekly: makeWeekly, ledger: makeLedgers, visits: makeVisitRound } as const;

/** Acts on a report whose time has come: freezes it at its cut, then hands its notices over. */
export async function onReport(doc: ReportDoc, context: Context): Promise<void> {
  const { reports, inbox } = context.stores;
  try {
    if (doc.status === 'frozen') return await handOver(doc, context);
    // What was said before the cut belongs in: the freeze waits until it has been worked on.
    if (await inbox.hasOpenBefore(doc.cutAt)) return await putOff(doc, context);
    await freeze(doc, context);
    context.bell.ring('reports');
  } catch (error) {
    context.metrics.failures.inc({ collection: 'reports' });
    context.log.error({ err: error, report: doc._id }, 'a report could not be made; it is tried again');
    await reports.putOff(doc._id, new Date((await context.clock.now()).getTime() + backoff(doc.attempts)));
  }
}

/**
 * Freezes a report, and lets the next of its kind wait. One so late that the next is due as well is kept and not sent: only the
 * latest goes out after an outage.
 */
async function freeze(doc: ReportDoc, { clock, worlds, stores }: Context): Promise<void> {
  const [now, world] = await Promise.all([clock.now(), worlds.current()]);
  const following = nextReport(doc.kind, doc.cutAt, world.calendar);
  const made = await MAKE[doc.kind](doc, { world, now }, stores);
  const notices =
    following.at <= now ? made.notices.map((notice) => ({ ...notice, passed: true as const })) : made.notices;
  await stores.reports.expect(doc.kind, following);
  await stores.reports.freeze(doc._id, { ...made, notices }, now);
}

async function handOver(doc: ReportDoc, context: Context): Promise<void> {
  const [now, world] = await Promise.all([context.clock.now(), context.worlds.current()]);
  for (const notice of doc.notices) await keepNotice(notice, { ...world, now }, context);
  await context.stores.reports.finish(doc._id);
}

async function putOff(doc: ReportDoc, context: Context): Promise<void> {
  const at = new Date((await context.clock.now()).getTime() + 30_000);
  await context.stores.reports.putOff(doc._id, at);
  context.bell.ring('reports', at);
}
