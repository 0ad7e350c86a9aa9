import { describe, expect, it } from 'vitest';
import type { Stores } from '../../src/app/context.ts';
import type { Notice } from '../../src/domain/notice.ts';
import { targetName } from '../../src/domain/notice.ts';
import { WITHOUT_CONNECTION } from '../../src/store/outbox-connection.ts';
import { aNotice } from '../support/outbox-factory.ts';
import { shanghai } from '../support/world-factory.ts';
import { useStores } from '../support/use-stores.ts';

const NOW = shanghai('2026-11-25 09:00');
const LATER = shanghai('2026-11-25 09:05');
const FILE = { id: 'f', name: '证明.pdf', type: 'application/pdf', bytes: 1 };

let stores: Stores;
useStores((opened) => void (stores = opened.stores));

let groups = 0;
/** A group of the test's own. */
function aGroup(): Notice['to'] {
  groups += 1;
  return { kind: 'unit', of: `u${groups}` };
}

async function kept(to: Notice['to'], rows: Partial<Notice>[]): Promise<string[]> {
  const keys = rows.map((_, i) => `${targetName(to)}/${rows.length - i}`);
  for (const [i, row] of rows.entries())
    await stores.outbox.insert(aNotice(keys[i] ?? '', { to, ...row }), { now: NOW, dueAt: NOW });
  return keys;
}

/** Sends all that is due at an instant; the keys in order. */
async function sentAt(to: Notice['to'], now = NOW): Promise<string[]> {
  const keys: string[] = [];
  for (let row = await stores.outbox.nextOf(targetName(to), now); row; ) {
    keys.push(row._id);
    await stores.outbox.markSending([row]);
    await stores.outbox.arrived([row._id], { answer: 'ok', sentAt: now });
    row = await stores.outbox.nextOf(targetName(to), now);
  }
  return keys;
}

/** Tries a row, which the platform does not take, and lets it wait. */
async function tried(key: string, at: Date): Promise<void> {
  const row = await stores.outbox.model.findById(key).lean();
  const by = row && (await stores.outbox.markSending([row]));
  if (!by) throw new Error(`${key} could not be tried`);
  await stores.outbox.putOff([key], { at, by, answer: 'the platform did not take it' });
}

describe('what waits for one target at the same time', () => {
  it('leaves answers first, then assignments, news, reminders, and last files and reports', async () => {
    const to = aGroup();
    const [file, report, reminder, news, assignment, answer] = await kept(to, [
      { class: 'workHours', about: { kind: 'file', file: FILE as never } },
      { class: 'workHours', about: { kind: 'report', report: 'r' } },
      { class: 'digest', about: { kind: 'visitsDue', month: '2026-11' } },
      { class: 'workHours' },
      { class: 'waking' },
      { class: 'now' },
    ]);
    expect(await sentAt(to)).toEqual([answer, assignment, news, reminder, file, report]);
  });

  it('leaves in order of creation within a rank, also while the clock stands', async () => {
    const to = aGroup();
    const keys = await kept(to, [{}, {}, {}, {}]);
    expect(await sentAt(to)).toEqual(keys);
  });

  it('keeps the texts of one case in order, so that the earlier is lifted by what comes after it', async () => {
    const to = aGroup();
    const [other, first, second] = await kept(to, [
      { number: 'BQ-2026-000002' },
      { number: 'BQ-2026-000001' },
      { number: 'BQ-2026-000001', class: 'waking' },
    ]);
    expect(await sentAt(to)).toEqual([first, second, other]);
  });

  it('leaves the later text of a case too to who holds the long connection, once the earlier is left to it', async () => {
    const to = aGroup();
    const [first, second, other] = await kept(to, [
      { number: 'BQ-2026-000001' },
      { number: 'BQ-2026-000001' },
      { number: 'BQ-2026-000002' },
    ]);
    await stores.outbox.leaveForConnection(first ?? '');
    const next = await stores.outbox.nextOf(targetName(to), NOW, WITHOUT_CONNECTION);
    expect(next?._id).toBe(other);
    await stores.outbox.finish([other ?? ''], { status: 'void', answer: null });
    expect(await stores.outbox.nextOf(targetName(to), NOW, WITHOUT_CONNECTION)).toBeNull();
    expect(await sentAt(to)).toEqual([first, second]);
  });

  it('takes up what a dead sender has left before the earlier text that waits to be tried again', async () => {
    const to = aGroup();
    const [first = '', second = ''] = await kept(to, [{ number: 'BQ-2026-000001' }, { number: 'BQ-2026-000001' }]);
    const row = await stores.outbox.model.findById(second).lean();
    await stores.outbox.markSending(row ? [row] : []);
    await stores.outbox.model.updateOne({ _id: second }, { $set: { senderUntil: new Date(0) } });
    await tried(first, LATER);
    expect((await stores.outbox.nextOf(targetName(to), NOW))?._id).toBe(second);
  });

  it('lets no text overtake an earlier one of its case that has failed, but others', async () => {
    const to = aGroup();
    const [first, second, other] = await kept(to, [
      { number: 'BQ-2026-000003', class: 'waking' },
      { number: 'BQ-2026-000003', class: 'waking' },
      { number: 'BQ-2026-000004', class: 'waking' },
    ]);
    await tried(first ?? '', LATER);
    expect(await sentAt(to)).toEqual([other]);
    expect(await sentAt(to, LATER)).toEqual([first, second]);
  });

  it('waits no longer than an hour for one that keeps failing', async () => {
    const to = aGroup();
    const [first, second] = await kept(to, [{ number: 'BQ-2026-000005' }, { number: 'BQ-2026-000005' }]);
    await tried(first ?? '', shanghai('2026-11-25 10:30'));
    expect(await sentAt(to, shanghai('2026-11-25 10:01'))).toEqual([second]);
  });

  it('leaves in its order after it was held up together, without what came into hand meanwhile being lost', async () => {
    const to = aGroup();
    const [news, assignment] = await kept(to, [{}, { class: 'waking' }]);
    await stores.outbox.holdUp(targetName(to), { now: NOW, at: LATER });
    expect(await sentAt(to)).toEqual([]);
    expect(await sentAt(to, LATER)).toEqual([assignment, news]);
  });
});
