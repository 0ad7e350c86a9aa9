import { describe, expect, it } from 'vitest';
import {
  addDays,
  dayOf,
  instantAt,
  isoWeekOf,
  minuteOf,
  mondayOf,
  toShanghaiIso,
  weekdayOf,
} from '../../src/domain/day.ts';
import { shanghai } from '../support/world-factory.ts';

describe('dayOf and minuteOf', () => {
  it('puts the last minute before midnight in Shanghai on the old day, and midnight on the new one', () => {
    expect(dayOf(new Date('2026-11-27T15:59:59.999Z'))).toBe('2026-11-27');
    expect(dayOf(new Date('2026-11-27T16:00:00Z'))).toBe('2026-11-28');
  });

  it('counts minutes after midnight in Shanghai and drops the seconds', () => {
    expect(minuteOf(new Date('2026-11-27T16:00:00Z'))).toBe(0);
    expect(minuteOf(new Date('2026-11-27T00:30:59Z'))).toBe(8 * 60 + 30);
    expect(minuteOf(new Date('2026-11-27T15:59:00Z'))).toBe(23 * 60 + 59);
  });

  it('is undone by instantAt', () => {
    const instant = shanghai('2026-11-27 17:30');
    expect(instantAt(dayOf(instant), minuteOf(instant))).toEqual(instant);
  });
});

describe('addDays', () => {
  it.each([
    ['2026-11-30', 1, '2026-12-01'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-03-01', -1, '2026-02-28'],
  ])('of %s and %i is %s', (day, days, expected) => {
    expect(addDays(day, days)).toBe(expected);
  });
});

describe('weekdayOf', () => {
  it('is 1 on Monday and 7 on Sunday', () => {
    expect(weekdayOf('2026-11-23')).toBe(1);
    expect(weekdayOf('2026-11-29')).toBe(7);
  });
});

describe('toShanghaiIso', () => {
  it('writes seconds and +08:00', () => {
    expect(toShanghaiIso(new Date('2026-11-27T09:30:05.678Z'))).toBe('2026-11-27T17:30:05+08:00');
  });
});

describe('isoWeekOf', () => {
  it.each([
    ['2026-11-27', '2026-W48'],
    ['2026-01-01', '2026-W01'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2024-12-30', '2025-W01'],
    ['2021-01-03', '2020-W53'],
  ])('of %s is %s', (day, week) => {
    expect(isoWeekOf(day)).toBe(week);
  });

  it('changes on Mondays only, over ten years', () => {
    for (let day = '2020-01-01'; day < '2030-01-01'; day = addDays(day, 1)) {
      const changes = isoWeekOf(day) !== isoWeekOf(addDays(day, -1));
      expect({ day, changes }).toEqual({ day, changes: weekdayOf(day) === 1 });
    }
  });
});

describe('mondayOf', () => {
  it('finds the Monday of a week, also in the old year', () => {
    expect(mondayOf('2026-W48')).toBe('2026-11-23');
    expect(mondayOf('2026-W01')).toBe('2025-12-29');
    expect(mondayOf('2026-W53')).toBe('2026-12-28');
  });

  it.each(['2026-W54', '2025-W53', '2026-W00', '2026-48', 'W48', ''])('refuses %j', (week) => {
    expect(() => mondayOf(week)).toThrow(RangeError);
  });
});
