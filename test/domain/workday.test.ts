import { describe, expect, it } from 'vitest';
import { isKnownYear, statutoryWorkday } from '../../src/domain/workday.ts';

describe('statutoryWorkday', () => {
  it.each([
    ['2026-11-27', true],
    ['2026-11-28', false],
    ['2026-10-01', false],
    ['2026-10-10', true],
    ['2024-02-18', true],
  ])('%s: %s', (day, worked) => {
    expect(statutoryWorkday(day)).toBe(worked);
  });
});

describe('isKnownYear', () => {
  it('knows published years and owns up to others, also where New Year falls on a weekend', () => {
    expect([2012, 2026, 2027, 2028].map(isKnownYear)).toEqual([true, true, false, false]);
  });
});
