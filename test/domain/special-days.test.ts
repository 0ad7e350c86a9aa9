import { describe, expect, it } from 'vitest';
import { specialDays } from '../../src/domain/special-days.ts';
import { buildCalendar, officeCalendar } from '../../src/domain/working-time.ts';

const show = (calendar = buildCalendar(), from = '2026-09-20', to = '2026-10-12') =>
  specialDays(calendar, from, to).map(({ from: first, to: last, worked, name, own }) =>
    [first.slice(5), last.slice(5), worked ? 'work' : 'off', name, own ? 'own' : ''].join(' ').trim(),
  );

describe('specialDays', () => {
  it('are the statutory days off by name and the days made up for them', () => {
    expect(show()).toEqual([
      '09-20 09-20 work 国庆节',
      '09-25 09-27 off 中秋',
      '10-01 10-07 off 国庆节',
      '10-10 10-10 work 国庆节',
    ]);
  });

  it('are what the office has entered, in one where the days follow each other', () => {
    const days = ['2026-11-25', '2026-11-26'].map((day) => ({ day, worked: false, name: '停电' }));
    expect(show(officeCalendar(days, 1), '2026-11-20', '2026-11-30')).toEqual(['11-25 11-26 off 停电 own']);
  });

  it('tell the office’s entries from the statutory days beside them', () => {
    const after = officeCalendar([{ day: '2026-09-28', worked: false, name: '中秋' }], 1);
    expect(show(after, '2026-09-26', '2026-09-29')).toEqual(['09-26 09-27 off 中秋', '09-28 09-28 off 中秋 own']);
  });

  it('are none in an ordinary month', () => {
    expect(show(buildCalendar(), '2026-11-02', '2026-11-30')).toEqual([]);
  });
});
