import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  addWorkdays,
  buildCalendar,
  closeOfBusiness,
  isWorkTime,
  nextDigestTime,
  nextFoldTime,
  nextWakingTime,
  nextWorkTime,
  officeCalendar,
  startOfBusiness,
  workdayOnOrBefore,
  workdaysBetween,
} from '../../src/domain/working-time.ts';
import { DAYS_OF_2026, isWorkedIn2026, MAKE_UP_2026, slowlyAddWorkdays } from '../support/holidays-2026.ts';
import { shanghai } from '../support/world-factory.ts';

const calendar = buildCalendar();
const corpus = path.resolve(import.meta.dirname, '../..', '../shared/corpus/workdays_dev.json');

describe('the calendar', () => {
  it('agrees with the State Council’s notice on every day of 2026', () => {
    const differing = DAYS_OF_2026.filter((day) => calendar.isWorkday(day) !== isWorkedIn2026(day));
    expect(differing).toEqual([]);
  });

  it('works on make-up Saturdays and Sundays', () => {
    expect(MAKE_UP_2026.filter((day) => !calendar.isWorkday(day))).toEqual([]);
  });

  it('lets the office close a working day and open a day off', () => {
    const corrected = buildCalendar(
      new Map([
        ['2026-11-25', false],
        ['2026-11-28', true],
      ]),
      7,
    );
    expect(corrected.version).toBe(7);
    expect(addWorkdays(corrected, '2026-11-24', 3)).toBe('2026-11-28');
  });

  it('says which years are published', () => {
    expect(calendar.isKnownYear(2026)).toBe(true);
    expect(calendar.isKnownYear(2099)).toBe(false);
  });
});

describe('addWorkdays', () => {
  it('agrees with a slow count from every day of 2026, for terms of 1 to 30 working days', () => {
    const differing = DAYS_OF_2026.flatMap((day) =>
      [1, 2, 3, 5, 7, 15, 30].flatMap((n) => {
        const expected = slowlyAddWorkdays(day, n);
        const got = addWorkdays(calendar, day, n);
        return expected === undefined || got === expected ? [] : [{ day, n, got, expected }];
      }),
    );
    expect(differing).toEqual([]);
  });

  it.each([
    ['before 国庆 over the make-up Saturday', '2026-09-30', 3, '2026-10-10'],
    ['before 春节 from the make-up Saturday', '2026-02-14', 5, '2026-02-28'],
    ['said on a holiday', '2026-10-03', 1, '2026-10-08'],
    ['said on a Sunday', '2026-11-29', 5, '2026-12-04'],
    ['backwards over a weekend', '2026-11-30', -1, '2026-11-27'],
    ['none at all', '2026-11-28', 0, '2026-11-28'],
  ])('counts %s', (_, day, n, expected) => {
    expect(addWorkdays(calendar, day, n)).toBe(expected);
  });
});

describe.skipIf(!existsSync(corpus))('addWorkdays on the shared examples', () => {
  it('agrees with every one', () => {
    const examples: { from: string; workdays: number; expected: string }[] = JSON.parse(readFileSync(corpus, 'utf8'));
    const differing = examples.filter((e) => addWorkdays(calendar, e.from, e.workdays) !== e.expected);
    expect(examples.length).toBeGreaterThan(0);
    expect(differing).toEqual([]);
  });
});

describe('workdaysBetween', () => {
  it('is the inverse of addWorkdays from every day of 2026', () => {
    const differing = DAYS_OF_2026.filter((day) => {
      const to = slowlyAddWorkdays(day, 4);
      return to !== undefined && workdaysBetween(calendar, day, to) !== 4;
    });
    expect(differing).toEqual([]);
  });

  it('is nothing to the same day or an earlier one', () => {
    expect(workdaysBetween(calendar, '2026-11-27', '2026-11-27')).toBe(0);
    expect(workdaysBetween(calendar, '2026-11-27', '2026-11-20')).toBe(0);
  });
});

describe('workdayOnOrBefore', () => {
  it('keeps a working day and goes back over days off', () => {
    expect(workdayOnOrBefore(calendar, '2026-10-10')).toBe('2026-10-10');
    expect(workdayOnOrBefore(calendar, '2026-10-07')).toBe('2026-09-30');
  });
});

describe('hours of work', () => {
  it.each([
    ['2026-11-27 08:29', false],
    ['2026-11-27 08:30', true],
    ['2026-11-27 11:59', true],
    ['2026-11-27 12:00', false],
    ['2026-11-27 13:59', false],
    ['2026-11-27 14:00', true],
    ['2026-11-27 17:29', true],
    ['2026-11-27 17:30', false],
    ['2026-11-28 10:00', false],
    ['2026-10-10 10:00', true],
    ['2026-10-05 10:00', false],
  ])('at %s: work goes on? %s', (at, works) => {
    expect(isWorkTime(calendar, shanghai(at))).toBe(works);
  });

  it('begin and end a day at 08:30 and 17:30', () => {
    expect(startOfBusiness(calendar, '2026-11-27')).toEqual(shanghai('2026-11-27 08:30'));
    expect(closeOfBusiness(calendar, '2026-11-27')).toEqual(shanghai('2026-11-27 17:30'));
  });
});

describe('nextWorkTime', () => {
  it.each([
    ['within work', '2026-11-27 09:00', '2026-11-27 09:00'],
    ['before work', '2026-11-27 07:00', '2026-11-27 08:30'],
    ['at noon', '2026-11-27 12:00', '2026-11-27 14:00'],
    ['at close of business on Friday', '2026-11-27 17:30', '2026-11-30 08:30'],
    ['on Sunday', '2026-11-29 10:00', '2026-11-30 08:30'],
    ['on the last evening before 国庆', '2026-09-30 18:00', '2026-10-08 08:30'],
    ['on the Friday before a make-up Saturday', '2026-10-09 18:00', '2026-10-10 08:30'],
  ])('%s (%s) is %s', (_, at, expected) => {
    expect(nextWorkTime(calendar, shanghai(at))).toEqual(shanghai(expected));
  });
});

describe('nextDigestTime', () => {
  it.each([
    ['at eight', '2026-11-27 08:00', '2026-11-27 08:40'],
    ['between start of work and the digest', '2026-11-27 08:35', '2026-11-27 08:40'],
    ['during work', '2026-11-27 09:00', '2026-11-27 09:00'],
    ['at noon', '2026-11-27 12:30', '2026-11-27 14:00'],
    ['in the evening', '2026-11-27 18:00', '2026-11-30 08:40'],
    ['on a day off', '2026-10-03 08:00', '2026-10-08 08:40'],
  ])('%s (%s) is %s', (_, at, expected) => {
    expect(nextDigestTime(calendar, shanghai(at))).toEqual(shanghai(expected));
  });
});

describe('nextFoldTime', () => {
  it.each([
    ['before the morning digest', '2026-11-27 08:00', '2026-11-27 08:40'],
    ['at the morning digest itself', '2026-11-27 08:40', '2026-11-27 08:40'],
    ['during work', '2026-11-27 09:00', '2026-11-27 16:30'],
    ['after the afternoon digest', '2026-11-27 16:31', '2026-11-30 08:40'],
    ['on a day off', '2026-10-03 08:00', '2026-10-08 08:40'],
  ])('%s (%s) is %s', (_, at, expected) => {
    expect(nextFoldTime(calendar, shanghai(at))).toEqual(shanghai(expected));
  });
});

describe('nextWakingTime', () => {
  it.each([
    ['at 07:00', '2026-11-28 07:00', '2026-11-28 07:00'],
    ['just before 22:00 on a Saturday', '2026-11-28 21:59', '2026-11-28 21:59'],
    ['at 22:00', '2026-11-26 22:00', '2026-11-27 08:30'],
    ['just before 07:00', '2026-11-27 06:59', '2026-11-27 08:30'],
    ['on Friday night', '2026-11-27 23:00', '2026-11-30 08:30'],
  ])('%s (%s) is %s', (_, at, expected) => {
    expect(nextWakingTime(calendar, shanghai(at))).toEqual(shanghai(expected));
  });
});

describe('the digests of a day with other hours', () => {
  const periods = [
    { from: 540, to: 720 },
    { from: 780, to: 960 },
  ];
  const late = officeCalendar([], 1, [{ from: '2026-11-27', periods }]);

  it('leave no earlier than work begins', () => {
    expect(nextDigestTime(late, shanghai('2026-11-26 20:00'))).toEqual(shanghai('2026-11-27 09:00'));
    expect(nextDigestTime(late, shanghai('2026-11-27 08:50'))).toEqual(shanghai('2026-11-27 09:00'));
  });

  it('leave an hour before it ends at the latest', () => {
    expect(nextFoldTime(late, shanghai('2026-11-27 09:01'))).toEqual(shanghai('2026-11-27 15:00'));
    expect(nextFoldTime(late, shanghai('2026-11-27 15:01'))).toEqual(shanghai('2026-11-30 09:00'));
  });
});
