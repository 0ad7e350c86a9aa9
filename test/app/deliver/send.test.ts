import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { type Context, type Stores } from '../../../src/app/context.ts';
import { takeSlot } from '../../../src/app/deliver/pace.ts';
import { send } from '../../../src/app/deliver/send.ts';
import { buildMetrics } from '../../../src/app/metrics.ts';
import { WecomError } from '../../../src/wecom/errors.ts';
import type { OutboxRow } from '../../../src/store/outbox-store.ts';
import { aNotice } from '../../support/outbox-factory.ts';
import { aWorld, shanghai } from '../../support/world-factory.ts';
import { useStores } from '../../support/use-stores.ts';

const NOW = shanghai('2026-11-25 09:00');
const BUSY = { errcode: -1, outcome: 'refused', retryable: true, retryAfterMs: null } as const;
const LATER = shanghai('2026-11-25 09:01');

let stores: Stores;
useStores((opened) => void (stores = opened.stores));

async function read(key: string): Promise<OutboxRow> {
  return stores.outbox.model.findById(key).lean<OutboxRow>().orFail().exec();
}

function aWay(key: string) {
  const [chat] = aWorld().roster.chats.values();
  if (!chat) throw new Error('the world has no chat');
  return { kind: 'webhook', key, chat } as const;
}

/** Sends a new notice; the platform answers as told, `seconds` after the clock stood at `NOW`. */
async function sent(key: string, v: { seconds?: number; answer?: () => Promise<void> }): Promise<void> {
  await stores.outbox.insert(aNotice(key), { now: NOW, dueAt: NOW });
  const { seconds = 0, answer = async () => {} } = v;
  const context = {
    stores,
    clock: { now: async () => new Date(NOW.getTime() + seconds * 1000) },
    wecom: { sendWebhook: answer },
    metrics: buildMetrics(),
    log: pino({ level: 'silent' }),
    bell: { ring() {} },
  } as unknown as Context;
  await send({ rows: [await read(key)], text: key, card: null, way: aWay(key) }, NOW, context);
}

/** Another worker, which takes the sender for dead, sends its row. */
async function sentByAnother(key: string): Promise<void> {
  const { sender } = await read(key);
  await stores.outbox.putOff([key], { at: NOW, maybeSent: true, by: sender });
  await stores.outbox.markSending([await read(key)]);
  await stores.outbox.arrived([key], { answer: 'ok', sentAt: NOW });
}

describe('sending', () => {
  it('counts a message from when it was answered, so that a slow one does not let the next minute begin early', async () => {
    await sent('slow', { seconds: 4 });
    for (let i = 1; i < 20; i += 1) await takeSlot(aWay('slow'), NOW, stores.leases);
    for (let i = 1; i < 20; i += 1) expect(await takeSlot(aWay('slow'), LATER, stores.leases)).toBeNull();
    expect(await takeSlot(aWay('slow'), LATER, stores.leases)).toEqual(new Date(LATER.getTime() + 4_000));
  });

  it('does not make a notice wait again when its failure is known only after another has sent it', async () => {
    const answer = async () => {
      await sentByAnother('late');
      throw new WecomError({ ...BUSY, endpoint: '/cgi-bin/webhook/send' }, 'busy');
    };
    await sent('late', { answer });
    expect(await read('late')).toMatchObject({ status: 'sent', maybeSent: true, attempts: 2 });
  });
});

const TAKEN = { errcode: 42014, endpoint: 'send', outcome: 'refused', retryable: false, retryAfterMs: null } as const;
const CARD = { card_type: 'button_interaction', task_id: 'bq_1' } as const;

/** Sends a notice to a person as a card; the platform says that it has had a card of this name. Gives what left, and the row afterwards. */
async function cardRefused(key: string, v: { maybeSent: boolean; times?: number }) {
  const notice = { ...aNotice(key), to: { kind: 'person', of: 'CORP/lihua' } } as const;
  await stores.outbox.insert(notice, { now: NOW, dueAt: NOW });
  if (v.maybeSent) await stores.outbox.putOff([key], { at: NOW, maybeSent: true });
  const left: string[] = [];
  const sendMessage = async ({ message }: { message: { type: string } }) => {
    left.push(message.type);
    if (message.type === 'template_card') throw new WecomError(TAKEN, 'the name of the card is taken');
    return { msgid: null, responseCode: null };
  };
  const context = {
    stores,
    clock: { now: async () => NOW },
    wecom: { app: { sendMessage } },
    metrics: buildMetrics(),
    log: pino({ level: 'silent' }),
    bell: { ring() {} },
  } as unknown as Context;
  for (let n = 0; n < (v.times ?? 1); n += 1)
    await send({ rows: [await read(key)], text: key, card: CARD, way: { kind: 'app', userid: 'lihua' } }, NOW, context);
  return { left, row: await read(key) };
}

describe('a card whose name the platform knows already', () => {
  it('has arrived, where an attempt before may have brought it', async () => {
    const { left, row } = await cardRefused('card/again', { maybeSent: true });
    expect(left).toEqual(['template_card']);
    expect(row).toMatchObject({ status: 'sent' });
  });

  it('reached nobody, where none did: its words go instead', async () => {
    const { left, row } = await cardRefused('card/first', { maybeSent: false, times: 2 });
    expect(left).toEqual(['template_card', 'text']);
    expect(row).toMatchObject({ status: 'sent', spent: true });
  });
});
