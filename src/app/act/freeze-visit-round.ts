import { decideVisitRound } from '../../../jobs/visit-round.ts';
import { nextRound } from '../../domain/visit-rounds.ts';
import type { ReportDoc } from '../../store/report-store.ts';
import type { Context } from '../context.ts';

/** Looks who has not been visited in a month, and lets the next month wait for its own look. */
export async function freezeVisitRound(doc: ReportDoc, context: Context): Promise<void> {
  const { reports, visits } = context.stores;
  const [now, { roster, calendar }] = await Promise.all([context.clock.now(), context.worlds.current()]);
  const month = doc.period;
  const notices = decideVisitRound({ month, roster, visits: await visits.ofMonth(month), now });
  const following = nextRound(doc.cutAt, calendar);
  await reports.expect('visits', following.month, following.at);
  await reports.freeze(doc._id, { frozenAt: now, issueNo: null, numbers: null, text: null, notices, now });
}
