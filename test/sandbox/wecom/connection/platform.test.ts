import { describe, expect, it } from 'vitest';
import { LINE_GROUP } from '../../../support/connection-world.ts';
import { until } from '../../../support/until.ts';
import { asked, connect, HELLO, HOUR_MS, IN_GROUP, start, subscribed } from './raw.ts';

const push = (content = '您好') => ({
  chatid: LINE_GROUP.chatid,
  chat_type: 2,
  msgtype: 'markdown',
  markdown: { content },
});

describe('the simulated long connection', () => {
  it('acknowledges with the same req_id and without a cmd', async () => {
    const { ask, frames } = await subscribed();
    expect(await ask('ping', {}, 'ping_1_abc')).toEqual({
      headers: { req_id: 'ping_1_abc' },
      errcode: 0,
      errmsg: 'ok',
    });
    expect(frames.every((frame) => !('cmd' in frame))).toBe(true);
  });

  it('takes nothing before a subscription', async () => {
    const world = await start();
    const { ask } = await connect(world.url);
    expect((await ask('aibot_send_msg', push())).errcode).toBe(846609);
  });

  it('throttles subscriptions', async () => {
    const world = await start({ subscribesPerMinute: 2 });
    const raw = await connect(world.url);
    const codes = [await raw.subscribe(), await raw.subscribe('wrong'), await raw.subscribe()].map(
      (ack) => ack.errcode,
    );
    expect(codes).toEqual([0, 853000, 45009]);
  });

  it('tells the older connection of the newer one and closes it', async () => {
    const older = await subscribed();
    const newer = await connect(older.world.url);
    await newer.subscribe();
    await until('the older to be closed', older.closed);
    expect(older.frames.at(-1)).toMatchObject({
      cmd: 'aibot_event_callback',
      body: { msgtype: 'event', event: { eventtype: 'disconnected_event' } },
    });
  });

  it('closes a connection that says nothing', async () => {
    const world = await start({ silenceMs: 30 });
    const { closed } = await connect(world.url);
    await until('the end', closed);
  });

  it('loses what is said while nobody is connected', async () => {
    const world = await start();
    expect((await world.simulator.post({ as: 'wangqiang', chat: IN_GROUP, text: '您好' })).status).toBe(0);
    const { frames, subscribe } = await connect(world.url);
    await subscribe();
    expect(frames).toHaveLength(1);
  });

  it('takes an answer for 24 hours, on the connection that brought the message', async () => {
    const { world, ask, reqId } = await asked();
    world.clock.now = new Date(world.clock.now.getTime() + 24 * HOUR_MS);
    expect((await ask('aibot_respond_msg', HELLO, reqId)).errcode).toBe(0);
    world.clock.now = new Date(world.clock.now.getTime() + 1);
    expect((await ask('aibot_respond_msg', HELLO, reqId)).errcode).toBe(846605);
    const newer = await connect(world.url);
    await newer.subscribe();
    expect((await newer.ask('aibot_respond_msg', HELLO, reqId)).errcode).toBe(846605);
  });

  it('takes no greeting and no card as the answer to a message, and neither text nor a card in a stream', async () => {
    const { ask, reqId } = await asked();
    expect((await ask('aibot_respond_welcome_msg', HELLO, reqId)).errcode).toBe(846605);
    expect((await ask('aibot_respond_update_msg', HELLO, reqId)).errcode).toBe(846605);
    for (const msgtype of ['text', 'stream_with_template_card']) {
      expect((await ask('aibot_respond_msg', { msgtype, text: { content: '您好' } }, reqId)).errcode).toBe(40008);
    }
  });

  it('greets within 5 s alone', async () => {
    const { world, ask, frames } = await subscribed();
    await world.simulator.event({ as: 'sunli', chat: { kind: 'single' }, eventtype: 'enter_chat' });
    const frame = await until('the event', () => frames.find(({ cmd }) => cmd === 'aibot_event_callback') ?? null);
    const { req_id: reqId } = frame.headers as { req_id: string };
    world.clock.now = new Date(world.clock.now.getTime() + 5_001);
    expect(
      (await ask('aibot_respond_welcome_msg', { msgtype: 'text', text: { content: '您好' } }, reqId)).errcode,
    ).toBe(846605);
  });

  it('takes 30 messages a minute for each conversation, answers and pushes together', async () => {
    const { world, ask, reqId } = await asked();
    for (let count = 0; count < 15; count += 1) {
      expect((await ask('aibot_send_msg', push())).errcode).toBe(0);
      expect((await ask('aibot_respond_msg', HELLO, reqId)).errcode).toBe(0);
    }
    expect((await ask('aibot_send_msg', push())).errcode).toBe(45009);
    await world.simulator.post({ as: 'sunli', chat: { kind: 'single' }, text: '您好' });
    expect((await ask('aibot_send_msg', { ...HELLO, chatid: 'sunli', chat_type: 1 })).errcode).toBe(0);
    world.clock.now = new Date(world.clock.now.getTime() + 60_000);
    expect((await ask('aibot_send_msg', push())).errcode).toBe(0);
  });

  it.each([
    [false, 0],
    [true, 45009],
  ])('counts the frames of a stream as set (%s)', async (countStreamFrames, errcode) => {
    const { ask, reqId } = await asked({ countStreamFrames });
    const frame = { msgtype: 'stream', stream: { id: 'S1', finish: false, content: '正在查' } };
    for (let count = 0; count < 30; count += 1) await ask('aibot_respond_msg', frame, reqId);
    expect((await ask('aibot_respond_msg', frame, reqId)).errcode).toBe(errcode);
  });

  it('knows a chat by the very letters of its id', async () => {
    const { ask } = await asked();
    for (const chatid of [LINE_GROUP.chatid.toLowerCase(), `group:${LINE_GROUP.chatid}`]) {
      expect((await ask('aibot_send_msg', { ...push(), chatid })).errcode).toBe(93006);
    }
  });
});
