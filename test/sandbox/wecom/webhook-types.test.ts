import { describe, expect, it } from 'vitest';
import { buildWecomClient, type WebhookMessage } from '../../../src/wecom/client.ts';
import { closedAfterEach } from '../../support/closed-after-each.ts';
import { buildCard, many } from '../../wecom/cards.ts';
import { failureOf } from '../../wecom/failure-of.ts';
import { GROUP, postJson, START, startWorld, type World, type WorldOptions } from './world.ts';

const open = closedAfterEach(startWorld);
const PNG = Buffer.from('89504e470d0a1a0a', 'hex');

async function start(options: WorldOptions = {}) {
  const world = await open(options);
  const client = buildWecomClient({ base: world.origin, timeoutMs: 5_000 });
  return { world, client, send: (message: WebhookMessage) => client.sendWebhook(GROUP.webhookKey, message) };
}

function post(world: World, body: object, at = START) {
  const headers = { 'X-Sandbox-Now': at.toISOString() };
  return postJson(`${world.origin}/cgi-bin/webhook/send?key=${GROUP.webhookKey}`, body, headers);
}

function after(ms: number) {
  return new Date(START.getTime() + ms);
}

describe('point 19: every kind of message for a webhook', () => {
  it('shows pictures, articles and cards that our client sends', async () => {
    const { world, send } = await start();
    await send({ type: 'markdown_v2', content: '# 周报' });
    await send({ type: 'image', bytes: PNG });
    await send({ type: 'news', articles: [{ title: '一图看懂', url: 'https://a.cn' }] });
    await send({ type: 'template_card', card: buildCard('text_notice', { sub_title_text: '请于周五前补齐' }) });
    expect(world.simulator.seen()).toMatchObject([
      { text: '# 周报' },
      { text: '[图片]', file: { bytes: 8 } },
      { text: '一图看懂' },
      { text: '办件进度\n请于周五前补齐', card: { card_type: 'text_notice' } },
    ]);
  });

  it('takes a file by the key that uploaded it, for three days', async () => {
    const { world, client, send } = await start();
    const file = { filename: '清单.pdf', bytes: Buffer.from('content') };
    const mediaId = await client.webhook.uploadMedia(GROUP.webhookKey, 'file', file);
    await send({ type: 'file', mediaId });
    expect(world.simulator.seen()).toMatchObject([{ text: '[文件] 清单.pdf', file: { name: '清单.pdf', bytes: 7 } }]);
    world.simulator.registerGroup({ chatid: 'wrOther', webhookKey: 'key-2', name: '另一群' });
    expect(await failureOf(client.sendWebhook('key-2', { type: 'file', mediaId }))).toMatchObject({ errcode: 40007 });
    expect(await failureOf(send({ type: 'voice', mediaId }))).toMatchObject({ errcode: 40007 });
    const body = { msgtype: 'file', file: { media_id: mediaId } };
    expect(await post(world, body, after(72 * 3_600_000))).toMatchObject({ errcode: 0 });
    expect(await post(world, body, after(72 * 3_600_000 + 1))).toMatchObject({ errcode: 40007 });
  });

  it('takes a recording that is one', async () => {
    const { client } = await start();
    const upload = (bytes: Buffer) =>
      client.webhook.uploadMedia(GROUP.webhookKey, 'voice', { filename: 'a.amr', bytes });
    expect(await upload(Buffer.from('#!AMR\nvoice'))).not.toBe('');
    expect(await failureOf(upload(Buffer.from('no voice')))).toMatchObject({ errcode: 40004 });
  });

  const md5 = 'd41d8cd98f00b204e9800998ecf8427e';
  const big = Buffer.alloc(2 * 1024 * 1024 + 1).toString('base64');
  const refused: [string, object, number][] = [
    ['a picture of another md5', { msgtype: 'image', image: { base64: PNG.toString('base64'), md5 } }, 301019],
    ['a picture that is too large', { msgtype: 'image', image: { base64: big, md5 } }, 40009],
    ['a picture with a prefix', { msgtype: 'image', image: { base64: 'data:image/png;base64,AA==', md5 } }, 40058],
    ['no picture', { msgtype: 'image', image: {} }, 40063],
    ['nine articles', { msgtype: 'news', news: { articles: many(9, { title: '一', url: 'https://a.cn' }) } }, 45008],
    ['no article', { msgtype: 'news', news: {} }, 40063],
    ['an article without title', { msgtype: 'news', news: { articles: [{ url: 'https://a.cn' }] } }, 41016],
    ['an address without scheme', { msgtype: 'news', news: { articles: [{ title: '一', url: 'a.cn' }] } }, 45034],
    ['a card with buttons', { msgtype: 'template_card', template_card: buildCard('button_interaction') }, 42031],
    ['a card that leads nowhere', { msgtype: 'template_card', template_card: { card_type: 'text_notice' } }, 40063],
  ];

  it.each(refused)('refuses %s', async (_what, body, errcode) => {
    const { world } = await start();
    expect(await post(world, body)).toMatchObject({ status: 200, errcode });
    expect(world.simulator.seen()).toEqual([]);
  });

  it.each([
    ['another type', 'image', 'content', 40004],
    ['nothing', 'file', '', 44001],
    ['5 bytes', 'file', '12345', 40006],
  ])('refuses an upload of %s', async (_what, type, content, errcode) => {
    const { world } = await start();
    const url = `${world.origin}/cgi-bin/webhook/upload_media?key=${GROUP.webhookKey}&type=${type}`;
    const form = new FormData();
    form.append('media', new Blob([content]), 'a.pdf');
    const answer = await fetch(url, { method: 'POST', body: form });
    expect(await answer.json()).toMatchObject({ errcode });
  });
});

describe('the switches of a webhook', () => {
  const text = { msgtype: 'text', text: { content: '好' } };

  it('counts within any minute where the window slides', async () => {
    const { world } = await start({ switches: { webhookWindow: 'sliding' } });
    for (let turn = 0; turn < 20; turn += 1) await post(world, text, after(40_000));
    expect(await post(world, text, after(99_999))).toMatchObject({ errcode: 45009 });
    expect(await post(world, text, after(159_999))).toMatchObject({ errcode: 0 });
  });

  it('counts what it refuses where it is told to', async () => {
    const { world } = await start({ switches: { webhookCountsRefused: true } });
    for (let turn = 0; turn < 20; turn += 1) await post(world, { msgtype: 'hologram' });
    expect(await post(world, text)).toMatchObject({ errcode: 45009 });
  });

  it('has another code for words that are too long, and wants a picture on a card', async () => {
    const { world } = await start({ switches: { longTextCode: 93000, cardImageRequired: true } });
    const long = { msgtype: 'text', text: { content: 'x'.repeat(2_049) } };
    expect(await post(world, long)).toMatchObject({ errcode: 93000 });
    const image_text_area = { image_url: 'https://a.cn/1.png' };
    const card = buildCard('news_notice', { card_image: undefined, image_text_area });
    expect(await post(world, { msgtype: 'template_card', template_card: card })).toMatchObject({ errcode: 42044 });
  });
});

describe('the switches of a bot', () => {
  const ALONE = { as: 'wangqiang', chat: { kind: 'single' } } as const;

  it('stand another space behind the mention', async () => {
    const world = await open({ switches: { mentionSpace: '\u2005' } });
    await world.simulator.post({ as: 'wangqiang', chat: { kind: 'group', chatid: GROUP.chatid }, text: '缺水' });
    expect(world.heard[0]?.body.text).toEqual({ content: '@帮企通\u2005缺水' });
  });

  it('hide who speaks behind an id that is always the same', async () => {
    const world = await open({ switches: { encryptedUserids: true } });
    await world.simulator.post({ ...ALONE, text: '一' });
    await world.simulator.post({ ...ALONE, text: '二' });
    const [first, second] = world.heard.map(({ body }) => body.from as { userid: string });
    expect(first?.userid).toMatch(/^wo/);
    expect(second).toEqual(first);
  });

  it('answer a used response_url with another code, and take a stream there', async () => {
    const world = await open({ switches: { responseUrlCode: 40101, responseUrlTakesStream: true } });
    await world.simulator.post({ ...ALONE, text: '一' });
    const url = String(world.heard[0]?.body.response_url);
    const stream = { msgtype: 'stream', stream: { id: 'S1', finish: true, content: '好' } };
    expect(await postJson(url, stream)).toMatchObject({ errcode: 0 });
    expect(world.simulator.seen({ via: 'response' })).toMatchObject([{ text: '好' }]);
    expect(await postJson(url, stream)).toMatchObject({ errcode: 40101 });
  });
});

describe('what else a bot does', () => {
  const ALONE = { as: 'wangqiang', chat: { kind: 'single' } } as const;

  it('point 6: hears of the first entry of a day alone', async () => {
    const world = await open();
    const enter = () => world.simulator.event({ ...ALONE, eventtype: 'enter_chat' });
    await enter();
    expect(await enter()).toMatchObject({ status: 0, problem: null });
    world.clock.now = new Date('2026-11-28T00:00:00+08:00');
    await enter();
    expect(world.heard).toHaveLength(2);
  });

  it('point 9: answers with a card in a 1:1 chat, not in a group', async () => {
    const world = await open();
    const card = { msgtype: 'template_card', template_card: buildCard('button_interaction') };
    await world.simulator.post({ ...ALONE, text: '一' });
    expect(await postJson(String(world.heard[0]?.body.response_url), card)).toMatchObject({ errcode: 0 });
    expect(world.simulator.seen({ via: 'response' })[0]?.card).toEqual(card.template_card);
    await world.simulator.post({ as: 'wangqiang', chat: { kind: 'group', chatid: GROUP.chatid }, text: '二' });
    expect(await postJson(String(world.heard[1]?.body.response_url), card)).toMatchObject({ errcode: 40008 });
  });
});
