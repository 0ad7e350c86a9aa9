import { describe, expect, it } from 'vitest';
import type { Stores } from '../../src/app/context.ts';
import { importRoster } from '../../src/app/import-roster.ts';
import { aRosterFile } from '../support/roster-factory.ts';
import { useStores } from '../support/use-stores.ts';

let stores: Stores;

useStores((opened) => void (stores = opened.stores));

function importInSandbox() {
  const config = { sandbox: true, corpId: null };
  return importRoster({ file: aRosterFile(), skipBad: false, config, stores });
}

describe('importRoster', () => {
  it('registers nobody twice when two imports of one file run at once, and counts days by the clock of a sandbox', async () => {
    await stores.clock.set(new Date('2026-11-27T09:00:00+08:00'));
    const summaries = (await Promise.all([importInSandbox(), importInSandbox()])).map(({ summary }) => summary);
    const stored = await stores.roster.loadStored();
    expect([stored.subjects.length, stored.units.length, stored.chats.length]).toEqual([1, 2, 4]);
    expect(stored.assignments.map(({ from }) => from)).toEqual(['2026-11-27', '2026-11-27', '2026-11-27']);
    expect(summaries).toContainEqual(expect.stringContaining('没有变化'));
  });
});
