import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../src/domain/case.ts';
import { finish, weeklyFigures } from '../../src/domain/figures.ts';
import { addCase, startWeek } from '../../src/domain/week-tally.ts';
import { buildCalendar } from '../../src/domain/working-time.ts';
import { aWeekCase, numberOf, weekCases } from '../support/week-case.ts';
import { shanghai } from '../support/world-factory.ts';

const frame = { week: '2026-W48', until: shanghai('2026-11-27 16:00'), calendar: buildCalendar() };

const figuresOf = (cases: Iterable<Snapshot>) => weeklyFigures(cases, frame);

describe('addCase', () => {
  it('leads to the same figures in whatever order cases stream by', () => {
    const cases = [...weekCases(15, { n: 1 }), ...weekCases(15, { n: 20, accepted: '2026-11-10 09:00' })];
    expect(figuresOf(cases.toReversed())).toEqual(figuresOf(cases));
  });

  it('counts one by one what weeklyFigures counts at once', () => {
    const cases = weekCases(3, { n: 1 });
    const tally = startWeek(frame);
    for (const snapshot of cases) addCase(tally, snapshot);
    expect(finish(tally)).toEqual(figuresOf(cases));
  });
});

describe('what the text is told besides', () => {
  it('is the soonest due first, up to the Sunday of the next week', () => {
    const { near, nearUntil } = figuresOf([
      aWeekCase({ n: 1, granted: '2026-12-07' }),
      aWeekCase({ n: 2, granted: '2026-12-06' }),
      aWeekCase({ n: 3, granted: '2026-11-27' }),
    ]);
    expect(nearUntil).toBe('2026-12-06');
    expect(near.first.map((listed) => listed.number)).toEqual([numberOf(3), numberOf(2)]);
  });

  it('counts confidential cases and names none of them, not even by category', () => {
    const secret = { category: '营商作风' } as const;
    const figures = figuresOf([aWeekCase(secret), aWeekCase({ ...secret, resolved: '2026-11-25 10:00' })]);
    expect(figures.numbers).toMatchObject({ submitted: 2, resolved: 1, open: 1 });
    expect(figures).toMatchObject({
      submitted: { count: 2, first: [] },
      near: { count: 1, first: [] },
      submittedBy: [],
      resolvedBy: [],
    });
  });

  it('puts the most frequent category first', () => {
    const cases = [aWeekCase({ n: 1, category: '资金保障' }), ...weekCases(2, { n: 2, category: '行政审批' })];
    expect(figuresOf(cases).submittedBy.map((c) => `${c.category}${c.count}`)).toEqual(['行政审批2', '资金保障1']);
  });

  it('says what came between the last cut and Monday, which no report counts', () => {
    const carried = { accepted: '2026-11-20 16:01', resolved: '2026-11-22 10:00' };
    expect(figuresOf([aWeekCase(carried), aWeekCase({ accepted: '2026-11-20 16:00' })])).toMatchObject({
      numbers: { submitted: 0, resolved: 0 },
      carried: { submitted: 1, resolved: 1 },
    });
  });

  it('counts the closures that call-backs un-counted', () => {
    const answered = { at: '2026-11-25 10:00', resolved: 'no', score: null } as const;
    expect(figuresOf([aWeekCase({ resolved: '2026-11-24 10:00', answered })]).reworked).toBe(1);
  });

  it('keeps no more than ten of a list, and still counts all', () => {
    const { submitted } = figuresOf(weekCases(25, { n: 1 }).toReversed());
    expect([submitted.count, submitted.first.length, submitted.first[0]?.number]).toEqual([25, 10, numberOf(1)]);
  });
});
