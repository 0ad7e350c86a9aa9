import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Inbound } from '../../src/domain/inbound.ts';
import { conversationOf } from '../../src/store/inbox-row.ts';
import { buildInboxStore, type InboxStore } from '../../src/store/inbox-store.ts';
import { type TestDatabase, withDatabase } from '../support/database.ts';

const NOW = new Date('2026-11-24T09:00:00+08:00');
const LATER = new Date('2026-11-24T09:00:02+08:00');

let database: TestDatabase;
let inbox: InboxStore;

beforeAll(async () => {
  database = await withDatabase();
  inbox = buildInboxStore(database.connection);
});
beforeEach(() => inbox.model.deleteMany({}));
afterAll(() => database.close());

function aMessage(id: string): Inbound {
  return {
    id,
    channel: 'bot',
    kind: 'message',
    chatType: 'single',
    botChatid: null,
    person: 'CORP/lihua',
    text: '收到',
    quote: null,
    responseUrl: null,
    media: [],
    press: null,
    desk: null,
  };
}

async function kept(id: string) {
  await inbox.insert(aMessage(id), {}, NOW);
  const row = await inbox.get(id);
  if (!row) throw new Error(`${id} was not kept`);
  return row;
}

describe('inbox.retryAt', () => {
  it('leaves a message alone whose last write was done though its answer was lost', async () => {
    const row = await kept('bot/1');
    await inbox.finish(row._id, 'done');
    await inbox.retryAt(row, LATER, 'the connection closed');
    const after = await inbox.get(row._id);
    expect(after).toMatchObject({ status: 'done', attempts: 0, error: null });
    expect(after).not.toHaveProperty('nextDueAt');
  });

  it("makes its conversation's later messages wait with it", async () => {
    const row = await kept('bot/1');
    await kept('bot/2');
    await inbox.retryAt(row, LATER, 'the connection closed');
    expect((await inbox.get('bot/2'))?.nextDueAt).toEqual(LATER);
  });
});

describe('inbox.waitUntil', () => {
  it('reaches a message that came after an earlier one had failed', async () => {
    await inbox.retryAt(await kept('bot/1'), LATER, 'the connection closed');
    await kept('bot/2');
    await inbox.waitUntil(conversationOf(aMessage('bot/2')), LATER);
    expect((await inbox.get('bot/2'))?.nextDueAt).toEqual(LATER);
  });
});

describe('inbox.finish', () => {
  it('lets the first word on a message stand', async () => {
    const row = await kept('bot/1');
    await inbox.finish(row._id, 'done');
    await inbox.finish(row._id, 'failed', 'tried too often');
    expect(await inbox.get(row._id)).toMatchObject({ status: 'done', error: null });
  });
});
