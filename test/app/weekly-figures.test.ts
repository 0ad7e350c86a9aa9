import { beforeAll, describe, expect, it } from 'vitest';
import type { Stores } from '../../src/app/context.ts';
import { countWeek } from '../../src/app/weekly-figures.ts';
import { weeklyFigures } from '../../src/domain/figures.ts';
import { buildLists } from '../../src/domain/lists/lists.ts';
import { findPeriod } from '../../src/domain/lists/period.ts';
import type { Told } from '../../src/domain/lists/standing.ts';
import { casesForLists } from '../../src/store/case-lists.ts';
import { aCommand, buildCase } from '../support/case-factory.ts';
import { aWorld } from '../support/world-factory.ts';
import { useStores } from '../support/use-stores.ts';

let stores: Stores;
const { calendar, roster } = aWorld();

/** Accepted and put on 挂账 in November, long before the weeks that are counted. */
const suspended = buildCase({
  stop: 'handling',
  further: [aCommand('suspend', { at: '2026-11-25 09:00', until: '2027-10-29' })],
});

useStores((opened) => void (stores = opened.stores));
beforeAll(async () => {
  await stores.cases.create('suspended', suspended.events, { calendar, now: suspended.events.at(-1)!.at });
});

describe('a case on 挂账', () => {
  it.each(['2026-W49', '2027-W15', '2027-W30'])(
    'is open and not late in %s: as counted, as found and as listed',
    async (week) => {
      const period = findPeriod(week)!;
      const frame = { week, until: period.to, calendar };
      const found = await countWeek(frame, stores);
      expect(found).toEqual(weeklyFigures([suspended.snapshot], frame));
      expect(found.numbers).toMatchObject({ open: 1, overdue: 0 });
      expect(found).toMatchObject({ near: { count: 0 }, overdue: { count: 0 } });
      const told: Told[] = [];
      const span = { from: period.from, acceptedSince: period.from };
      for await (const one of casesForLists(stores.cases.model, span)) told.push(one);
      const { summary } = buildLists(told, { period, until: period.to, calendar, roster });
      expect(summary.unit.at(-1)?.counts).toMatchObject({ open: 1, overdue: 0, suspended: 1 });
    },
  );
});
