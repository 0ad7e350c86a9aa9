import { decideVisitRound } from '../../../jobs/visit-round.ts';
import type { World } from '../../domain/decision.ts';
import type { ReportContent, ReportDoc } from '../../store/report-store.ts';
import type { Stores } from '../context.ts';

/** Looks who has not been visited in a month. */
export async function makeVisitRound(
  doc: ReportDoc,
  { world, now }: { world: World; now: Date },
  { visits }: Stores,
): Promise<ReportContent> {
  const month = doc.period;
  const notices = decideVisitRound({ month, roster: world.roster, visits: await visits.ofMonth(month), now });
  return { issueNo: null, numbers: null, text: null, notices };
}
