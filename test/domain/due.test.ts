import { describe, expect, it } from 'vitest';
import { CATEGORIES } from '../../config/rules.ts';
import { currentLeg, type Leg } from '../../src/domain/case.ts';
import { caseDue, caseDueDay, countDays, gradeOf, legDue, legDueDay } from '../../src/domain/due.ts';
import { buildCalendar } from '../../src/domain/working-time.ts';
import { aCommand, after, aSnapshot, buildCase } from '../support/case-factory.ts';
import { DAYS_OF_2026, isWorkedIn2026, slowlyAddWorkdays } from '../support/holidays-2026.ts';
import { shanghai } from '../support/world-factory.ts';

const calendar = buildCalendar();

function aLeg(startedAt: string, changes: Partial<Leg> = {}): Leg {
  const leg = currentLeg(aSnapshot({ stop: 'handling' }));
  if (!leg) throw new Error('a case being handled has a leg');
  return { ...leg, startedAt: shanghai(startedAt), ...changes };
}

describe('legDueDay', () => {
  it('agrees with a slow count for legs begun on any day of 2026', () => {
    const differing = DAYS_OF_2026.flatMap((day) =>
      [1, 3, 5, 15].filter((termWorkdays) => {
        const expected = slowlyAddWorkdays(day, termWorkdays);
        return expected && legDueDay(aLeg(`${day} 16:00`, { termWorkdays }), calendar) !== expected;
      }),
    );
    expect(differing).toEqual([]);
  });

  it.each([
    ['on the last working day before 国庆', '2026-09-30 16:00', '2026-10-13'],
    ['on a holiday', '2026-10-03 10:00', '2026-10-13'],
    ['on the Friday before the make-up Saturday', '2026-10-09 10:00', '2026-10-15'],
    ['on the make-up Saturday before 春节', '2026-02-14 10:00', '2026-02-28'],
    ['a minute before midnight', '2026-11-24 23:59', '2026-12-01'],
    ['at midnight', '2026-11-25 00:00', '2026-12-02'],
  ])('of five working days begun %s (%s) is %s', (_, startedAt, expected) => {
    expect(legDueDay(aLeg(startedAt), calendar)).toBe(expected);
  });

  it('is the promised or granted day instead of the term, be it a day off', () => {
    expect(legDueDay(aLeg('2026-11-24 10:00', { dueDay: '2026-11-29' }), calendar)).toBe('2026-11-29');
  });

  it('moves with a day that the office closes', () => {
    const closed = buildCalendar(new Map([['2026-11-26', false]]), 1);
    expect(legDueDay(aLeg('2026-11-24 10:00'), closed)).toBe('2026-12-02');
  });
});

describe('legDue and caseDue', () => {
  it('fall at close of business', () => {
    expect(legDue(aLeg('2026-11-24 10:00'), calendar)).toEqual(shanghai('2026-12-01 17:30'));
    expect(caseDue(aSnapshot({ stop: 'handling' }), calendar)).toEqual(shanghai('2026-12-01 17:30'));
  });

  it('are unknown for the enterprise before acceptance', () => {
    expect(caseDue(aSnapshot(), calendar)).toBeNull();
  });
});

describe('the enterprise’s clock', () => {
  it('runs on when the case is transferred and when it is reopened', () => {
    const transferred = after(buildCase({ stop: 'handling' }), aCommand('transfer', { at: '2026-11-30 10:00' }));
    const days = [buildCase({ stop: 'handling' }), transferred, buildCase({ stop: 'reopened' })];
    expect(days.map(({ snapshot }) => caseDueDay(snapshot, calendar))).toEqual(Array(3).fill('2026-12-01'));
  });

  it('leaves each unit a clock of its own', () => {
    const { snapshot } = after(buildCase({ stop: 'handling' }), aCommand('transfer', { at: '2026-11-30 10:00' }));
    expect(snapshot.legs.map((leg) => legDueDay(leg, calendar))).toEqual(['2026-12-01', '2026-12-07']);
  });

  it('has the term of the category’s grade', () => {
    const complex = aSnapshot({ stop: 'handling', problem: { category: '账款拖欠' } });
    expect(complex.grade).toBe('complex');
    expect(caseDueDay(complex, calendar)).toBe('2026-12-15');
  });
});

describe('gradeOf', () => {
  it('is known for every category', () => {
    const complex = CATEGORIES.filter((category) => gradeOf(category) === 'complex');
    expect(complex).toEqual(['用地规划', '市场开拓', '账款拖欠', '项目建设']);
    expect(new Set(CATEGORIES.map(gradeOf))).toEqual(new Set(['general', 'complex']));
  });
});

describe('countDays', () => {
  it('shows each day over 国庆, numbering those that count', () => {
    const counted = countDays(calendar, '2026-09-30', '2026-10-10');
    expect(counted).toHaveLength(10);
    expect(counted.filter((day) => day.n !== null)).toEqual([
      { day: '2026-10-08', n: 1 },
      { day: '2026-10-09', n: 2 },
      { day: '2026-10-10', n: 3 },
    ]);
    expect(counted.every(({ day, n }) => isWorkedIn2026(day) === (n !== null))).toBe(true);
  });

  it('ends with the last day of a term under the number of its working days', () => {
    const due = legDueDay(aLeg('2026-02-10 10:00', { termWorkdays: 15 }), calendar);
    expect(countDays(calendar, '2026-02-10', due).at(-1)).toEqual({ day: due, n: 15 });
  });

  it('is empty when the due day is the day of the start', () => {
    expect(countDays(calendar, '2026-11-24', '2026-11-24')).toEqual([]);
  });
});
