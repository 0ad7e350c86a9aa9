import { describe, expect, it } from 'vitest';
import { acceptedSince, daysOf, findPeriod } from '../../../src/domain/lists/period.ts';
import { buildCalendar } from '../../../src/domain/working-time.ts';
import { shanghai } from '../../support/world-factory.ts';
import { aPeriod } from './told.ts';

describe('findPeriod', () => {
  it.each([
    ['2026-W48', '2026-11-23', '2026-11-29'],
    ['2026-11', '2026-11-01', '2026-11-30'],
    ['2026-12', '2026-12-01', '2026-12-31'],
    ['2028-02', '2028-02-01', '2028-02-29'],
    ['2026-W53', '2026-12-28', '2027-01-03'],
  ])('%s is %s to %s', (name, first, last) => {
    expect(daysOf(aPeriod(name))).toEqual({ first, last });
  });

  it.each(['2026-13', '2026-00', '2026-1', '2026-W54', '2026', '', '2026-11-24'])('there is no %j', (name) => {
    expect(findPeriod(name)).toBeNull();
  });

  it('counts 累计 from New Year, or from its own Monday when that lies in the year before', () => {
    expect(aPeriod('2026-11').since).toEqual(shanghai('2026-01-01 00:00'));
    expect(aPeriod('2026-W01').since).toEqual(shanghai('2025-12-29 00:00'));
    expect(aPeriod('2026-W53').since).toEqual(shanghai('2026-01-01 00:00'));
  });
});

describe('acceptedSince', () => {
  const calendar = buildCalendar();

  it('reaches back to New Year', () => {
    expect(acceptedSince(aPeriod('2026-11'), calendar)).toEqual(shanghai('2026-01-01 00:00'));
  });

  it('reaches further early in the year, so that a term of 30 working days is not missed', () => {
    expect(acceptedSince(aPeriod('2026-01'), calendar).getTime()).toBeLessThan(shanghai('2025-11-21 00:00').getTime());
  });
});
