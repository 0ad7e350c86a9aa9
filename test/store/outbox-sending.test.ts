import { describe, expect, it } from 'vitest';
import type { Stores } from '../../src/app/context.ts';
import { targetName } from '../../src/domain/notice.ts';
import type { OutboxRow } from '../../src/store/outbox-store.ts';
import { aNotice } from '../support/outbox-factory.ts';
import { shanghai } from '../support/world-factory.ts';
import { useStores } from '../support/use-stores.ts';

const NOW = shanghai('2026-11-25 09:00');
const OK = { answer: 'ok', sentAt: NOW };

let stores: Stores;
useStores((opened) => void (stores = opened.stores));

async function read(key: string): Promise<OutboxRow> {
  return stores.outbox.model.findById(key).lean<OutboxRow>().orFail().exec();
}

async function aRow(key: string): Promise<OutboxRow> {
  await stores.outbox.insert(aNotice(key, { to: { kind: 'unit', of: key } }), { now: NOW, dueAt: NOW });
  return read(key);
}

/** A sender that is stalled from here on, so long that nobody believes it alive. */
async function aStalledSender(key: string): Promise<string> {
  const by = await stores.outbox.markSending([await aRow(key)]);
  await stores.outbox.model.updateOne({ _id: key }, { $set: { senderUntil: new Date(0) } });
  return by ?? '';
}

describe('a worker that was stalled beyond its turn', () => {
  it('sends nothing that another has sent meanwhile', async () => {
    const asRead = await aRow('a');
    await stores.outbox.markSending([asRead]);
    await stores.outbox.arrived(['a'], OK);
    expect(await stores.outbox.markSending([asRead])).toBeNull();
    expect(await read('a')).toMatchObject({ status: 'sent', attempts: 1 });
  });

  it('sends nothing that another has tried meanwhile and put off', async () => {
    const asRead = await aRow('b');
    const by = await stores.outbox.markSending([asRead]);
    await stores.outbox.putOff(['b'], { at: NOW, by: by ?? '' });
    expect(await stores.outbox.markSending([asRead])).toBeNull();
    expect(await read('b')).toMatchObject({ status: 'pending', attempts: 1 });
  });

  it('sends no message of which another has sent a part', async () => {
    const rows = [await aRow('c1'), await aRow('c2')];
    await stores.outbox.markSending(rows.slice(1));
    expect(await stores.outbox.markSending(rows)).toBeNull();
    expect(await read('c1')).toMatchObject({ status: 'pending', attempts: 0, nextDueAt: NOW });
    expect(await read('c2')).toMatchObject({ status: 'sending', attempts: 1 });
  });

  it('does not make wait again what another has sent', async () => {
    const by = await aStalledSender('d');
    await stores.outbox.putOff(['d'], { at: NOW, maybeSent: true, by });
    await stores.outbox.markSending([await read('d')]);
    await stores.outbox.putOff(['d'], { at: NOW, by });
    expect(await read('d')).toMatchObject({ status: 'sending', attempts: 2 });
    await stores.outbox.arrived(['d'], OK);
    await stores.outbox.putOff(['d'], { at: NOW, by });
    await stores.outbox.holdUp('unit.d', { now: NOW, at: NOW });
    await stores.outbox.finish(['d'], { status: 'dead', answer: 'too late', by });
    expect(await read('d')).toMatchObject({ status: 'sent', maybeSent: true });
    expect((await read('d')).nextDueAt).toBeUndefined();
  });

  it('is believed where it says that a message has arrived, so that it is not sent again', async () => {
    const by = await aStalledSender('e');
    await stores.outbox.putOff(['e'], { at: NOW, maybeSent: true, by });
    await stores.outbox.arrived(['e'], OK);
    expect(await stores.outbox.nextOf('unit.e', NOW)).toBeNull();
    expect(await read('e')).toMatchObject({ status: 'sent', maybeSent: true });
  });
});

describe('a request in flight', () => {
  it('is left alone while its sender may be alive, though the turn has ended', async () => {
    await stores.outbox.markSending([await aRow('f')]);
    expect(await stores.outbox.nextOf('unit.f', NOW)).toBeNull();
  });

  it('is found again once its sender cannot be alive any more', async () => {
    await aStalledSender('g');
    expect(await stores.outbox.nextOf(targetName({ kind: 'unit', of: 'g' }), NOW)).toMatchObject({ status: 'sending' });
  });
});
