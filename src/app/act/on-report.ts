import type { ReportDoc } from '../../store/report-store.ts';
import type { Context } from '../context.ts';
import { freezeLedgers } from './freeze-ledgers.ts';
import { freezeVisitRound } from './freeze-visit-round.ts';
import { freezeWeekly } from './freeze-weekly.ts';
import { backoff } from './limits.ts';
import { keepNotice } from '../deliver/keep-notice.ts';

const FREEZE = { weekly: freezeWeekly, ledger: freezeLedgers, visits: freezeVisitRound } as const;

/** Acts on a report whose time has come: freezes it at its cut, then hands its notices over. */
export async function onReport(doc: ReportDoc, context: Context): Promise<void> {
  const { reports, inbox } = context.stores;
  try {
    if (doc.status === 'frozen') return await handOver(doc, context);
    // What was said before the cut belongs in: the freeze waits until it has been worked on.
    if (await inbox.hasOpenBefore(doc.cutAt)) return await putOff(doc, context);
    await FREEZE[doc.kind](doc, context);
    context.bell.ring('reports');
  } catch (error) {
    context.metrics.failures.inc({ collection: 'reports' });
    context.log.error({ err: error, report: doc._id }, 'a report could not be made; it is tried again');
    await reports.putOff(doc._id, new Date((await context.clock.now()).getTime() + backoff(doc.attempts)));
  }
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
