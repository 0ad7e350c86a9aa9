import { describe, expect, it } from 'vitest';
import { weeklyFigures } from '../../src/domain/figures.ts';
import { meetingReasons } from '../../src/domain/meeting.ts';
import { addToLedgers, ledgerFrame, type UnitLedger } from '../../src/domain/unit-ledger.ts';
import type { Case } from '../../src/domain/case.ts';
import { aCommand, after, buildCase } from '../support/case-factory.ts';
import { aWorld, shanghai } from '../support/world-factory.ts';
import { aFrame, listsOf } from './lists/told.ts';

const handling = buildCase({ stop: 'handling' });
/** Due on Tuesday, 1 December; what leaves the problem as it was waits for 审核. */
const reportedAt = (at: string) =>
  after(handling, aCommand('resolve', { outcome: 'unable', text: '省里指标还没有下达', at }));
const inTerm = reportedAt('2026-12-01 17:00');
const late = reportedAt('2026-12-02 10:00');
const approved = after(inTerm, aCommand('ruleClosure', { at: '2026-12-07 09:00' }));
const refused = after(inTerm, aCommand('ruleClosure', { at: '2026-12-03 09:00', granted: false, reason: '缺依据' }));

function listed(subject: Case, until?: string) {
  const { solutions, summary } = listsOf([subject], { period: '2026-W49', ...(until ? { until } : {}) });
  const { open, overdue } = summary.unit.at(-1)!.counts;
  return { open, overdue, inTerm: solutions[0]?.inTerm, watch: solutions[0]?.watch, next: solutions[0]?.next };
}

function inWeek({ snapshot }: Case) {
  const { period, until, calendar } = aFrame('2026-W49');
  const { numbers, near } = weeklyFigures([snapshot], { week: period.name, until, calendar });
  return { open: numbers.open, overdue: numbers.overdue, near: near.count };
}

describe('a 办结 that was reported in term and waits for 审核 past the due day', () => {
  it('is open and not the unit’s 超期, in the lists and in the weekly figures', () => {
    expect(listed(inTerm)).toEqual({
      open: 1,
      overdue: 0,
      inTerm: '',
      watch: '',
      next: '已报办结，待办公室审核。',
    });
    expect(inWeek(inTerm)).toEqual({ open: 1, overdue: 0, near: 0 });
  });

  it('was none either when the office has approved it since', () => {
    expect(listed(approved)).toMatchObject({ open: 1, overdue: 0 });
  });

  it('is the unit’s again once the office has refused it', () => {
    expect(listed(refused, '2026-12-02 12:00').overdue).toBe(0);
    expect(listed(refused)).toMatchObject({ overdue: 1, watch: '红（超期）' });
    expect(inWeek(refused).overdue).toBe(1);
  });

  it('that was reported late is 超期 all the while', () => {
    expect(listed(late)).toMatchObject({ open: 1, overdue: 1, watch: '红（超期）' });
    expect(inWeek(late).overdue).toBe(1);
  });

  it('is neither in the unit’s 要账 nor on the agenda of the 调度会 as late', () => {
    const ledgers = new Map<string, UnitLedger>();
    addToLedgers(ledgers, inTerm.snapshot, ledgerFrame('2026-W50', shanghai('2026-12-07 09:00')));
    expect(ledgers.get('u-gxj')).toMatchObject({ open: { count: 1 }, overdue: 0, dueThisWeek: 0 });
    expect(meetingReasons(inTerm.snapshot, aWorld().calendar, '2026-12-04')).toEqual([]);
    expect(meetingReasons(late.snapshot, aWorld().calendar, '2026-12-04')).toEqual(['red']);
  });
});
