import { beforeEach, describe, expect, it } from 'vitest';
import { closedAfterEach } from '../../support/closed-after-each.ts';
import { failureOf } from '../../wecom/failure-of.ts';
import { type AppWorld, startAppWorld } from './app-world.ts';

const start = closedAfterEach(startAppWorld);
const CUSTOMER = 'wmCustomer1';
const HOUR = 3_600_000;

let world: AppWorld;
beforeEach(async () => {
  world = await start();
});

function answer(content = '请问是食品经营许可吗？', msgid?: string) {
  const message = { type: 'text', content } as const;
  const { openKfId } = world.app.kf;
  return world.client.kf.sendMessage({ to: CUSTOMER, openKfId, message, ...(msgid && { msgid }) });
}

function tokenOf(at: number) {
  return String(world.heard[at]?.body.token);
}

function sync(v: { cursor?: string; token?: string } = {}) {
  return world.client.kf.syncMessages({ openKfId: world.app.kf.openKfId, ...v });
}

describe('point 26: 微信客服', () => {
  it('tells by an event without words, and gives the words after an empty page', async () => {
    const { msgid } = await world.app.kf.write({ customer: CUSTOMER, text: '我要办许可证' });
    expect(world.heard[0]?.body).toMatchObject({ event: 'kf_msg_or_event', open_kf_id: world.app.kf.openKfId });
    expect(world.heard[0]?.plaintext).not.toContain('许可证');
    const empty = await sync({ token: tokenOf(0) });
    expect(empty).toMatchObject({ messages: [], hasMore: true });
    const page = await sync({ token: tokenOf(0), cursor: empty.cursor ?? '' });
    expect(page.hasMore).toBe(false);
    expect(page.messages).toMatchObject([
      { msgid, external_userid: CUSTOMER, origin: 3, msgtype: 'text', text: { content: '我要办许可证' } },
    ]);
    expect((await sync({ cursor: page.cursor ?? '' })).messages).toEqual([]);
  });

  it('gives the words at once where the switch says so', async () => {
    world = await start({ switches: { kfEmptyPage: false } });
    await world.app.kf.write({ customer: CUSTOMER, text: '你好' });
    expect((await sync()).messages).toHaveLength(1);
  });

  it('takes the token of the event for ten minutes', async () => {
    await world.app.kf.write({ customer: CUSTOMER, text: '你好' });
    world.wait(600_000);
    await sync({ token: tokenOf(0) });
    world.wait(1);
    expect(await failureOf(sync({ token: tokenOf(0) }))).toMatchObject({ errcode: 95007 });
  });

  it('lets five messages through until the customer writes again', async () => {
    await world.app.kf.write({ customer: CUSTOMER, text: '你好' });
    for (let turn = 0; turn < 5; turn += 1) await answer();
    expect(await failureOf(answer())).toMatchObject({ errcode: 95001 });
    await world.app.kf.write({ customer: CUSTOMER, text: '是的' });
    await answer('好');
    expect(world.simulator.seen({ via: 'kf', chat: CUSTOMER })).toHaveLength(6);
  });

  it('closes 48 hours after the last words of the customer', async () => {
    expect(await failureOf(answer())).toMatchObject({ errcode: 84061 });
    await world.app.kf.write({ customer: CUSTOMER, text: '你好' });
    world.wait(48 * HOUR);
    await answer();
    world.wait(1);
    expect(await failureOf(answer())).toMatchObject({ errcode: 95002 });
  });

  it('takes a msgid once', async () => {
    await world.app.kf.write({ customer: CUSTOMER, text: '你好' });
    expect(await answer('好', 'out_1')).toBe('out_1');
    expect(await failureOf(answer('好', 'out_1'))).toMatchObject({ errcode: 40058 });
  });

  it('takes a message and tells later that it failed', async () => {
    await world.app.kf.write({ customer: CUSTOMER, text: '你好' });
    const { cursor } = await sync().then(() => sync());
    world.app.kf.failNext(CUSTOMER, 10);
    await answer('好', 'out_1');
    expect(world.simulator.seen({ via: 'kf' })).toEqual([]);
    await sync({ cursor: cursor ?? '' });
    expect((await sync({ cursor: cursor ?? '' })).messages).toMatchObject([
      { msgtype: 'event', event: { event_type: 'msg_send_fail', fail_msgid: 'out_1', fail_type: 10 } },
    ]);
  });

  it('lets whoever opens the chat be greeted once, within 20 seconds', async () => {
    const greet = (code: string) => world.client.kf.sendOnEvent({ code, message: { type: 'text', content: '您好' } });
    const { welcomeCode } = await world.app.kf.enter(CUSTOMER);
    await greet(welcomeCode);
    expect(world.simulator.seen({ via: 'kf' })).toMatchObject([{ text: '您好', chat: { id: CUSTOMER } }]);
    expect(await failureOf(greet(welcomeCode))).toMatchObject({ errcode: 95007 });
    const late = (await world.app.kf.enter(CUSTOMER)).welcomeCode;
    world.wait(20_001);
    expect(await failureOf(greet(late))).toMatchObject({ errcode: 95007 });
  });
});
