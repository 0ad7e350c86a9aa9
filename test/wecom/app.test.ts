import { describe, expect, it } from 'vitest';
import type { AppMessage } from '../../src/wecom/app-message.ts';
import { buildWecomClient } from '../../src/wecom/client.ts';
import { closedAfterEach } from '../support/closed-after-each.ts';
import { appClientOf, callsOf, withToken } from './app-platform.ts';
import { many } from './cards.ts';
import { failureOf } from './failure-of.ts';
import { openPlatform } from './platform.ts';

const start = closedAfterEach(openPlatform);
const OK = { errcode: 0, errmsg: 'ok' };
const TEXT = { type: 'text', content: '您有 1 件待办' } as const;

async function sent(message: AppMessage, answer: object = OK) {
  const platform = await start(withToken(answer));
  await appClientOf(platform.base).app.sendMessage({ touser: ['zhangsan', 'lisi'], message });
  return callsOf(platform)[0];
}

describe('a client without an app', () => {
  it('has none, and no 微信客服', () => {
    const client = buildWecomClient({ base: 'http://127.0.0.1:9', timeoutMs: 1 });
    expect([client.app, client.kf]).toEqual([null, null]);
  });
});

describe('sendMessage', () => {
  it('posts a text to its receivers by the token of the app', async () => {
    const call = await sent(TEXT);
    expect(call?.url).toBe('/cgi-bin/message/send?access_token=TOKEN-5ec2e7');
    expect(call?.json).toEqual({
      touser: 'zhangsan|lisi',
      msgtype: 'text',
      text: { content: TEXT.content },
      agentid: 1_000_002,
    });
  });

  const shapes: [AppMessage, object][] = [
    [{ type: 'markdown', content: '**急**' }, { content: '**急**' }],
    [{ type: 'image', mediaId: 'M1' }, { media_id: 'M1' }],
    [{ type: 'voice', mediaId: 'M1' }, { media_id: 'M1' }],
    [{ type: 'file', mediaId: 'M1' }, { media_id: 'M1' }],
    [
      { type: 'video', mediaId: 'M1', title: '会议' },
      { media_id: 'M1', title: '会议' },
    ],
    [
      {
        type: 'textcard',
        title: '补正通知',
        description: '缺 1 份材料',
        url: 'https://example.gov.cn/c/1',
        button: '查看',
      },
      { title: '补正通知', description: '缺 1 份材料', url: 'https://example.gov.cn/c/1', btntxt: '查看' },
    ],
    [
      { type: 'news', articles: [{ title: '一图看懂', url: 'https://example.gov.cn/p/1' }] },
      { articles: [{ title: '一图看懂', url: 'https://example.gov.cn/p/1' }] },
    ],
    [
      { type: 'mpnews', articles: [{ title: '解读', thumbMediaId: 'M1', content: '<p>全文</p>' }] },
      { articles: [{ title: '解读', thumb_media_id: 'M1', content: '<p>全文</p>' }] },
    ],
    [
      { type: 'miniprogram_notice', appid: 'wx1', title: '办理进度', emphasisFirst: true },
      { appid: 'wx1', title: '办理进度', emphasis_first_item: true },
    ],
  ];

  it.each(shapes)('gives %j the shape of its type', async (message, content) => {
    expect((await sent(message))?.json).toMatchObject({ msgtype: message.type, [message.type]: content });
  });

  it('sends fields of a card that our types do not name', async () => {
    const card = {
      card_type: 'text_notice',
      sub_title_text: '请办',
      card_action: { type: 1, url: 'https://a.cn' },
      x: { y: 1 },
    };
    expect((await sent({ type: 'template_card', card: { ...card, card_type: 'text_notice' } }))?.json).toMatchObject({
      template_card: card,
    });
  });

  it('asks the platform to send the same only once', async () => {
    const platform = await start(withToken(OK));
    await appClientOf(platform.base).app.sendMessage({
      touser: ['a'],
      message: TEXT,
      safe: 1,
      duplicateCheckSeconds: 600,
    });
    const once = { safe: 1, enable_duplicate_check: 1, duplicate_check_interval: 600 };
    expect(callsOf(platform)[0]?.json).toMatchObject(once);
  });

  it('tells who was not reached, and what changes the card later', async () => {
    const answer = { ...OK, invaliduser: 'u1|u2', unlicenseduser: 'u3', msgid: 'MSG1', response_code: 'RESP1' };
    const platform = await start(withToken(answer));
    const sending = appClientOf(platform.base).app.sendMessage({ touser: ['U1', 'u2', 'u3', 'u4'], message: TEXT });
    expect(await sending).toEqual({
      msgid: 'MSG1',
      responseCode: 'RESP1',
      invalidUsers: ['u1', 'u2'],
      unlicensedUsers: ['u3'],
    });
  });

  it('counts a message that reached nobody as refused for good, though the errcode is 0', async () => {
    const platform = await start(withToken({ ...OK, invaliduser: 'zhangsan', unlicenseduser: 'lisi', msgid: 'MSG1' }));
    const sending = appClientOf(platform.base).app.sendMessage({ touser: ['ZhangSan', 'lisi'], message: TEXT });
    const failure = await failureOf(sending);
    expect(failure).toMatchObject({ outcome: 'refused', retryable: false, errcode: 0 });
    expect(failure.message).toMatch(/visible range/);
  });

  it('counts a message to a department beside an invalid person as taken', async () => {
    const platform = await start(withToken({ ...OK, invaliduser: 'a' }));
    const sending = appClientOf(platform.base).app.sendMessage({ touser: ['a'], toparty: [3], message: TEXT });
    expect(await sending).toMatchObject({ invalidUsers: ['a'] });
  });

  const unsendable: [string, AppMessage, number][] = [
    ['an empty text', { type: 'text', content: '' }, 44004],
    ['nine articles', { type: 'news', articles: many(9, { title: '一', url: 'https://a.cn' }) }, 45008],
    ['an article without title', { type: 'news', articles: [{ title: '', url: 'https://a.cn' }] }, 41016],
    ['a card of text with a bare address', { type: 'textcard', title: '一', description: '二', url: 'a.cn' }, 45034],
    ['a notice with a short title', { type: 'miniprogram_notice', appid: 'wx1', title: '短' }, 40058],
    ['a card without buttons', { type: 'template_card', card: { card_type: 'button_interaction' } }, 42014],
  ];

  it.each(unsendable)('does not call the platform with %s', async (_what, message, errcode) => {
    const platform = await start(withToken(OK));
    const failure = await failureOf(appClientOf(platform.base).app.sendMessage({ touser: ['a'], message }));
    expect(failure).toMatchObject({ errcode, outcome: 'unsent', retryable: false });
    expect(platform.received).toEqual([]);
  });

  it.each([
    ['nobody', {}, 82001],
    ['more than a thousand', { touser: Array<string>(1_001).fill('a') }, 40058],
  ])('does not call the platform for %s', async (_what, receivers, errcode) => {
    const platform = await start(withToken(OK));
    const failure = await failureOf(appClientOf(platform.base).app.sendMessage({ ...receivers, message: TEXT }));
    expect(failure).toMatchObject({ errcode, outcome: 'unsent' });
  });

  it('cuts words to the bytes of their place, at whole characters', async () => {
    const long = '问'.repeat(1_000);
    const text = await sent({ type: 'text', content: long });
    const card = await sent({ type: 'textcard', title: long, description: long, url: 'https://a.cn' });
    const { content } = partOf(text, 'text');
    const { title = '', description } = partOf(card, 'textcard');
    expect([content, title, description].map((words) => Buffer.byteLength(words ?? ''))).toEqual([2047, 126, 510]);
    expect(title.endsWith('问…')).toBe(true);
  });
});

describe('cards and messages that are there', () => {
  it('changes a card once more, by its response_code', async () => {
    const platform = await start(withToken({ ...OK, invaliduser: ['u2'] }));
    const { app } = appClientOf(platform.base);
    const to = { userids: ['u1', 'u2'], responseCode: 'RESP1' };
    expect(await app.updateTemplateCard({ ...to, replaceName: '已同意' })).toEqual(['u2']);
    const base = { userids: ['u1', 'u2'], agentid: 1_000_002, response_code: 'RESP1' };
    expect(callsOf(platform)[0]?.json).toEqual({ ...base, button: { replace_name: '已同意' } });
    const button = { text: '已办', key: 'done' };
    const card = {
      card_type: 'button_interaction',
      main_title: { title: '已办' },
      button_list: [button],
      replace_text: '已办',
    };
    await app.updateTemplateCard({ ...to, card: { ...card, card_type: 'button_interaction' } });
    expect(callsOf(platform)[1]?.json).toEqual({ ...base, template_card: card });
  });

  it('takes a message back by its msgid', async () => {
    const platform = await start(withToken(OK));
    await appClientOf(platform.base).app.recall('MSG1');
    expect(callsOf(platform)[0]).toMatchObject({
      url: '/cgi-bin/message/recall?access_token=TOKEN-5ec2e7',
      json: { msgid: 'MSG1' },
    });
  });

  it('reads the addresses of callbacks', async () => {
    const platform = await start(withToken({ ...OK, ip_list: ['101.226.103.*', '182.254.11.176'] }));
    expect(await appClientOf(platform.base).app.getCallbackIps()).toEqual(['101.226.103.*', '182.254.11.176']);
  });
});

describe('appchat', () => {
  it('makes, changes, reads and writes in a group of the app', async () => {
    const info = { chatid: 'c1', name: '专班群', owner: 'a', userlist: ['a', 'b'] };
    const platform = await start(withToken({ ...OK, chatid: 'c1', chat_info: info }));
    const { appchat } = appClientOf(platform.base).app;
    expect(await appchat.create({ users: ['a', 'b'], name: '专'.repeat(60) })).toBe('c1');
    await appchat.update({ chatid: 'c1', add: ['c'], remove: ['b'] });
    expect(await appchat.get('c1')).toEqual({ chatid: 'c1', name: '专班群', owner: 'a', users: ['a', 'b'] });
    await appchat.send('c1', { type: 'text', content: '请处理', mentions: ['b'] }, { safe: 1 });
    const calls = callsOf(platform);
    expect(calls[0]?.json).toEqual({ name: '专'.repeat(50), userlist: ['a', 'b'] });
    expect(calls[1]?.json).toEqual({ chatid: 'c1', add_user_list: ['c'], del_user_list: ['b'] });
    expect(calls[2]?.url).toBe('/cgi-bin/appchat/get?access_token=TOKEN-5ec2e7&chatid=c1');
    const text = { content: '请处理', mentioned_list: ['b'] };
    expect(calls[3]?.json).toEqual({ chatid: 'c1', msgtype: 'text', text, safe: 1 });
  });

  it.each([
    [{ users: ['a'] }, 40058],
    [{ users: ['a', 'b'], chatid: '不行' }, 86001],
  ])('does not ask for %j', async (group, errcode) => {
    const platform = await start(withToken(OK));
    const failure = await failureOf(appClientOf(platform.base).app.appchat.create(group));
    expect(failure).toMatchObject({ errcode, outcome: 'unsent' });
  });
});

describe('the directory', () => {
  it('reads a person, a department and the departments', async () => {
    const person = { userid: 'lihua', name: '李华', department: [2] };
    const departments = [{ id: 2, parentid: 1, order: 10 }];
    const platform = await start(withToken({ ...OK, ...person, userlist: [person], department_id: departments }));
    const { directory } = appClientOf(platform.base).app;
    const member = { userid: 'lihua', name: '李华', departments: [2] };
    expect(await directory.getUser('lihua')).toEqual(member);
    expect(await directory.listUsers(2)).toEqual([member]);
    expect(await directory.listDepartments()).toEqual([{ id: 2, parentId: 1 }]);
  });
});

describe('微信客服', () => {
  it('reads on from a cursor, and an empty page need not be the last', async () => {
    const platform = await start(withToken({ ...OK, next_cursor: 'c2', has_more: 1, msg_list: [] }));
    const page = await appClientOf(platform.base).kf.syncMessages({ cursor: 'c1', token: 't', openKfId: 'wk1' });
    expect(page).toEqual({ messages: [], cursor: 'c2', hasMore: true });
    expect(callsOf(platform)[0]?.json).toEqual({ cursor: 'c1', token: 't', open_kfid: 'wk1' });
  });

  it('writes to a customer, offers answers, and greets', async () => {
    const platform = await start(withToken({ ...OK, msgid: 'out_1' }));
    const { kf } = appClientOf(platform.base);
    const message = { type: 'text', content: '请问是食品经营许可吗？' } as const;
    expect(await kf.sendMessage({ to: 'wm1', openKfId: 'wk1', msgid: 'out_1', message })).toBe('out_1');
    await kf.sendOnEvent({
      code: 'CODE',
      message: { type: 'menu', head: '您好', items: [{ id: '1', content: '报问题' }] },
    });
    const menu = { head_content: '您好', list: [{ type: 'click', click: { id: '1', content: '报问题' } }] };
    expect(callsOf(platform).map(({ json }) => json)).toEqual([
      { touser: 'wm1', open_kfid: 'wk1', msgid: 'out_1', msgtype: 'text', text: { content: message.content } },
      { code: 'CODE', msgtype: 'msgmenu', msgmenu: menu },
    ]);
  });

  it('does not call the platform with an id that it would refuse', async () => {
    const platform = await start(withToken(OK));
    const message = { type: 'text', content: '好' } as const;
    const sending = appClientOf(platform.base).kf.sendMessage({ to: 'wm1', openKfId: 'wk1', msgid: '一', message });
    expect(await failureOf(sending)).toMatchObject({ errcode: 40058, outcome: 'unsent' });
  });
});

/** One part of a call's body. */
function partOf(call: { json: unknown } | undefined, part: string): Record<string, string | undefined> {
  return (call?.json as Record<string, Record<string, string>> | undefined)?.[part] ?? {};
}
