import { describe, expect, it } from 'vitest';
import { pauseAfter } from '../../../src/wecom/connection/pause-after.ts';
import { until } from '../../support/until.ts';
import { failureOf } from '../failure-of.ts';
import { connect, HELLO, IN_GROUP, said, start, withMessage } from './with-message.ts';

describe('a connection that ends', () => {
  it('by close code 1006 is opened again, and what came by the first is answered no more', async () => {
    const { world, client, heard } = await withMessage();
    world.connection.faults.cut();
    await until('the second subscription', () => world.connection.subscriptions() > 1);
    await client.opened();
    expect(await failureOf(client.respond(heard.origin, HELLO))).toMatchObject({
      errcode: 846605,
      outcome: 'unsent',
      retryable: false,
    });
    await client.push(IN_GROUP, HELLO);
    expect(said(world)).toEqual(['push: 您好']);
  });

  it('half, its pings still acknowledged, is found out by 846609 and opened anew', async () => {
    const { world, client } = await withMessage();
    world.connection.faults.killSubscription();
    expect(await failureOf(client.push(IN_GROUP, HELLO))).toMatchObject({ errcode: 846609, retryable: true });
    await until('the second subscription', () => world.connection.subscriptions() > 1);
    await client.opened();
    await client.push(IN_GROUP, HELLO);
    expect(said(world)).toEqual(['push: 您好']);
  });

  it('without a word is found out by two pings', async () => {
    const { world, client } = await withMessage({ pingMs: 300 });
    world.connection.faults.ignorePings();
    await until('the second subscription', () => world.connection.subscriptions() > 1);
    expect(client.states.map(({ phase, detail }) => `${phase} ${detail}`)).toContainEqual(
      'waiting silent: 2 pings without an acknowledgement',
    );
  });

  it('because a newer one has come does not fight for its place', async () => {
    const { world, client } = await withMessage({ pause: () => 60_000 });
    const newer = await connect(world.url);
    await newer.opened();
    await until('the older to give way', () => client.state().phase === 'waiting');
    expect(client.state().detail).toBe('kicked: kicked');
    expect(world.connection.subscriptions()).toBe(2);
  });

  it('on our own wish is not opened again', async () => {
    const { world, client } = await withMessage();
    client.stop();
    await until('the platform to notice', () => !world.connection.isSubscribed());
    expect(client.state().phase).toBe('off');
    expect(world.connection.subscriptions()).toBe(1);
  });
});

describe('a subscription that is refused', () => {
  it.each([
    [{ secret: 'another' }, 853000, 'WECOM_BOT_SECRET'],
    [{ botId: 'aibOther' }, 93019, 'WECOM_BOT_ID'],
  ])('for %j ends the attempts and names what to set', async (changes, errcode, name) => {
    const world = await start();
    const client = await connect(world.url, { ...changes, pause: pauseAfter });
    await until('the refusal', () => client.state().phase === 'refused');
    expect(client.state().detail).toContain(String(errcode));
    expect(client.state().detail).toContain(name);
    expect(world.connection.subscriptions()).toBe(1);
  });

  it('for coming too often waits', async () => {
    const world = await start({ subscribesPerMinute: 0 });
    const client = await connect(world.url, { pause: ({ errcode }) => (errcode === 45009 ? 60_000 : 0) });
    await until('the refusal', () => client.state().phase === 'waiting');
    expect(client.state().detail).toContain('45009');
    expect(world.connection.subscriptions()).toBe(1);
  });
});
