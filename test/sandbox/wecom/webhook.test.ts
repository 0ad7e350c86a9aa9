import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GROUP, postJson, START, startWorld, type World } from './world.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.close());

const TEXT = { msgtype: 'text', text: { content: '今日待办 3 件' } };

function send(body: object | string = TEXT, { key = GROUP.webhookKey, now }: { key?: string; now?: Date } = {}) {
  const headers: Record<string, string> = now ? { 'X-Sandbox-Now': now.toISOString() } : {};
  return postJson(`${world.origin}/cgi-bin/webhook/send?key=${key}`, body, headers);
}

async function sendMany(count: number, key = GROUP.webhookKey): Promise<number[]> {
  const codes: number[] = [];
  for (let turn = 0; turn < count; turn += 1) codes.push((await send(TEXT, { key })).errcode);
  return codes;
}

function after(seconds: number) {
  return new Date(START.getTime() + seconds * 1000);
}

describe('point 18: the limit of a webhook', () => {
  it('takes 20 messages a minute and refuses the next with 45009', async () => {
    expect(await sendMany(21)).toEqual([...Array<number>(20).fill(0), 45009]);
    expect(world.simulator.seen({ chat: GROUP.chatid })).toHaveLength(20);
  });

  it('words the refusal as the platform does', async () => {
    await sendMany(20);
    const { status, errmsg } = await send();
    expect(status).toBe(200);
    expect(errmsg).toMatch(
      /^api freq out of limit, hint: \[\d{25}\], from ip: [\d.:a-f]+, more info at https:\/\/open\.work\.weixin\.qq\.com\/devtool\/query\?e=45009$/,
    );
  });

  it('counts within the minute of the clock', async () => {
    await sendMany(20);
    expect(await send(TEXT, { now: after(50) })).toMatchObject({ errcode: 0 });
  });

  it('stays closed for 60 s after the first message too many, over the end of the minute', async () => {
    await sendMany(21);
    expect(await send(TEXT, { now: after(59) })).toMatchObject({ errcode: 45009 });
    expect(await send(TEXT, { now: after(60) })).toMatchObject({ errcode: 0 });
  });

  it('opens again when the clock is set back before it closed', async () => {
    await sendMany(21);
    expect(await send(TEXT, { now: after(-3_600) })).toMatchObject({ errcode: 0 });
  });

  it('leaves other keys alone', async () => {
    world.simulator.registerGroup({ chatid: 'wrOther', webhookKey: 'key-2', name: '另一群' });
    await sendMany(21);
    expect(await sendMany(1, 'key-2')).toEqual([0]);
  });
});

describe('points 19 and 20: what a webhook takes, and how it refuses', () => {
  it('shows a text with its mentions in the group of the key', async () => {
    await send({
      msgtype: 'text',
      text: { content: '请办', mentioned_list: ['lihua'], mentioned_mobile_list: ['@all'] },
    });
    expect(world.simulator.seen()).toEqual([
      {
        at: START,
        chat: { kind: 'group', id: GROUP.chatid, name: GROUP.name },
        from: 'bot',
        text: '请办',
        via: 'webhook',
        mentions: ['lihua', '@all'],
      },
    ]);
  });

  it('knows the key that came with a post', async () => {
    const chat = { kind: 'group', chatid: 'wrNew', webhookKey: 'key-new' } as const;
    await world.simulator.post({ as: 'lihua', chat, text: '你好' });
    expect(await send(TEXT, { key: 'key-new' })).toMatchObject({ errcode: 0 });
    expect(world.simulator.seen({ chat: 'wrNew', from: 'bot' })).toHaveLength(1);
  });

  it('keeps the key of a group in which somebody writes without naming it', async () => {
    const chat = { kind: 'group', chatid: GROUP.chatid } as const;
    await world.simulator.post({ as: 'lihua', chat, text: '你好' });
    expect(await send()).toMatchObject({ errcode: 0 });
  });

  it.each([
    ['text', 2048],
    ['markdown', 4096],
    ['markdown_v2', 4096],
  ])('counts the limit of %s in bytes: %i', async (msgtype, max) => {
    const fits = '问'.repeat(Math.floor(max / 3));
    expect(await send({ msgtype, [msgtype]: { content: fits } })).toMatchObject({ errcode: 0 });
    expect(await send({ msgtype, [msgtype]: { content: `${fits}问` } })).toMatchObject({ status: 200, errcode: 45002 });
  });

  it.each([
    ['an unknown key', TEXT, 'nobody', 93000],
    ['no JSON', '{', GROUP.webhookKey, 40058],
    ['a list', '[]', GROUP.webhookKey, 40058],
    ['an unknown type', { msgtype: 'hologram' }, GROUP.webhookKey, 40008],
    ['an empty text', { msgtype: 'text', text: { content: '' } }, GROUP.webhookKey, 44004],
    ['empty markdown', { msgtype: 'markdown', markdown: {} }, GROUP.webhookKey, 40063],
    ['a number as text', { msgtype: 'text', text: { content: 5 } }, GROUP.webhookKey, 40058],
    [
      'mentions that are no list',
      { msgtype: 'text', text: { content: 'x', mentioned_list: 'a' } },
      GROUP.webhookKey,
      40058,
    ],
  ])('refuses %s within an HTTP 200', async (_what, body, key, errcode) => {
    expect(await send(body, { key })).toMatchObject({ status: 200, errcode });
    expect(world.simulator.seen()).toEqual([]);
  });
});
