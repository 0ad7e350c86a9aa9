import { decideWeekly } from '../../../jobs/weekly-report.ts';
import type { World } from '../../domain/decision.ts';
import type { ReportContent, ReportDoc } from '../../store/report-store.ts';
import type { Stores } from '../context.ts';
import { countWeek } from '../weekly-figures.ts';
import { attentionNow } from './look-up-visits.ts';

/** A week's numbers and words at its cut. */
export async function makeWeekly(doc: ReportDoc, { world }: { world: World }, stores: Stores): Promise<ReportContent> {
  const figures = await countWeek({ week: doc.period, until: doc.cutAt, calendar: world.calendar }, stores);
  const issueNo = (await stores.reports.frozenWeeks()) + 1;
  const attention = await attentionNow(doc.cutAt, world.roster, stores);
  return decideWeekly({ id: doc._id, issueNo, figures, world, attention });
}
