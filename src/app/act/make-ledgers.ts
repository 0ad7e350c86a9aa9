import { decideLedgers } from '../../../jobs/unit-ledger.ts';
import { OPEN_STATUSES, type Status } from '../../domain/case.ts';
import { addDays, instantAt } from '../../domain/day.ts';
import type { World } from '../../domain/decision.ts';
import { addToLedgers, ledgerFrame, type UnitLedger } from '../../domain/unit-ledger.ts';
import type { ReportContent, ReportDoc } from '../../store/report-store.ts';
import type { Stores } from '../context.ts';

/** In hand, or handed over and then put off by the office. */
const COUNTED: readonly Status[] = [...OPEN_STATUSES, 'suspended'];

/** What each unit is told as a week begins, counted over the cases that can matter to it, streamed and found by index. */
export async function makeLedgers(
  doc: ReportDoc,
  { world }: { world: World },
  { cases }: Stores,
): Promise<ReportContent> {
  const frame = ledgerFrame(doc.period, doc.cutAt);
  const since = instantAt(addDays(frame.monday, -7), 0);
  const matters = {
    $or: [
      { 'snapshot.status': { $in: COUNTED } },
      { 'snapshot.acceptedAt': { $gte: since } },
      { 'snapshot.closures.at': { $gte: since } },
    ],
  };
  const ledgers = new Map<string, UnitLedger>();
  for await (const snapshot of cases.snapshots(matters)) addToLedgers(ledgers, snapshot, frame);
  const notices = decideLedgers({ id: doc._id, ledgers: ledgers.values(), frame, world });
  return { issueNo: null, numbers: null, text: null, notices };
}
