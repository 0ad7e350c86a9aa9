import { describe, expect, it } from 'vitest';
import { NO_ORIGIN } from '../../src/domain/links.ts';
import { originOf } from '../../src/domain/origin.ts';
import { aProblem, aSnapshot, NUMBER } from '../support/case-factory.ts';
import { shanghai } from '../support/world-factory.ts';

/** Written off on 27 November. */
const closed = aSnapshot({ stop: 'closed' });
const { text, category } = aProblem();
const again = { text, category, confidential: false, heard: { inbox: 'inbox-9', problem: 0 } };
const soon = shanghai('2026-12-10 09:00');

describe('a report like a case that was written off', () => {
  it('is its relapse for ninety days', () => {
    const relapse = { relapseOf: { number: NUMBER, closedOn: '2026-11-27', n: 2 } };
    expect(originOf(again, [closed], soon)).toMatchObject(relapse);
    expect(originOf(again, [closed], shanghai('2027-02-25 09:00'))).toMatchObject(relapse);
    expect(originOf(again, [closed], shanghai('2027-02-26 09:00'))).toEqual(NO_ORIGIN);
  });

  it('counts on from a relapse', () => {
    const second = { ...closed.links, relapseOf: { number: 'BQ-2026-000001', closedOn: '2026-11-01', n: 2 } };
    expect(originOf(again, [{ ...closed, links: second }], soon).relapseOf?.n).toBe(3);
  });

  it.each([
    ['of another category', { category: '税费' }],
    ['in other words', { text: '厂门口公交班车太少，职工上下班不方便' }],
    ['that is confidential', { confidential: true }],
  ] as const)('is none when it is a report %s', (_, changes) => {
    expect(originOf({ ...again, ...changes }, [closed], soon)).toEqual(NO_ORIGIN);
  });

  it('is none while the case is only resolved', () => {
    expect(originOf(again, [aSnapshot({ stop: 'surveyed' })], soon)).toEqual(NO_ORIGIN);
  });
});

describe('a report like a case in hand', () => {
  const open = aSnapshot({ stop: 'handling', changes: { number: 'BQ-2026-000200' } });

  it('names that case, and is no relapse of an older one', () => {
    expect(originOf(again, [closed, open], soon)).toEqual({ ...NO_ORIGIN, akinTo: 'BQ-2026-000200' });
  });

  it('names none that was told of in the same message', () => {
    expect(originOf({ ...again, heard: open.heard }, [open], soon)).toEqual(NO_ORIGIN);
  });

  it('names no confidential case', () => {
    expect(originOf(again, [{ ...open, confidential: true }], soon)).toEqual(NO_ORIGIN);
  });
});
