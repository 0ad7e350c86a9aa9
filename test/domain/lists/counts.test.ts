import { describe, expect, it } from 'vitest';
import type { Counts } from '../../../src/domain/lists/counts.ts';
import type { WeekCase } from '../../support/week-case.ts';
import { listsOf } from './told.ts';

/** What the cases count together, as of the end of 2026-W48 unless told otherwise. */
function totalOf(cases: readonly WeekCase[], v: { period?: string; until?: string } = {}): Counts | undefined {
  return listsOf(cases, v).summary.category.at(-1)?.counts;
}

const answered = (resolved: 'yes' | 'no', at: string) =>
  ({ at, resolved, score: resolved === 'yes' ? 4 : null }) as const;

describe('分类汇总表', () => {
  it('reconciles with a week counted by hand', () => {
    const cases: WeekCase[] = [
      // New, closed in term, surveyed.
      { resolved: '2026-11-25 10:00', answered: answered('yes', '2026-11-26 10:00') },
      // Carried over, due on the 26th, closed a day late.
      { accepted: '2026-11-19 09:00', resolved: '2026-11-27 10:00' },
      // Carried over, due on the 23rd, still open.
      { accepted: '2026-11-16 09:00' },
      // New, un-counted by the survey.
      { resolved: '2026-11-24 15:00', answered: answered('no', '2026-11-25 10:00') },
      // New, withdrawn.
      { withdrawn: '2026-11-26 09:00' },
      // Closed the week before, due in this one.
      { accepted: '2026-11-18 09:00', resolved: '2026-11-20 10:00' },
      // Accepted the week after.
      { accepted: '2026-11-30 09:00' },
    ];
    expect(totalOf(cases)).toEqual({
      carried: 2,
      fresh: 3,
      expected: 3,
      expectedClosed: 2,
      closed: 2,
      inTerm: 1,
      ended: 1,
      open: 2,
      overdue: 1,
      extended: 0,
      suspended: 0,
      relapsed: 0,
      surveyed: 2,
      satisfied: 1,
      yearFresh: 6,
      yearClosed: 3,
    });
  });

  it('counts a relapse in the period in which it is accepted', () => {
    expect(totalOf([{ relapse: true }, {}])).toMatchObject({ fresh: 2, relapsed: 1 });
    expect(totalOf([{ relapse: true }], { period: '2026-W49' })).toMatchObject({ carried: 1, relapsed: 0 });
  });

  it('counts nothing before acceptance', () => {
    expect(totalOf([{ accepted: null }])).toMatchObject({ carried: 0, fresh: 0, open: 0 });
  });

  it('takes what happens on the border into the later period', () => {
    const midnight = { accepted: '2026-11-30 00:00', resolved: '2026-12-07 00:00' };
    expect(totalOf([midnight])).toMatchObject({ fresh: 0, open: 0 });
    expect(totalOf([midnight], { period: '2026-W49' })).toMatchObject({ fresh: 1, closed: 0, open: 1 });
    expect(totalOf([midnight], { period: '2026-W50' })).toMatchObject({ carried: 1, closed: 1, open: 0 });
  });

  it('knows nothing of what came after the instant as of which it is made', () => {
    const late = { resolved: '2026-11-26 10:00' };
    expect(totalOf([late], { until: '2026-11-26 09:59' })).toMatchObject({ closed: 0, open: 1 });
    expect(totalOf([late], { until: '2026-11-26 10:00' })).toMatchObject({ closed: 1, open: 0 });
  });

  it('keeps open at the end what was withdrawn or closed later', () => {
    expect(totalOf([{ withdrawn: '2026-12-01 09:00' }, { resolved: '2026-12-01 09:00' }])).toMatchObject({
      ended: 0,
      closed: 0,
      open: 2,
    });
  });

  it('does not count a closure that is un-counted later', () => {
    const reopened = { resolved: '2026-11-27 10:00', answered: answered('no', '2026-12-01 10:00') };
    expect(totalOf([reopened])).toMatchObject({ closed: 0, open: 1 });
    expect(totalOf([reopened], { period: '2026-W49' })).toMatchObject({
      carried: 1,
      open: 1,
      surveyed: 1,
      satisfied: 0,
    });
  });

  it('judges 应办结 by the enterprise’s clock and 按期 by the unit’s', () => {
    const granted = { accepted: '2026-11-18 09:00', granted: '2026-12-04', resolved: '2026-12-03 10:00' };
    expect(totalOf([granted])).toMatchObject({ expected: 1, expectedClosed: 0, overdue: 0, extended: 0 });
    expect(totalOf([granted], { period: '2026-W49' })).toMatchObject({ expected: 0, closed: 1, inTerm: 1 });
  });

  it('leaves out of 应办结 what was withdrawn', () => {
    expect(totalOf([{ accepted: '2026-11-18 09:00', withdrawn: '2026-11-24 09:00' }])).toMatchObject({ expected: 0 });
  });
});
