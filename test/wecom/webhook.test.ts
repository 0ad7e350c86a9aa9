import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { buildWecomClient, type WebhookMessage } from '../../src/wecom/client.ts';
import { closedAfterEach } from '../support/closed-after-each.ts';
import { buildCard } from './cards.ts';
import { failureOf } from './failure-of.ts';
import { openPlatform, says } from './platform.ts';

const KEY = 'key-1';
const start = closedAfterEach(openPlatform);
const OK = says({ errcode: 0, errmsg: 'ok' });
const PNG = Buffer.from('89504e470d0a1a0a', 'hex');

function clientOf(base: string) {
  return buildWecomClient({ base, timeoutMs: 5_000 });
}

async function sent(message: WebhookMessage) {
  const platform = await start(OK);
  await clientOf(platform.base).sendWebhook(KEY, message);
  return JSON.parse(platform.received[0]?.body ?? '');
}

describe('sendWebhook', () => {
  it('mentions people by userid and by telephone', async () => {
    const message = { type: 'text', content: '请办', mentions: ['lihua', '@all'], mobiles: ['13900000000'] } as const;
    const body = await sent({ ...message, mentions: [...message.mentions], mobiles: [...message.mobiles] });
    expect(body.text).toEqual({
      content: '请办',
      mentioned_list: ['lihua', '@all'],
      mentioned_mobile_list: ['13900000000'],
    });
  });

  it('computes base64 and md5 of a picture from its bytes', async () => {
    const md5 = createHash('md5').update(PNG).digest('hex');
    expect(await sent({ type: 'image', bytes: PNG })).toEqual({
      msgtype: 'image',
      image: { base64: PNG.toString('base64'), md5 },
    });
  });

  const shapes: [WebhookMessage, object][] = [
    [{ type: 'markdown_v2', content: '# 周报' }, { content: '# 周报' }],
    [{ type: 'file', mediaId: 'M1' }, { media_id: 'M1' }],
    [{ type: 'voice', mediaId: 'M1' }, { media_id: 'M1' }],
    [
      { type: 'news', articles: [{ title: '题', url: 'https://a.cn', picurl: 'https://a.cn/1.jpg' }] },
      { articles: [{ title: '题', url: 'https://a.cn', picurl: 'https://a.cn/1.jpg' }] },
    ],
    [{ type: 'template_card', card: buildCard('text_notice') }, buildCard('text_notice')],
    [{ type: 'template_card', card: buildCard('news_notice') }, buildCard('news_notice')],
  ];

  it.each(shapes)('gives %j the shape of its type', async (message, content) => {
    expect(await sent(message)).toEqual({ msgtype: message.type, [message.type]: content });
  });

  const unsendable: [string, WebhookMessage, number][] = [
    ['a picture of more than 2 MB', { type: 'image', bytes: Buffer.alloc(2 * 1024 * 1024 + 1) }, 40009],
    ['no article', { type: 'news', articles: [] }, 40063],
    ['a card with buttons', { type: 'template_card', card: buildCard('button_interaction') }, 42031],
    [
      'a card that leads nowhere',
      { type: 'template_card', card: buildCard('text_notice', { card_action: {} }) },
      42045,
    ],
  ];

  it.each(unsendable)('does not call the platform with %s', async (_what, message, errcode) => {
    const platform = await start(OK);
    const failure = await failureOf(clientOf(platform.base).sendWebhook(KEY, message));
    expect(failure).toMatchObject({ errcode, outcome: 'unsent', retryable: false });
    expect(platform.received).toEqual([]);
  });
});

describe('uploadMedia of a webhook', () => {
  it('sends the file whole, with its name and an exact length', async () => {
    const platform = await start(says({ errcode: 0, errmsg: 'ok', type: 'file', media_id: '3aX' }));
    const file = { filename: '清单"1".pdf', bytes: Buffer.from('mytext') };
    expect(await clientOf(platform.base).webhook.uploadMedia(KEY, 'file', file)).toBe('3aX');
    const [call] = platform.received;
    expect(call?.url).toBe('/cgi-bin/webhook/upload_media?key=key-1&type=file');
    expect(call?.headers['content-length']).toBe(String(Buffer.byteLength(call?.body ?? '')));
    const [, boundary] = /^multipart\/form-data; boundary=(.+)$/.exec(String(call?.headers['content-type'])) ?? [];
    expect(call?.body).toBe(
      `--${boundary}\r\nContent-Disposition: form-data; name="media"; filename="清单%221%22.pdf"; filelength=6\r\n` +
        `Content-Type: application/octet-stream\r\n\r\nmytext\r\n--${boundary}--\r\n`,
    );
  });

  it.each([
    ['file', 5, 40006],
    ['voice', 2 * 1024 * 1024 + 1, 45001],
  ] as const)('does not send a %s of %i bytes', async (type, size, errcode) => {
    const platform = await start(OK);
    const file = { filename: 'a', bytes: Buffer.alloc(size) };
    const failure = await failureOf(clientOf(platform.base).webhook.uploadMedia(KEY, type, file));
    expect(failure).toMatchObject({ errcode, outcome: 'unsent' });
    expect(platform.received).toEqual([]);
  });
});

describe('respond, with a card', () => {
  it('posts it to the response_url', async () => {
    const platform = await start(OK);
    const card = buildCard('button_interaction');
    await clientOf(platform.base).respond(`${platform.base}/cgi-bin/aibot/response?response_code=R`, {
      type: 'template_card',
      card,
    });
    expect(JSON.parse(platform.received[0]?.body ?? '')).toEqual({ msgtype: 'template_card', template_card: card });
  });

  it('does not post one that the platform would refuse', async () => {
    const platform = await start(OK);
    const card = buildCard('button_interaction', { task_id: '编号' });
    const sending = clientOf(platform.base).respond(`${platform.base}/x`, { type: 'template_card', card });
    expect(await failureOf(sending)).toMatchObject({ errcode: 42014, outcome: 'unsent' });
    expect(platform.received).toEqual([]);
  });
});
