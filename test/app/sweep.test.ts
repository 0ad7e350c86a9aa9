import { describe, expect, it } from 'vitest';
import { type Context, type Stores } from '../../src/app/context.ts';
import { rebase } from '../../src/app/sweep.ts';
import { buildCalendar } from '../../src/domain/working-time.ts';
import type { CaseDoc } from '../../src/store/case-store.ts';
import { buildCase } from '../support/case-factory.ts';
import { aWorld, shanghai } from '../support/world-factory.ts';
import { useStores } from '../support/use-stores.ts';

let stores: Stores;
useStores((opened) => void (stores = opened.stores));

/** What the office's calendar makes of the cases at an instant: Thursday the 26th is closed. */
async function closeThursday(now: string): Promise<void> {
  const calendar = buildCalendar(new Map([['2026-11-26', false]]), 1);
  const worlds = { current: async () => ({ ...aWorld(), calendar }) };
  await rebase({ stores, worlds, clock: { now: async () => shanghai(now) } } as Pick<
    Context,
    'stores' | 'worlds' | 'clock'
  > as Context);
}

/** A case being handled since the 24th, due on 1 December, stored as the calendar was then. */
async function stored(id: string): Promise<CaseDoc> {
  const { events } = buildCase({ stop: 'handling' });
  const [drafted, ...rest] = events;
  if (drafted?.type !== 'drafted') throw new Error('a case begins with its draft');
  const numbered = { ...drafted, number: id };
  await stores.cases.create(id, [numbered, ...rest], { calendar: buildCalendar(), now: shanghai('2026-11-24 10:00') });
  return loaded(id);
}

async function loaded(id: string): Promise<CaseDoc> {
  const doc = await stores.cases.get(id);
  if (!doc) throw new Error(`no case ${id}`);
  return doc;
}

describe('a day that the office closes', () => {
  it('moves the due days of open cases, as an event that makes older reminders void', async () => {
    const before = await stored('BQ-2026-000001');
    await closeThursday('2026-11-25 09:00');
    const after = await loaded(before._id);
    expect(after.events.at(-1)).toMatchObject({ type: 'dueSet', dueDay: '2026-12-02', source: 'calendar/1' });
    expect(after.snapshot.legs).toMatchObject([{ dueDay: '2026-12-02', dueVersion: 2 }]);
    expect(after).toMatchObject({ basis: 1, dueAt: shanghai('2026-12-02 17:30'), version: before.version + 1 });
  });

  it('moves nothing that is past', async () => {
    const before = await stored('BQ-2026-000002');
    await closeThursday('2026-12-02 09:00');
    const after = await loaded(before._id);
    expect(after).toMatchObject({ basis: 1, version: before.version, dueAt: shanghai('2026-12-01 17:30') });
  });
});
