import { describe, expect, it } from 'vitest';
import { addToLedgers, ledgerFrame, nextLedger, type UnitLedger } from '../../src/domain/unit-ledger.ts';
import { buildCalendar } from '../../src/domain/working-time.ts';
import type { Snapshot } from '../../src/domain/case.ts';
import { aCommand, buildCase } from '../support/case-factory.ts';
import { shanghai } from '../support/world-factory.ts';

function ledgersAt(at: string, week: string, ...cases: { snapshot: Snapshot }[]) {
  const ledgers = new Map<string, UnitLedger>();
  for (const { snapshot } of cases) addToLedgers(ledgers, snapshot, ledgerFrame(week, shanghai(at)));
  return Object.fromEntries(
    [...ledgers.values()].map(({ unit, handed, solved, open, overdue, dueThisWeek }) => [
      unit.name,
      { handed, solved, open: open.count, overdue, dueThisWeek },
    ]),
  );
}

describe('a unit’s ledger', () => {
  it('counts what was handed over last week and falls due this week', () => {
    expect(ledgersAt('2026-11-30 08:30', '2026-W49', buildCase({ stop: 'handling' }))).toEqual({
      市工信局: { handed: 1, solved: 0, open: 1, overdue: 0, dueThisWeek: 1 },
    });
  });

  it('a fortnight later counts it as overdue, and as handed over no more', () => {
    expect(ledgersAt('2026-12-07 08:30', '2026-W50', buildCase({ stop: 'handling' }))).toEqual({
      市工信局: { handed: 0, solved: 0, open: 1, overdue: 1, dueThisWeek: 0 },
    });
  });

  it('counts what was transferred for both units, and what was solved for the one that solved it', () => {
    const moved = buildCase({ stop: 'handling', further: [aCommand('transfer', { at: '2026-11-25 10:00' })] });
    expect(ledgersAt('2026-11-30 08:30', '2026-W49', moved, buildCase({ stop: 'resolved' }))).toEqual({
      市工信局: { handed: 2, solved: 1, open: 0, overdue: 0, dueThisWeek: 0 },
      市人社局: { handed: 1, solved: 0, open: 1, overdue: 0, dueThisWeek: 1 },
    });
  });

  it('never holds a confidential case', () => {
    const secret = buildCase({ stop: 'handling', problem: { category: '营商作风' } });
    expect(ledgersAt('2026-11-30 08:30', '2026-W49', secret)).toEqual({});
  });
});

describe('nextLedger', () => {
  it.each([
    ['on the Monday itself', '2026-11-23 08:59', '2026-W48', '2026-11-23 09:00'],
    ['later that Monday', '2026-11-23 09:00', '2026-W49', '2026-11-30 09:00'],
    ['before a week that is off, whose make-up Saturday is worked', '2026-09-28 09:00', '2026-W41', '2026-10-08 09:00'],
  ])('%s', (_, after, week, at) => {
    expect(nextLedger(shanghai(after), buildCalendar())).toEqual({ week, at: shanghai(at) });
  });
});
