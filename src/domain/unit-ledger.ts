import { LEDGER_AT } from '../../config/rules.ts';
import { currentLeg, isOpen, type Snapshot } from './case.ts';
import { addToList, byDue, type CaseList, emptyList } from './case-list.ts';
import { addDays, type Day, dayOf, instantAt, isoWeekOf, mondayOf } from './day.ts';
import { isReportedInTerm } from './lateness.ts';
import type { Week } from './weekly.ts';
import { addWorkdays, type Calendar } from './working-time.ts';

/** 交账, 要账: what a unit was handed in the week before, and what it owes as the new week begins. */
export interface UnitLedger {
  unit: { id: string; name: string };
  /** Legs begun in the week before. */
  handed: number;
  /** Closures of the week before that still count. */
  solved: number;
  /** In hand, the most urgent first. */
  open: CaseList;
  /** Of the open, those past their due day. */
  overdue: number;
  /** Of the open, those due by Sunday. */
  dueThisWeek: number;
}

/** Which week begins. */
export interface LedgerFrame {
  monday: Day;
  /** As of this day. */
  today: Day;
}

/** The first ledgers after an instant: on the morning of a week's first working day. A week without one has none. */
export function nextLedger(after: Date, calendar: Calendar): { week: Week; at: Date } {
  for (let monday = mondayOf(isoWeekOf(dayOf(after))); ; monday = addDays(monday, 7)) {
    const first = addWorkdays(calendar, addDays(monday, -1), 1);
    const at = instantAt(first, LEDGER_AT);
    if (first < addDays(monday, 7) && at > after) return { week: isoWeekOf(monday), at };
  }
}

/** Counts a case into the ledgers of the units that had it, by their ids. A confidential case is in nobody's. */
export function addToLedgers(ledgers: Map<string, UnitLedger>, snapshot: Snapshot, frame: LedgerFrame): void {
  if (snapshot.confidential) return;
  for (const leg of snapshot.legs) if (isLastWeek(leg.startedAt, frame)) ledgerOf(ledgers, leg.unit).handed += 1;
  for (const closure of snapshot.closures) {
    if (isLastWeek(closure.at, frame) && !closure.uncountedAt) ledgerOf(ledgers, closure.unit).solved += 1;
  }
  const leg = currentLeg(snapshot);
  if (!leg || !isOpen(snapshot)) return;
  const ledger = ledgerOf(ledgers, leg.unit);
  addToList(ledger.open, snapshot, { unit: leg.unit.name, due: leg.dueDay, order: byDue });
  if (isReportedInTerm(snapshot)) return;
  if (leg.dueDay < frame.today) ledger.overdue += 1;
  else if (leg.dueDay < addDays(frame.monday, 7)) ledger.dueThisWeek += 1;
}

function isLastWeek(instant: Date, { monday }: LedgerFrame): boolean {
  return instant >= instantAt(addDays(monday, -7), 0) && instant < instantAt(monday, 0);
}

function ledgerOf(ledgers: Map<string, UnitLedger>, unit: { id: string; name: string }): UnitLedger {
  const known = ledgers.get(unit.id);
  if (known) return known;
  const begun = { unit, handed: 0, solved: 0, open: emptyList(), overdue: 0, dueThisWeek: 0 };
  ledgers.set(unit.id, begun);
  return begun;
}

/** The frame of the ledgers made at an instant. @throws RangeError when there is no such week. */
export function ledgerFrame(week: Week, at: Date): LedgerFrame {
  return { monday: mondayOf(week), today: dayOf(at) };
}
