import * as official from '@wecom/crypto';
import { describe, expect, it } from 'vitest';
import { readXml, writeXml } from '../../../src/sandbox/wecom/app/xml.ts';
import { closedAfterEach } from '../../support/closed-after-each.ts';
import { buildCard } from '../../wecom/cards.ts';
import { type AppHeard, type AppWorld, CREDENTIALS, startAppWorld } from './app-world.ts';
import { START, waitUntil } from './world.ts';

const start = closedAfterEach(startAppWorld);
const WORDS = { as: 'zhangsan', text: '进度 <BQ-2026-000123> & "其他"' };

async function sendCard(world: AppWorld, type: Parameters<typeof buildCard>[0] = 'button_interaction') {
  const card = buildCard(type);
  const sent = await world.client.app.sendMessage({ touser: ['zhangsan'], message: { type: 'template_card', card } });
  return sent.msgid ?? '';
}

describe('point 12: the callback of the app', () => {
  it('tells who said what, in business time, to which app', async () => {
    const { app, heard } = await start();
    expect(await app.write(WORDS)).toEqual({ status: 200, attempts: 1, problem: null });
    expect(heard[0]?.body).toEqual({
      to_user_name: 'wwSIMCORP',
      from_user_name: 'zhangsan',
      create_time: START.getTime() / 1000,
      msg_type: 'text',
      content: WORDS.text,
      msg_id: expect.stringMatching(/^73\d{17}$/),
      agent_id: '1000002',
    });
  });

  it('comes three times in all with the same MsgId, sealed and ordered anew', async () => {
    const { app, heard } = await start({ reply: () => ({ status: 500 }) });
    expect(await app.write(WORDS)).toMatchObject({ status: 500, attempts: 3, problem: 'HTTP 500 instead of 200' });
    expect(new Set(heard.map(({ body }) => body.msg_id)).size).toBe(1);
    expect(new Set(heard.map(({ query }) => query)).size).toBe(3);
    expect(new Set(heard.map(({ raw }) => raw)).size).toBe(3);
  });

  it('ends with the first 200', async () => {
    const replies = [{ status: 503 }, undefined];
    const { app, heard } = await start({ reply: () => replies.shift() });
    expect(await app.write(WORDS)).toMatchObject({ status: 200, attempts: 2, problem: null });
    expect(heard).toHaveLength(2);
  });

  it('takes no answer in time for none', async () => {
    const { app } = await start({ deadlineMs: 50, reply: () => new Promise(() => {}) });
    expect(await app.write(WORDS)).toMatchObject({ status: 0, attempts: 3, problem: 'no answer within 50 ms' });
  });

  it('comes again with the msgid of an earlier message', async () => {
    const { app, heard } = await start();
    await app.write({ ...WORDS, msgid: '7300000000000000001' });
    await app.write({ ...WORDS, msgid: '7300000000000000001' });
    expect(heard[0]?.body).toEqual(heard[1]?.body);
  });

  it('comes twice, or after a later one, where the network is told to', async () => {
    const { simulator, app, heard } = await start();
    simulator.faults.nextCallback('duplicate');
    await app.write(WORDS);
    expect(heard).toHaveLength(2);
    simulator.faults.nextCallback('afterNext');
    const first = app.write({ as: 'zhangsan', text: '一' });
    await waitUntil(() => simulator.seen({ via: 'member' }).length === 2);
    await app.write({ as: 'zhangsan', text: '二' });
    await first;
    expect(heard.slice(2).map(({ body }) => body.content)).toEqual(['二', '一']);
  });

  it('tells of files, places and links, and of events', async () => {
    const { app, heard } = await start();
    await app.write({ as: 'zhangsan', media: { type: 'voice', mediaId: 'M1' } });
    await app.write({ as: 'zhangsan', location: { label: '涿州', x: 39.4, y: 115.9 } });
    await app.write({ as: 'zhangsan', link: { title: '通知', description: '全文', url: 'https://a.cn' } });
    await app.event({ as: 'zhangsan', event: 'enter_agent' });
    expect(heard.map(({ body }) => body)).toMatchObject([
      { msg_type: 'voice', media_id: 'M1', format: 'amr' },
      { msg_type: 'location', label: '涿州' },
      { msg_type: 'link', url: 'https://a.cn' },
      { msg_type: 'event', event: 'enter_agent' },
    ]);
  });

  it('is opened, and its answer closed, by the unmodified @wecom/crypto', async () => {
    const { app, simulator, heard } = await start({
      reply: (_heard, world) => officialReply(world, '<xml><MsgType>text</MsgType><Content>收到</Content></xml>'),
    });
    expect(await app.write(WORDS)).toMatchObject({ problem: null });
    const sealed = String(readXml(heard[0]?.raw ?? '')?.encrypt);
    const query = new URLSearchParams(heard[0]?.query);
    const signed = official.getSignature(
      CREDENTIALS.token,
      query.get('timestamp') ?? '',
      query.get('nonce') ?? '',
      sealed,
    );
    expect(signed).toBe(query.get('msg_signature'));
    expect(official.decrypt(CREDENTIALS.aesKey, sealed)).toMatchObject({
      message: heard[0]?.plaintext,
      id: 'wwSIMCORP',
    });
    expect(simulator.seen({ via: 'app' })).toMatchObject([{ text: '收到' }]);
  });

  it('verifies its address by an echo', async () => {
    const { app } = await start();
    expect(await app.verifyUrl()).toEqual({ ok: true, status: 200, problem: null });
  });

  const refused: [string, (world: AppWorld) => string, RegExp][] = [
    ['a word', () => 'success', /neither empty nor XML/],
    [
      'another signature',
      ({ seal }) => seal('<xml></xml>').replace(/(<MsgSignature><!\[CDATA\[)./, '$1g'),
      /signature/,
    ],
    ['a type that is no reply', ({ seal }) => seal('<xml><MsgType>markdown</MsgType></xml>'), /markdown/],
    ['an update of no card', ({ seal }) => seal('<xml><MsgType>update_button</MsgType></xml>'), /update_button/],
  ];

  it.each(refused)('is not answered with %s', async (_what, reply, problem) => {
    const { app, simulator } = await start({ reply: (_heard, world) => reply(world) });
    expect((await app.write(WORDS)).problem).toMatch(problem);
    expect(simulator.problems()).toHaveLength(1);
  });
});

function officialReply({ clock }: AppWorld, xml: string): string {
  const encrypted = official.encrypt(CREDENTIALS.aesKey, xml, 'wwSIMCORP');
  const timestamp = String(Math.floor(clock.now.getTime() / 1000));
  const signed = official.getSignature(CREDENTIALS.token, timestamp, 'n', encrypted);
  return `<xml><Encrypt>${encrypted}</Encrypt><MsgSignature>${signed}</MsgSignature><TimeStamp>${timestamp}</TimeStamp><Nonce>n</Nonce></xml>`;
}

describe('point 13: the XML of the app', () => {
  const elements = [
    ['A', 'x<&]]>y'],
    ['B', 7],
    ['C', [['D', '一']]],
  ] as const;

  it('stands in CDATA, bare, or mixed, its elements in any order', () => {
    const turns = [0.9, 0.5, 0.1, 0.2, 0.8];
    expect(writeXml(elements, 'cdata', () => 0)).toBe(
      '<xml><A><![CDATA[x<&]]]]><![CDATA[>y]]></A><B>7</B><C><D><![CDATA[一]]></D></C></xml>',
    );
    expect(writeXml(elements, 'bare', () => turns.shift() ?? 0)).toBe(
      '<xml><C><D>一</D></C><B>7</B><A>x&lt;&amp;]]&gt;y</A></xml>',
    );
  });

  it('is read back whole', () => {
    for (const style of ['cdata', 'bare', 'mixed'] as const) {
      expect(readXml(writeXml(elements, style))).toEqual({ a: 'x<&]]>y', b: '7', c: { d: '一' } });
    }
  });

  it.each(['', '<xml>', '<xml></a>', '<xml><a></xml></a>', '<a></a>', '<xml></xml><xml></xml>', 'x<xml></xml>'])(
    'is not %j',
    (text) => {
      expect(readXml(text)).toBeNull();
    },
  );
});

describe('pressing a card of the app', () => {
  it('tells the key, the task and a response_code that changes the card', async () => {
    const world = await start();
    await world.app.pressCard({ as: 'zhangsan', msgid: await sendCard(world), key: 'accept' });
    expect(world.heard[0]?.body).toMatchObject({
      msg_type: 'event',
      event: 'template_card_event',
      event_key: 'accept',
      task_id: 'task-1',
      card_type: 'button_interaction',
    });
    const responseCode = String(world.heard[0]?.body.response_code);
    await world.client.app.updateTemplateCard({ userids: ['zhangsan'], responseCode, replaceName: '已收到' });
    expect(world.simulator.seen({ via: 'app' })[0]?.card).toMatchObject({ replace_text: '已收到' });
  });

  it('tells what was chosen', async () => {
    const world = await start();
    const msgid = await sendCard(world, 'multiple_interaction');
    const selections = [{ question: 'speed', options: ['5'] }];
    await world.app.pressCard({ as: 'zhangsan', msgid, key: 'submit', selections });
    const item = { question_key: 'speed', option_ids: { option_id: '5' } };
    expect(world.heard[0]?.body.selected_items).toEqual({ selected_item: item });
  });

  it('tells a press in the menu as such', async () => {
    const world = await start();
    const card = buildCard('text_notice', {
      task_id: 't1',
      action_menu: { action_list: [{ text: '不再提醒', key: 'mute' }] },
    });
    const message = { type: 'template_card', card } as const;
    const { msgid } = await world.client.app.sendMessage({ touser: ['zhangsan'], message });
    await world.app.pressCard({ as: 'zhangsan', msgid: msgid ?? '', key: 'mute' });
    expect(world.heard[0]?.body).toMatchObject({ event: 'template_card_menu_event', event_key: 'mute' });
  });

  const updates: [string, string, object][] = [
    [
      'a button',
      '<MsgType>update_button</MsgType><Button><ReplaceName>已收到</ReplaceName></Button>',
      { replace_text: '已收到' },
    ],
    [
      'the whole card',
      '<MsgType>update_template_card</MsgType><TemplateCard><CardType>button_interaction</CardType><MainTitle><Title>已收到</Title></MainTitle><ButtonList><Text>好</Text><Style>2</Style><Key>ok</Key></ButtonList></TemplateCard>',
      { main_title: { title: '已收到' }, button_list: [{ text: '好', style: 2, key: 'ok' }] },
    ],
  ];

  it.each(updates)('lets the answer change %s for who pressed', async (_what, xml, card) => {
    const reply = (_heard: AppHeard, world: AppWorld) => world.seal(`<xml>${xml}</xml>`);
    const world = await start({ reply });
    const pressed = await world.app.pressCard({ as: 'zhangsan', msgid: await sendCard(world), key: 'accept' });
    expect(pressed).toMatchObject({ problem: null });
    expect(world.simulator.seen({ via: 'app' })[0]?.card).toMatchObject(card);
    expect(world.simulator.seen({ via: 'app' })).toHaveLength(1);
  });

  it('is not possible where there is no such button, answer or card', async () => {
    const world = await start();
    const msgid = await sendCard(world);
    const press = (changes: object) => world.app.pressCard({ as: 'zhangsan', msgid, key: 'accept', ...changes });
    await expect(press({ key: 'guess' })).rejects.toThrow(/nothing to press/);
    await expect(press({ selections: [{ question: 'q', options: ['1'] }] })).rejects.toThrow(/no such answer/);
    await expect(press({ as: 'lisi' })).rejects.toThrow(/no card/);
  });
});
