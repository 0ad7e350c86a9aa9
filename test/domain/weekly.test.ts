import { describe, expect, it } from 'vitest';
import { TERM_WORKDAYS } from '../../config/rules.ts';
import { addDays, dayOf, mondayOf, toShanghaiIso } from '../../src/domain/day.ts';
import { acceptedFrom, addWeeks, cutOf, nextCut, periodOf } from '../../src/domain/weekly.ts';
import { addWorkdays, buildCalendar } from '../../src/domain/working-time.ts';
import { shanghai } from '../support/world-factory.ts';

const calendar = buildCalendar();
const cut = (week: string, c = calendar) => toShanghaiIso(cutOf(week, c));

describe('periodOf', () => {
  it('runs from Monday to Sunday midnight in Shanghai', () => {
    const { from, to } = periodOf('2026-W48');
    expect([toShanghaiIso(from), toShanghaiIso(to)]).toEqual([
      '2026-11-23T00:00:00+08:00',
      '2026-11-30T00:00:00+08:00',
    ]);
  });

  it('refuses a week that does not exist', () => {
    expect(() => periodOf('2025-W53')).toThrow('no such week: 2025-W53');
    expect(() => periodOf('48')).toThrow('not a week: 48');
  });
});

describe('addWeeks', () => {
  it('goes over the turn of the year, with 53 weeks where there are 53', () => {
    expect(addWeeks('2026-W53', 1)).toBe('2027-W01');
    expect(addWeeks('2027-W01', -1)).toBe('2026-W53');
    expect(addWeeks('2025-W52', 1)).toBe('2026-W01');
  });
});

describe('cutOf', () => {
  it('cuts on Friday at 16:00', () => {
    expect(cut('2026-W48')).toBe('2026-11-27T16:00:00+08:00');
  });

  it('cuts on the working day before when Friday is off', () => {
    expect(cut('2026-W40')).toBe('2026-09-30T16:00:00+08:00');
    expect(cut('2025-W40')).toBe('2025-09-30T16:00:00+08:00');
  });

  it('keeps to Friday in a week that begins with days off and ends with a make-up Saturday', () => {
    expect(cut('2026-W41')).toBe('2026-10-09T16:00:00+08:00');
  });

  it('cuts at the end of a week without a working day, since a cut before it would count nothing', () => {
    expect(cut('2026-W08')).toBe('2026-02-23T00:00:00+08:00');
  });

  it('cuts on the make-up day of a week that is off from Monday to Friday', () => {
    const monday = mondayOf('2026-W48');
    const off = [0, 1, 2, 3, 4].map((n) => [addDays(monday, n), false] as const);
    const edited = buildCalendar(new Map([...off, ['2026-11-28', true] as const]));
    expect(cut('2026-W48', edited)).toBe('2026-11-28T16:00:00+08:00');
  });

  it('obeys a day off that the office has entered', () => {
    expect(cut('2026-W48', buildCalendar(new Map([['2026-11-27', false]])))).toBe('2026-11-26T16:00:00+08:00');
  });

  it('lies within its own week in every week of three years', () => {
    let week = '2025-W01';
    for (let n = 0; n < 157; n += 1, week = addWeeks(week, 1)) {
      const { from, to } = periodOf(week);
      const at = cutOf(week, calendar);
      expect(at > from && at <= to, week).toBe(true);
    }
  });
});

const after = (text: string) => {
  const { week, at } = nextCut(shanghai(text), calendar);
  return `${week} ${toShanghaiIso(at)}`;
};

describe('nextCut', () => {
  it('is this week’s until the cut, then the next week’s', () => {
    expect(after('2026-11-23 00:00')).toBe('2026-W48 2026-11-27T16:00:00+08:00');
    expect(after('2026-11-27 15:59')).toBe('2026-W48 2026-11-27T16:00:00+08:00');
    expect(after('2026-11-27 16:00')).toBe('2026-W49 2026-12-04T16:00:00+08:00');
    expect(after('2026-11-29 23:59')).toBe('2026-W49 2026-12-04T16:00:00+08:00');
  });

  it('leaves no week out and gives none twice, whatever the holidays', () => {
    let at = shanghai('2025-12-31 00:00');
    const weeks = Array.from({ length: 54 }, () => {
      const next = nextCut(at, calendar);
      at = next.at;
      return next.week;
    });
    expect(weeks).toEqual(Array.from({ length: 54 }, (_, n) => addWeeks('2026-W01', n)));
  });
});

describe('acceptedFrom', () => {
  it('is early enough for every case that falls due in the week', () => {
    for (const week of ['2026-W08', '2026-W41', '2026-W48']) {
      const dayBefore = addDays(dayOf(acceptedFrom(week, calendar)), -1);
      const longest = Math.max(...Object.values(TERM_WORKDAYS));
      expect(addWorkdays(calendar, dayBefore, longest) < mondayOf(week), week).toBe(true);
    }
  });
});
