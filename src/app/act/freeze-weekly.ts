import { decideWeekly } from '../../../jobs/weekly-report.ts';
import { nextCut } from '../../domain/weekly.ts';
import type { ReportDoc } from '../../store/report-store.ts';
import type { Context } from '../context.ts';
import { attentionNow } from './look-up-visits.ts';
import { countWeek } from '../weekly-figures.ts';

/**
 * Freezes a week's numbers and words at its cut, and lets the next week wait for its own. A report so late that the next
 * one is due as well is kept and not sent: only the latest goes out after an outage.
 */
export async function freezeWeekly(doc: ReportDoc, context: Context): Promise<void> {
  const { stores } = context;
  const [now, world] = await Promise.all([context.clock.now(), context.worlds.current()]);
  const following = nextCut(doc.cutAt, world.calendar);
  const figures = await countWeek({ week: doc.period, until: doc.cutAt, calendar: world.calendar }, stores);
  const issueNo = (await stores.reports.frozenWeeks()) + 1;
  const attention = await attentionNow(doc.cutAt, world.roster, stores);
  const report = decideWeekly({ id: doc._id, issueNo, figures, world, attention });
  const { numbers, text } = report;
  const notices =
    following.at <= now ? report.notices.map((notice) => ({ ...notice, passed: true as const })) : report.notices;
  await stores.reports.expect('weekly', following.week, following.at);
  await stores.reports.freeze(doc._id, { frozenAt: now, issueNo, numbers, text, notices, now });
}
