import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GROUP, postJson, START, startWorld, type World } from './world.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.close());

const ANSWER = markdown('已受理 BQ-2026-000123');

function markdown(content: unknown) {
  return { msgtype: 'markdown', markdown: { content } };
}

async function openUrl(kind: 'group' | 'single' = 'group'): Promise<string> {
  const chat = kind === 'group' ? { kind, chatid: GROUP.chatid } : { kind };
  await world.simulator.post({ as: 'wangqiang', chat, text: '缺水' });
  return String(world.heard.at(-1)?.body.response_url);
}

function after(ms: number) {
  return new Date(START.getTime() + ms);
}

describe('point 9: the response_url', () => {
  it('lies on the origin of the platform', async () => {
    expect(new URL(await openUrl()).origin).toBe(world.origin);
  });

  it('shows the answer in the group, quoting what it answers', async () => {
    expect(await postJson(await openUrl(), ANSWER)).toEqual({ status: 200, errcode: 0, errmsg: 'ok' });
    expect(world.simulator.seen({ chat: GROUP.chatid, from: 'bot' })).toEqual([
      {
        at: START,
        chat: { kind: 'group', id: GROUP.chatid, name: GROUP.name },
        from: 'bot',
        text: ANSWER.markdown.content,
        via: 'response',
        quote: '@帮企通 缺水',
      },
    ]);
  });

  it('shows the answer in the 1:1 chat of the person', async () => {
    await postJson(await openUrl('single'), ANSWER);
    expect(world.simulator.seen({ via: 'response' })).toMatchObject([{ chat: { kind: 'single', id: 'wangqiang' } }]);
  });

  it('works once', async () => {
    const url = await openUrl();
    await postJson(url, ANSWER);
    expect(await postJson(url, ANSWER)).toMatchObject({ status: 200, errcode: 40058 });
    expect(world.simulator.seen({ via: 'response' })).toHaveLength(1);
  });

  it('is not used up by a refused answer', async () => {
    const url = await openUrl();
    await postJson(url, '{');
    expect(await postJson(url, ANSWER)).toMatchObject({ errcode: 0 });
  });

  it('refuses a code that was never given out', async () => {
    const url = `${world.origin}/cgi-bin/aibot/response?response_code=guess`;
    expect(await postJson(url, ANSWER)).toMatchObject({ status: 200, errcode: 40058 });
  });

  it.each(['text', 'stream', 'template_card', 'update_template_card'])('refuses %s with 40008', async (msgtype) => {
    expect(await postJson(await openUrl(), { msgtype })).toMatchObject({ status: 200, errcode: 40008 });
  });

  it('counts its limit in bytes', async () => {
    const url = await openUrl();
    expect(await postJson(url, markdown('问'.repeat(6_827)))).toMatchObject({ errcode: 45002 });
    expect(await postJson(url, markdown('问'.repeat(6_826)))).toMatchObject({ errcode: 0 });
  });

  it('refuses an empty answer', async () => {
    expect(await postJson(await openUrl(), markdown(''))).toMatchObject({ errcode: 40063 });
  });
});

describe('point 27: the hour of the response_url is business time', () => {
  it('still works after an hour of the clock', async () => {
    const url = await openUrl();
    world.clock.now = after(3_600_000);
    expect(await postJson(url, ANSWER)).toMatchObject({ errcode: 0 });
  });

  it('is over after that', async () => {
    const url = await openUrl();
    world.clock.now = after(3_600_001);
    expect(await postJson(url, ANSWER)).toMatchObject({ status: 200, errcode: 40058 });
  });

  it('is told by the X-Sandbox-Now of the call where there is one', async () => {
    const url = await openUrl();
    const late = await postJson(url, ANSWER, { 'X-Sandbox-Now': after(3_600_001).toISOString() });
    expect(late.errcode).toBe(40058);
    await postJson(url, ANSWER, { 'X-Sandbox-Now': '2026-11-27T09:30:00+08:00' });
    expect(world.simulator.seen({ via: 'response' })[0]?.at).toEqual(new Date('2026-11-27T09:30:00+08:00'));
  });
});
