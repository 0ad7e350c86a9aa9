import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildTokenStore } from '../../src/store/token-store.ts';
import { appClientOf, APP } from '../wecom/app-platform.ts';
import { openPlatform, says } from '../wecom/platform.ts';
import { type TestDatabase, withDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await withDatabase();
}, 60_000);
afterAll(() => database.close());

const TOKEN = {
  value: 'T1',
  refreshAt: new Date('2026-11-27T10:48:00+08:00'),
  expiresAt: new Date('2026-11-27T11:00:00+08:00'),
};

function storeOf(agentId: number) {
  return buildTokenStore(database.connection, { corpId: 'wwSIMCORP', agentId });
}

describe('the token store', () => {
  it('keeps nothing at first, then what was written in turn', async () => {
    const store = storeOf(1);
    expect(await store.read()).toBeNull();
    await store.write(TOKEN, (await store.take()) ?? '');
    expect(await store.read()).toEqual(TOKEN);
  });

  it('gives the turn to one at a time, and on when it is given back', async () => {
    const store = storeOf(2);
    const turns = await Promise.all([store.take(), store.take(), store.take()]);
    const held = turns.filter((turn) => turn !== null);
    expect(held).toHaveLength(1);
    await store.giveBack(held[0] ?? '');
    expect(await store.take()).not.toBeNull();
  });

  it('takes nothing from whoever has lost the turn', async () => {
    const store = storeOf(3);
    await store.take();
    await store.write(TOKEN, 'another turn');
    expect(await store.read()).toBeNull();
  });

  it('lets two services ask the platform once between them', async () => {
    const platform = await openPlatform(says({ errcode: 0, access_token: 'T1', expires_in: 7200 }));
    const tokens = storeOf(4);
    const clients = [1, 2].map(() => appClientOf(platform.base, { app: { ...APP, tokens } }));
    await Promise.all(clients.map(({ app }) => app.getCallbackIps()));
    const asked = platform.received.filter(({ url }) => url.startsWith('/cgi-bin/gettoken'));
    await platform.close();
    expect(asked).toHaveLength(1);
  });
});
