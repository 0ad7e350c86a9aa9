import * as official from '@wecom/crypto';
import { describe, expect, it } from 'vitest';
import { BOT_NAME, GROUP, START, startWorld, type WorldOptions } from './world.ts';
import { closedAfterEach } from '../../support/closed-after-each.ts';

const IN_GROUP = { as: 'wangqiang', chat: { kind: 'group', chatid: GROUP.chatid } } as const;
const ALONE = { as: 'wangqiang', chat: { kind: 'single' } } as const;

const start = closedAfterEach(startWorld);

describe('points 1 and 2: verification of the address', () => {
  it('is content with the decrypted echo alone', async () => {
    const { simulator } = await start();
    expect(await simulator.verifyUrl()).toEqual({ ok: true, status: 200, problem: null });
  });

  it.each([(text: string) => `"${text}"`, (text: string) => `${text}\n`, () => ''])(
    'refuses %s around it',
    async (echo) => {
      const { simulator } = await start({ echo });
      expect(await simulator.verifyUrl()).toMatchObject({ ok: false, problem: expect.stringContaining('echo') });
    },
  );

  it('says why when the service refuses', async () => {
    const { simulator } = await start({ echo: () => ({ status: 404 }) });
    expect(await simulator.verifyUrl()).toEqual({ ok: false, status: 404, problem: 'HTTP 404 instead of 200' });
  });

  it('sends an echostr whose base64 holds the characters that go wrong, percent-encoded', async () => {
    const { simulator, asked } = await start();
    await simulator.verifyUrl();
    const echostr = /echostr=(.*)$/.exec(asked[0] ?? '')?.[1];
    expect(echostr).toMatch(/^(?=.*%2B)(?=.*%2F)(?=.*%3D)[A-Za-z0-9%]+$/);
  });
});

describe('point 3: the callback and its passive answer', () => {
  it('is opened and signed right by the unmodified @wecom/crypto', async () => {
    const { simulator, heard, credentials } = await start();
    await simulator.post({ ...IN_GROUP, text: '缺变压器', quote: '昨天的通知' });
    const { encrypt } = JSON.parse(heard[0]?.raw ?? '');
    const query = new URLSearchParams(heard[0]?.query);
    const [timestamp, nonce] = [query.get('timestamp') ?? '', query.get('nonce') ?? ''];
    expect(official.getSignature(credentials.token, timestamp, nonce, encrypt)).toBe(query.get('msg_signature'));
    const { message, id } = official.decrypt(credentials.aesKey, encrypt);
    expect(id).toBe('');
    expect(JSON.parse(message)).toMatchObject({
      chatid: GROUP.chatid,
      chattype: 'group',
      from: { userid: 'wangqiang' },
      msgtype: 'text',
      text: { content: `@${BOT_NAME} 缺变压器` },
      quote: { msgtype: 'text', text: { content: '昨天的通知' } },
    });
  });

  it('is dated in business time', async () => {
    const { simulator, heard } = await start();
    await simulator.post({ ...ALONE, text: '你好' });
    expect(new URLSearchParams(heard[0]?.query).get('timestamp')).toBe(String(START.getTime() / 1000));
  });

  it.each([undefined, {}])('takes an empty answer (%j)', async (message) => {
    const { simulator } = await start({ reply: (heard, world) => message && world.seal(heard, message) });
    const posted = await simulator.post({ ...ALONE, text: '你好' });
    expect(posted).toMatchObject({ status: 200, problem: null });
    expect(simulator.seen({ from: 'bot' })).toEqual([]);
  });

  it('shows a finished stream in the chat', async () => {
    const stream = { id: 'S1', finish: true, content: '系统暂时不可用,请稍后重发' };
    const { simulator } = await start({ reply: (heard, world) => world.seal(heard, { msgtype: 'stream', stream }) });
    await simulator.post({ ...IN_GROUP, text: '你好' });
    expect(simulator.seen({ from: 'bot' })).toMatchObject([
      { text: stream.content, via: 'passive', chat: { kind: 'group', id: GROUP.chatid, name: GROUP.name } },
    ]);
  });

  const refused: [string, WorldOptions['reply'], RegExp][] = [
    ['a word', () => 'success', /neither empty nor/],
    ['HTTP 500', () => ({ status: 500 }), /HTTP 500/],
    ['HTTP 204', () => ({ status: 204 }), /HTTP 204/],
    ['another nonce', (heard, world) => world.seal({ ...heard, nonce: '1' }, {}), /nonce/],
    [
      'a timestamp in quotes',
      (heard, world) => world.seal(heard, {}).replace(/:(\d+)/, ':"$1"'),
      /timestamp is not a number/,
    ],
    ['a key too many', (heard, world) => world.seal(heard, {}).replace('{', '{"errcode":0,'), /keys are not/],
    [
      'another signature',
      (heard, world) => world.seal(heard, {}).replace(/"msgsignature":"./, '"msgsignature":"g'),
      /signature/,
    ],
    [
      'a text',
      (heard, world) => world.seal(heard, { msgtype: 'text', text: { content: 'x' } }),
      /not answered with text/,
    ],
    ['markdown', (heard, world) => world.seal(heard, { msgtype: 'markdown' }), /not answered with markdown/],
    ['a stream without id', (heard, world) => world.seal(heard, { msgtype: 'stream', stream: {} }), /no id/],
    ['a stream of 20481 bytes', (heard, world) => world.seal(heard, buildStream('x'.repeat(20_481))), /20480 bytes/],
  ];

  it.each(refused)('refuses %s, shows nothing and says why', async (_what, reply, problem) => {
    const { simulator } = await start({ reply });
    const posted = await simulator.post({ ...ALONE, text: '你好' });
    expect(posted.problem).toMatch(problem);
    expect(simulator.problems()).toHaveLength(1);
    expect(simulator.seen({ from: 'bot' })).toEqual([]);
  });

  it('takes an answer that the unmodified @wecom/crypto has made', async () => {
    const { simulator } = await start({
      reply: ({ nonce }, { credentials: { token, aesKey }, clock }) => {
        const encrypt = official.encrypt(aesKey, JSON.stringify(buildStream('已受理')), '');
        const timestamp = clock.now.getTime() / 1000;
        const msgsignature = official.getSignature(token, timestamp, nonce, encrypt);
        return JSON.stringify({ encrypt, msgsignature, timestamp, nonce });
      },
    });
    expect(await simulator.post({ ...ALONE, text: '你好' })).toMatchObject({ problem: null });
    expect(simulator.seen({ from: 'bot' })).toMatchObject([{ text: '已受理' }]);
  });

  it('takes a stream of 20480 bytes', async () => {
    const { simulator } = await start({ reply: (heard, world) => world.seal(heard, buildStream('x'.repeat(20_480))) });
    expect(await simulator.post({ ...ALONE, text: '你好' })).toMatchObject({ problem: null });
  });
});

function buildStream(content: string) {
  return { msgtype: 'stream', stream: { id: 'S1', finish: true, content } };
}
