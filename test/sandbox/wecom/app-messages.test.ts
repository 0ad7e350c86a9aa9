import { beforeEach, describe, expect, it } from 'vitest';
import { closedAfterEach } from '../../support/closed-after-each.ts';
import { buildCard, many } from '../../wecom/cards.ts';
import { failureOf } from '../../wecom/failure-of.ts';
import { type AppWorld, startAppWorld, tokenOf } from './app-world.ts';
import { postJson, START } from './world.ts';

const start = closedAfterEach(startAppWorld);
const HOUR = 3_600_000;
const TEXT = { type: 'text', content: '您有 1 件待办' } as const;

let world: AppWorld;
beforeEach(async () => {
  world = await start();
});

function send(touser: string[] = ['zhangsan'], content: string = TEXT.content) {
  return world.client.app.sendMessage({ touser, message: { type: 'text', content } });
}

function sendCard(changes: { [field: string]: unknown } = {}, touser = ['zhangsan', 'lisi']) {
  const card = buildCard('button_interaction', changes);
  return world.client.app.sendMessage({ touser, message: { type: 'template_card', card } });
}

function seen(chat?: string) {
  return world.simulator.seen({ via: 'app', ...(chat && { chat }) });
}

describe('point 14: the access_token', () => {
  async function ask(query: string) {
    return (await fetch(`${world.origin}/cgi-bin/gettoken?${query}`)).json() as Promise<{ [key: string]: unknown }>;
  }

  it('is the same as long as it is valid, its life running', async () => {
    const query = 'corpid=wwSIMCORP&corpsecret=SECRET-5ec2e7';
    const first = await ask(query);
    world.wait(HOUR);
    expect(await ask(query)).toMatchObject({ access_token: first.access_token, expires_in: 3_600 });
    world.wait(HOUR);
    const next = await ask(query);
    expect(next.access_token).not.toBe(first.access_token);
    expect(next.expires_in).toBe(7_200);
  });

  it.each([
    ['', 41002],
    ['corpid=wwSIMCORP', 41004],
    ['corpid=other&corpsecret=x', 40013],
    ['corpid=wwSIMCORP&corpsecret=x', 40001],
  ])('is refused to %j with %i', async (query, errcode) => {
    expect(await ask(query)).toMatchObject({ errcode });
  });

  it.each([
    ['', 41001],
    ['?access_token=guess', 40014],
  ])('is wanted by each call: %j answers %i', async (query, errcode) => {
    const answer = await fetch(`${world.origin}/cgi-bin/getcallbackip${query}`);
    expect(await answer.json()).toMatchObject({ errcode });
  });

  it('is told to be over after two hours', async () => {
    const query = 'corpid=wwSIMCORP&corpsecret=SECRET-5ec2e7';
    const { access_token: token } = await ask(query);
    world.wait(2 * HOUR);
    const answer = await fetch(`${world.origin}/cgi-bin/getcallbackip?access_token=${String(token)}`);
    expect(await answer.json()).toMatchObject({ errcode: 42001 });
  });

  it('may end early, and our client goes on with the next', async () => {
    await send();
    world.app.revokeToken();
    await send();
    expect(seen()).toHaveLength(2);
  });

  it('works from trusted addresses alone', async () => {
    world = await start({ trustedIps: ['203.0.113.7'] });
    expect(await failureOf(send())).toMatchObject({ errcode: 60020, retryable: true });
  });

  it('is another at each asking where the switch says so', async () => {
    world = await start({ switches: { newTokenEachTime: true } });
    const query = 'corpid=wwSIMCORP&corpsecret=SECRET-5ec2e7';
    expect((await ask(query)).access_token).not.toBe((await ask(query)).access_token);
  });
});

describe('point 15: message/send', () => {
  it('shows a message to each receiver', async () => {
    const { msgid } = await send(['zhangsan', 'lisi']);
    expect(seen()).toEqual(
      [
        ['zhangsan', '张三'],
        ['LiSi', '李四'],
      ].map(([id, name]) => ({
        at: START,
        chat: { kind: 'single', id, name },
        from: 'bot',
        via: 'app',
        msgid,
        text: TEXT.content,
      })),
    );
  });

  it('serves the rest when some receivers are invalid, whom it names in lower case', async () => {
    expect(await send(['zhangsan', 'Nobody'])).toMatchObject({ invalidUsers: ['nobody'] });
    expect(seen()).toHaveLength(1);
  });

  it('refuses a message whose every receiver is invalid or may not see the app', async () => {
    world.app.registerMember({ userid: 'far', name: '远', hidden: true });
    expect(await failureOf(send(['nobody', 'far']))).toMatchObject({ errcode: 81013, retryable: false });
  });

  it('says 0 where nobody has a licence, which our client takes for a refusal', async () => {
    world.app.registerMember({ userid: 'free', name: '无', unlicensed: true });
    expect(await send(['zhangsan', 'free'])).toMatchObject({ unlicensedUsers: ['free'] });
    expect(await failureOf(send(['free']))).toMatchObject({ errcode: 0, outcome: 'refused' });
    expect(seen('free')).toEqual([]);
  });

  it('reaches the members of a department, and everybody', async () => {
    await world.client.app.sendMessage({ toparty: [2], message: TEXT });
    await world.client.app.sendMessage({ touser: ['@all'], message: TEXT });
    expect(seen().map(({ chat }) => chat.id)).toEqual(['zhangsan', 'zhangsan', 'LiSi']);
  });

  it('sends the same once where it is asked to', async () => {
    const once = () =>
      world.client.app.sendMessage({ touser: ['zhangsan'], message: TEXT, duplicateCheckSeconds: 600 });
    const first = await once();
    expect(await once()).toEqual(first);
    world.wait(600_000);
    await once();
    expect(seen()).toHaveLength(2);
  });

  it('drops in silence what is above 30 a minute for one member', async () => {
    for (let turn = 0; turn < 31; turn += 1) await send(['zhangsan'], `第${turn}件`);
    expect(seen()).toHaveLength(30);
    world.wait(60_000);
    await send();
    expect(seen()).toHaveLength(31);
  });

  it('cuts a text, and refuses markdown that is too long', async () => {
    const call = async (body: object) => {
      const url = `${world.origin}/cgi-bin/message/send?access_token=${await tokenOf(world)}`;
      return postJson(url, { touser: 'zhangsan', agentid: 1_000_002, ...body });
    };
    expect(await call({ msgtype: 'text', text: { content: 'x'.repeat(2_049) } })).toMatchObject({ errcode: 0 });
    expect(seen()[0]?.text).toHaveLength(2_048);
    const markdown = { msgtype: 'markdown', markdown: { content: 'x'.repeat(2_049) } };
    expect(await call(markdown)).toMatchObject({ errcode: 45002 });
    expect(await call({ msgtype: 'hologram' })).toMatchObject({ errcode: 40008 });
    expect(await call({ msgtype: 'text', text: { content: '' } })).toMatchObject({ errcode: 44004 });
    expect(await call({ msgtype: 'text', agentid: 7 })).toMatchObject({ errcode: 40056 });
    expect(await call({ msgtype: 'text', touser: '' })).toMatchObject({ errcode: 82001 });
  });
});

describe('points 16 and 17: cards and messages that are there', () => {
  it('gives a response_code for what can be pressed alone', async () => {
    expect((await sendCard()).responseCode).not.toBeNull();
    const card = buildCard('text_notice');
    const notice = { touser: ['zhangsan'], message: { type: 'template_card', card } } as const;
    expect((await world.client.app.sendMessage({ ...notice, touser: ['zhangsan'] })).responseCode).toBeNull();
  });

  it('changes the card of those who are named, once', async () => {
    const { responseCode } = await sendCard();
    const update = { userids: ['lisi', 'nobody'], responseCode: responseCode ?? '', replaceName: '已办结' };
    expect(await world.client.app.updateTemplateCard(update)).toEqual(['nobody']);
    expect(seen('LiSi')[0]?.card).toMatchObject({ replace_text: '已办结' });
    expect(seen('LiSi')[0]?.card).not.toHaveProperty('button_list');
    expect(seen('zhangsan')[0]?.card).toHaveProperty('button_list');
    expect(await failureOf(world.client.app.updateTemplateCard(update))).toMatchObject({ errcode: 42022 });
  });

  it('replaces a whole card', async () => {
    const { responseCode } = await sendCard();
    const card = buildCard('button_interaction', { main_title: { title: '已办' }, task_id: undefined });
    await world.client.app.updateTemplateCard({ userids: ['zhangsan'], responseCode: responseCode ?? '', card });
    expect(seen('zhangsan')[0]).toMatchObject({ card: { main_title: { title: '已办' } } });
    expect(seen('zhangsan')[0]?.text).toContain('已办');
  });

  it('changes no card after 72 hours', async () => {
    const { responseCode } = await sendCard();
    world.wait(72 * HOUR + 1);
    const update = { userids: ['zhangsan'], responseCode: responseCode ?? '', replaceName: '已办结' };
    expect(await failureOf(world.client.app.updateTemplateCard(update))).toMatchObject({ errcode: 42022 });
  });

  it('takes a message back within 24 hours', async () => {
    const first = (await send()).msgid ?? '';
    world.wait(24 * HOUR);
    await world.client.app.recall(first);
    expect(seen()[0]).toMatchObject({ recalled: true });
    const second = (await send()).msgid ?? '';
    world.wait(24 * HOUR + 1);
    expect(await failureOf(world.client.app.recall(second))).toMatchObject({ errcode: 42052 });
  });

  it('refuses a task_id that was used before', async () => {
    await sendCard();
    expect(await failureOf(sendCard())).toMatchObject({ errcode: 42014 });
    await sendCard({ task_id: 'task-2' });
    expect(seen('zhangsan')).toHaveLength(2);
  });

  it('has the code for it as a switch', async () => {
    world = await start({ switches: { taskIdCode: 42016 } });
    await sendCard();
    expect(await failureOf(sendCard())).toMatchObject({ errcode: 42016 });
  });
});

describe('files of the corp', () => {
  const file = { filename: '清单.pdf', bytes: Buffer.from('content') };

  it('are uploaded, sent and read for three days', async () => {
    const mediaId = await world.client.app.uploadMedia('file', file);
    await world.client.app.sendMessage({ touser: ['zhangsan'], message: { type: 'file', mediaId } });
    expect(seen()[0]).toMatchObject({ text: '[文件] 清单.pdf', file: { name: '清单.pdf', bytes: 7 } });
    world.wait(72 * HOUR);
    const read = await world.client.app.getMedia(mediaId, { maxBytes: 100 });
    expect(read).toEqual({ bytes: file.bytes, filename: '清单.pdf' });
    world.wait(1);
    expect(await failureOf(world.client.app.getMedia(mediaId, { maxBytes: 100 }))).toMatchObject({ errcode: 40007 });
  });

  it('must be what they are called', async () => {
    const uploading = world.client.app.uploadMedia('image', file);
    expect(await failureOf(uploading)).toMatchObject({ errcode: 40004 });
  });
});

describe('groups of the app, and the directory', () => {
  it('shows what is sent to a group that the app made', async () => {
    const { appchat } = world.client.app;
    const chatid = await appchat.create({ users: ['zhangsan', 'lisi'], name: '专班群', chatid: 'task1' });
    await appchat.update({ chatid, name: '专班', remove: ['lisi'] });
    expect(await appchat.get(chatid)).toMatchObject({ name: '专班', users: ['zhangsan'] });
    await appchat.send(chatid, { ...TEXT, mentions: ['zhangsan'] });
    expect(world.simulator.seen({ via: 'appchat' })).toMatchObject([
      { chat: { kind: 'group', id: 'task1', name: '专班' }, text: TEXT.content, mentions: ['zhangsan'] },
    ]);
  });

  it('refuses another group, a second of the same id, and members that do not exist', async () => {
    const { appchat } = world.client.app;
    expect(await failureOf(appchat.send('wrOther', TEXT))).toMatchObject({ errcode: 86008 });
    await appchat.create({ users: ['zhangsan', 'lisi'], chatid: 'task1' });
    const again = appchat.create({ users: ['zhangsan', 'lisi'], chatid: 'task1' });
    expect(await failureOf(again)).toMatchObject({ errcode: 86215 });
    expect(await failureOf(appchat.create({ users: ['a', 'b'] }))).toMatchObject({ errcode: 60111 });
  });

  it('takes no card', async () => {
    await world.client.app.appchat.create({ users: ['zhangsan', 'lisi'], chatid: 'task1' });
    const url = `${world.origin}/cgi-bin/appchat/send?access_token=${await tokenOf(world)}`;
    const card = { chatid: 'task1', msgtype: 'template_card', template_card: buildCard('button_interaction') };
    expect(await postJson(url, card)).toMatchObject({ errcode: 40008 });
  });

  it('knows the members whom the app may see', async () => {
    const { directory } = world.client.app;
    world.app.registerMember({ userid: 'far', name: '远', hidden: true });
    expect(await directory.getUser('ZHANGSAN')).toEqual({ userid: 'zhangsan', name: '张三', departments: [2] });
    expect(await failureOf(directory.getUser('nobody'))).toMatchObject({ errcode: 60111 });
    expect(await failureOf(directory.getUser('far'))).toMatchObject({ errcode: 60011 });
    expect((await directory.listUsers(1)).map(({ userid }) => userid)).toEqual(['LiSi']);
    expect(await directory.listDepartments()).toEqual([
      { id: 1, parentId: 0 },
      { id: 2, parentId: 1 },
    ]);
    expect(await world.client.app.getCallbackIps()).toContain('101.226.103.*');
  });

  it('takes nine articles from nobody', async () => {
    const articles = many(9, { title: '一', url: 'https://a.cn' });
    const sending = world.client.app.sendMessage({ touser: ['zhangsan'], message: { type: 'news', articles } });
    expect(await failureOf(sending)).toMatchObject({ errcode: 45008 });
  });
});

describe('faults of the calls of an app', () => {
  it('strike a message, which may have been taken', async () => {
    world.simulator.faults.next('message', { kind: 'reset', taken: true });
    expect(await failureOf(send())).toMatchObject({ outcome: 'unknown' });
    expect(seen()).toHaveLength(1);
  });

  it('strike the asking for a token', async () => {
    world.simulator.faults.next('gettoken', { kind: 'errcode', errcode: 45009 });
    const failure = await failureOf(send());
    expect(failure).toMatchObject({ errcode: 45009, endpoint: '/cgi-bin/gettoken', retryAfterMs: 60_000 });
    await send();
    expect(seen()).toHaveLength(1);
  });
});
