import { decideLedgers } from '../../../jobs/unit-ledger.ts';
import { OPEN_STATUSES, type Status } from '../../domain/case.ts';
import { addDays, instantAt } from '../../domain/day.ts';
import { addToLedgers, ledgerFrame, nextLedger, type UnitLedger } from '../../domain/unit-ledger.ts';
import type { ReportDoc } from '../../store/report-store.ts';
import type { Context } from '../context.ts';

/** In hand, or handed over and then put off by the office. */
const COUNTED: readonly Status[] = [...OPEN_STATUSES, 'suspended'];

/** Freezes what each unit is told as a week begins, and lets the next week wait. Ledgers so late that the next are due as well are kept and not sent. */
export async function freezeLedgers(doc: ReportDoc, context: Context): Promise<void> {
  const { stores } = context;
  const [now, world] = await Promise.all([context.clock.now(), context.worlds.current()]);
  const following = nextLedger(doc.cutAt, world.calendar);
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
  for await (const snapshot of stores.cases.snapshots(matters)) addToLedgers(ledgers, snapshot, frame);
  const notices = decideLedgers({ id: doc._id, ledgers: ledgers.values(), frame, world });
  const told = following.at <= now ? notices.map((notice) => ({ ...notice, passed: true as const })) : notices;
  await stores.reports.expect('ledger', following.week, following.at);
  await stores.reports.freeze(doc._id, { frozenAt: now, issueNo: null, numbers: null, text: null, notices: told, now });
}
