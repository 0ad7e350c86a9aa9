import { describe, expect, it } from 'vitest';
import { caseDue, countDays, legDue, recount, termEnd } from '../../src/domain/due.ts';
import { buildRuleBook } from '../../src/domain/rules.ts';
import { buildCalendar, officeCalendar } from '../../src/domain/working-time.ts';
import { aCommand, after, aSnapshot, buildCase } from '../support/case-factory.ts';
import { DAYS_OF_2026, isWorkedIn2026, slowlyAddWorkdays } from '../support/holidays-2026.ts';
import { shanghai } from '../support/world-factory.ts';

const calendar = buildCalendar();

describe('termEnd', () => {
  it('agrees with a slow count for terms begun on any day of 2026', () => {
    const differing = DAYS_OF_2026.flatMap((day) =>
      [1, 3, 5, 15].filter((termWorkdays) => {
        const expected = slowlyAddWorkdays(day, termWorkdays);
        return expected && termEnd(calendar, shanghai(`${day} 16:00`), termWorkdays) !== expected;
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
    expect(termEnd(calendar, shanghai(startedAt), 5)).toBe(expected);
  });
});

describe('recount', () => {
  const rules = buildRuleBook();
  const closed = { rules, calendar: buildCalendar(new Map([['2026-11-26', false]]), 1) };
  const now = shanghai('2026-11-25 09:00');

  it('moves both clocks with a day that the office closes', () => {
    expect(recount(aSnapshot({ stop: 'handling' }), closed, now)).toEqual({
      dueDay: '2026-12-02',
      caseDueDay: '2026-12-02',
      supports: [],
    });
  });

  it('says that nothing moves when the calendar counts the same', () => {
    expect(recount(aSnapshot({ stop: 'handling' }), { rules, calendar }, now)).toBeNull();
  });

  it('leaves a day promised where it is', () => {
    const { snapshot } = after(buildCase({ stop: 'handling' }), aCommand('commit', { day: '2026-11-30' }));
    expect(recount(snapshot, closed, now)).toEqual({ dueDay: '2026-11-30', caseDueDay: '2026-12-02', supports: [] });
  });

  it('never moves what is past', () => {
    expect(recount(aSnapshot({ stop: 'handling' }), closed, shanghai('2026-12-01 17:30'))).toBeNull();
  });

  it('has nothing to say of a case that is not open', () => {
    expect(recount(aSnapshot(), closed, now)).toBeNull();
    expect(recount(aSnapshot({ stop: 'resolved' }), closed, now)).toBeNull();
  });
});

describe('legDue and caseDue', () => {
  it('fall at close of business', () => {
    const snapshot = aSnapshot({ stop: 'handling' });
    expect(snapshot.legs.map((leg) => legDue(leg, calendar))).toEqual([shanghai('2026-12-01 17:30')]);
    expect(caseDue(snapshot, calendar)).toEqual(shanghai('2026-12-01 17:30'));
    const season = {
      from: '2026-12-01',
      periods: [
        { from: 540, to: 720 },
        { from: 840, to: 1080 },
      ],
    };
    expect(caseDue(snapshot, officeCalendar([], 1, [season]))).toEqual(shanghai('2026-12-01 18:00'));
  });

  it('are unknown for the enterprise before acceptance', () => {
    expect(caseDue(aSnapshot(), calendar)).toBeNull();
  });
});

describe('the enterprise’s clock', () => {
  it('runs on when the case is transferred and when it is reopened', () => {
    const transferred = after(buildCase({ stop: 'handling' }), aCommand('transfer', { at: '2026-11-30 10:00' }));
    const days = [buildCase({ stop: 'handling' }), transferred, buildCase({ stop: 'reopened' })];
    expect(days.map(({ snapshot }) => snapshot.caseDueDay)).toEqual(Array(3).fill('2026-12-01'));
  });

  it('leaves each unit a clock of its own', () => {
    const { snapshot } = after(buildCase({ stop: 'handling' }), aCommand('transfer', { at: '2026-11-30 10:00' }));
    expect(snapshot.legs.map((leg) => leg.dueDay)).toEqual(['2026-12-01', '2026-12-07']);
  });

  it('has the term of the category’s grade', () => {
    const complex = aSnapshot({ stop: 'handling', problem: { category: '账款拖欠' } });
    expect(complex.grade).toBe('complex');
    expect(complex.caseDueDay).toBe('2026-12-15');
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
    const due = termEnd(calendar, shanghai('2026-02-10 10:00'), 15);
    expect(countDays(calendar, '2026-02-10', due).at(-1)).toEqual({ day: due, n: 15 });
  });

  it('is empty when the due day is the day of the start', () => {
    expect(countDays(calendar, '2026-11-24', '2026-11-24')).toEqual([]);
  });
});
