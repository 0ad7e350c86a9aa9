import { WSClient, type WSClientEventMap, type WsFrame } from '@wecom/aibot-node-sdk';
import { describe, expect, it } from 'vitest';
import { closedAfterEach } from '../../../support/closed-after-each.ts';
import { LINE_BOT, LINE_GROUP, startLineWorld } from '../../../support/connection-world.ts';
import { until } from '../../../support/until.ts';

const start = closedAfterEach(startLineWorld);
const IN_GROUP = { kind: 'group', chatid: LINE_GROUP.chatid } as const;

/** The platform's own client, as it comes from the registry, and what it tells of itself. */
async function openSdk(url: string, secret: string = LINE_BOT.secret) {
  const errors: string[] = [];
  const silent = { debug() {}, info() {}, warn() {}, error() {} };
  const client = new WSClient({
    botId: LINE_BOT.botId,
    secret,
    wsUrl: url,
    logger: silent,
    maxReconnectAttempts: 0,
    maxAuthFailureAttempts: 0,
  });
  client.on('error', (error) => errors.push(error.message));
  client.connect();
  return { client, errors, close: async () => client.disconnect() };
}
const connect = closedAfterEach(openSdk);

/** The first thing that an event of the client tells. */
function once<T = unknown>(client: WSClient, name: keyof WSClientEventMap): Promise<T> {
  return new Promise((resolve) => void client.once(name, ((told: T) => resolve(told)) as never));
}

async function subscribed(settings: Parameters<typeof startLineWorld>[0] = {}) {
  const world = await start(settings);
  const { client } = await connect(world.url);
  await once(client, 'authenticated');
  return { world, client };
}

/** What 王强 writes in the group, as the client hears it. */
async function withFrame(settings: Parameters<typeof startLineWorld>[0] = {}) {
  const { world, client } = await subscribed(settings);
  const heard = once<WsFrame>(client, 'message.text');
  await world.simulator.post({ as: 'wangqiang', chat: IN_GROUP, text: '贷款批不下来' });
  return { world, client, frame: await heard };
}

describe('the platform’s own client', () => {
  it('subscribes, hears a message and answers it as a stream', async () => {
    const { world, client, frame } = await withFrame();
    expect(frame.body).toMatchObject({ from: { userid: 'wangqiang' }, text: { content: '@帮企通 贷款批不下来' } });
    await client.replyStream(frame, 'S1', '正在查', false);
    await client.replyStream(frame, 'S1', '查到了', true);
    expect(world.simulator.seen({ via: 'respond' }).map(({ text }) => text)).toEqual(['查到了']);
  });

  it('pushes to a group where somebody has written', async () => {
    const { world, client } = await withFrame();
    await client.sendMessage(LINE_GROUP.chatid, { msgtype: 'markdown', markdown: { content: '今日办结 12 件' } });
    expect(world.simulator.seen({ via: 'push' })).toMatchObject([{ chat: { id: LINE_GROUP.chatid } }]);
  });

  it('is refused a push where nobody has written yet', async () => {
    const { client } = await subscribed();
    const pushing = client.sendMessage('wrUnknown', { msgtype: 'markdown', markdown: { content: '您好' } });
    await expect(pushing).rejects.toMatchObject({ errcode: 93006 });
  });

  it('uploads a file in chunks, at once and from 0, and sends it', async () => {
    const { world, client, frame } = await withFrame();
    const bytes = Buffer.alloc(1_200_000, 'wecom');
    const { media_id: id } = await client.uploadMedia(bytes, { type: 'file', filename: '清单.pdf' });
    expect(world.connection.uploads.bytesOf(id)?.equals(bytes)).toBe(true);
    await client.replyMedia(frame, 'file', id);
    expect(world.simulator.seen({ via: 'respond' })).toMatchObject([{ text: `[file] ${id}` }]);
  });

  it('is told by disconnected_event that a newer connection has come, and then closed', async () => {
    const { world, client } = await subscribed();
    const told = once(client, 'event.disconnected_event');
    const gone = once(client, 'disconnected');
    const newer = await connect(world.url);
    await once(newer.client, 'authenticated');
    await Promise.all([told, gone]);
    expect(client.isConnected).toBe(false);
    expect(newer.client.isConnected).toBe(true);
  });

  it('is refused with a wrong secret', async () => {
    const world = await start();
    const { errors } = await connect(world.url, 'wrong');
    await until('the refusal', () => errors.length > 0);
    expect(errors[0]).toMatch(/signature incorrect.*853000/);
  });

  it('greets whoever enters, and changes a card', async () => {
    const { world, client } = await subscribed();
    const entered = once<WsFrame>(client, 'event.enter_chat');
    await world.simulator.event({ as: 'sunli', chat: { kind: 'single' }, eventtype: 'enter_chat' });
    await client.replyWelcome(await entered, { msgtype: 'text', text: { content: '欢迎' } });
    const pressed = once<WsFrame>(client, 'event.template_card_event');
    await world.simulator.event({ as: 'sunli', chat: { kind: 'single' }, eventtype: 'template_card_event' });
    await client.updateTemplateCard(await pressed, {
      card_type: 'text_notice',
      main_title: { title: '已签收' },
      task_id: 't1',
    });
    expect(world.simulator.seen({ via: 'respond' }).map(({ text }) => text)).toEqual(['欢迎', '已签收']);
  });

  it('finds a stream over after six minutes', async () => {
    const { world, client, frame } = await withFrame();
    await client.replyStream(frame, 'S1', '正在查', false);
    world.clock.now = new Date(world.clock.now.getTime() + 6 * 60_000 + 1);
    await expect(client.replyStream(frame, 'S1', '查到了', true)).rejects.toMatchObject({ errcode: 846608 });
  });
});
