import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { buildWecomClient, type WecomClientOptions } from '../../src/wecom/client.ts';
import { failureOf } from './failure-of.ts';
import { openPlatform, type Platform, says } from './platform.ts';
import { closedAfterEach } from '../support/closed-after-each.ts';

const KEY = 'c0ffee00-aaaa-bbbb-cccc-5ec2e7c0de00';
const CODE = 'RC-5ec2e7';
const TEXT = { type: 'text', content: '今日待办 3 件' } as const;

const start = closedAfterEach(openPlatform);

const OK = says({ errcode: 0, errmsg: 'ok' });

function clientOf(base: string, changes: Partial<WecomClientOptions> = {}) {
  return buildWecomClient({ base, timeoutMs: 5_000, ...changes });
}

function bodyOf(platform: Platform) {
  return JSON.parse(platform.received[0]?.body ?? '');
}

describe('sendWebhook', () => {
  it('posts a text with its mentions to the webhook of the key', async () => {
    const platform = await start(OK);
    await clientOf(platform.base).sendWebhook(KEY, { ...TEXT, mentions: ['lihua'] });
    expect(platform.received[0]).toMatchObject({ method: 'POST', url: `/cgi-bin/webhook/send?key=${KEY}` });
    expect(platform.received[0]?.headers['content-type']).toBe('application/json');
    expect(bodyOf(platform)).toEqual({ msgtype: 'text', text: { content: TEXT.content, mentioned_list: ['lihua'] } });
  });

  it('posts markdown', async () => {
    const platform = await start(OK);
    await clientOf(platform.base).sendWebhook(KEY, { type: 'markdown', content: '**急**' });
    expect(bodyOf(platform)).toEqual({ msgtype: 'markdown', markdown: { content: '**急**' } });
  });

  it.each([
    ['text', 2048],
    ['markdown', 4096],
  ] as const)('cuts %s to %i bytes', async (type, max) => {
    const platform = await start(OK);
    await clientOf(platform.base).sendWebhook(KEY, { type, content: '问'.repeat(9_000) });
    const sent = Buffer.byteLength(bodyOf(platform)[type].content);
    expect(sent).toBeLessThanOrEqual(max);
    expect(sent).toBeGreaterThan(max - 4);
  });

  it('keeps a path prefix of the base and encodes the key', async () => {
    const platform = await start(OK);
    await clientOf(`${platform.base}/proxy/`).sendWebhook('a&b=c', TEXT);
    expect(platform.received[0]?.url).toBe('/proxy/cgi-bin/webhook/send?key=a%26b%3Dc');
  });

  it('adds the headers of the moment to each call', async () => {
    const platform = await start(OK);
    let call = 0;
    const client = clientOf(platform.base, { headers: () => ({ 'X-Sandbox-Now': String((call += 1)) }) });
    await client.sendWebhook(KEY, TEXT);
    await client.sendWebhook(KEY, TEXT);
    expect(platform.received.map(({ headers }) => headers['x-sandbox-now'])).toEqual(['1', '2']);
  });
});

describe('respond', () => {
  it('posts markdown to the response_url', async () => {
    const platform = await start(OK);
    await clientOf(platform.base).respond(`${platform.base}/cgi-bin/aibot/response?response_code=${CODE}`, '已受理');
    expect(platform.received[0]?.url).toBe(`/cgi-bin/aibot/response?response_code=${CODE}`);
    expect(bodyOf(platform)).toEqual({ msgtype: 'markdown', markdown: { content: '已受理' } });
  });

  it('cuts the answer to 20480 bytes', async () => {
    const platform = await start(OK);
    await clientOf(platform.base).respond(`${platform.base}/cgi-bin/aibot/response`, '问'.repeat(9_000));
    expect(Buffer.byteLength(bodyOf(platform).markdown.content)).toBeLessThanOrEqual(20_480);
  });

  it.each([
    'http://127.0.0.1:9/cgi-bin/aibot/response?response_code=RC-5ec2e7',
    'https://qyapi.weixin.qq.com@127.0.0.1:9/x?response_code=RC-5ec2e7',
    'file:///etc/passwd',
    'not a url RC-5ec2e7',
  ])('refuses %s, which is not on the origin of the base', async (url) => {
    const failure = await failureOf(clientOf('https://qyapi.weixin.qq.com').respond(url, 'x'));
    expect(failure).toMatchObject({ outcome: 'unsent', retryable: false, endpoint: '/cgi-bin/aibot/response' });
    expect(inspect(failure)).not.toContain(CODE);
  });
});
