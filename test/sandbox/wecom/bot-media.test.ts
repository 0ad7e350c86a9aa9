import { describe, expect, it } from 'vitest';
import { openMedia } from '../../../src/wecom/media-cipher.ts';
import { buildWecomClient } from '../../../src/wecom/client.ts';
import { MediaExpired } from '../../../src/wecom/errors.ts';
import { closedAfterEach } from '../../support/closed-after-each.ts';
import { failureOf } from '../../wecom/failure-of.ts';
import { GROUP, startWorld, type World } from './world.ts';

const start = closedAfterEach(startWorld);
const ALONE = { as: 'wangqiang', chat: { kind: 'single' } } as const;
const IN_GROUP = { as: 'wangqiang', chat: { kind: 'group', chatid: GROUP.chatid } } as const;
/** 7 bytes are padded by 25, more than OpenSSL's own unpadding knows. */
const FILE = { filename: '现场 照片.png', bytes: Buffer.from('picture') };

function urlOf(world: World, type: 'image' | 'file' | 'video'): string {
  const content = world.heard[0]?.body[type];
  return (content as { url: string }).url;
}

function download(world: World, url: string) {
  const headers = () => ({ 'X-Sandbox-Now': world.clock.now.toISOString() });
  const client = buildWecomClient({ base: world.origin, timeoutMs: 5_000, headers });
  return client.downloadMedia(url, { aesKey: world.credentials.aesKey, maxBytes: 1_000 });
}

describe('point 25: files of the chats of a bot', () => {
  it.each(['image', 'file', 'video'] as const)('come as a %s by a link to what is sealed', async (type) => {
    const world = await start();
    await world.simulator.post({ ...ALONE, text: '', media: { type, files: [FILE] } });
    expect(world.heard[0]?.body).toMatchObject({ msgtype: type, chattype: 'single' });
    expect(await download(world, urlOf(world, type))).toEqual({ bytes: FILE.bytes, filename: FILE.filename });
    const sealed = Buffer.from(await (await fetch(urlOf(world, type))).arrayBuffer());
    expect(sealed).toHaveLength(32);
    expect(openMedia(sealed, world.credentials.aesKey)).toEqual(FILE.bytes);
  });

  it('name the file once for old readers and once by RFC 5987', async () => {
    const world = await start();
    await world.simulator.post({ ...ALONE, text: '', media: { type: 'file', files: [FILE] } });
    const answer = await fetch(urlOf(world, 'file'));
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="__ __.png"; filename*=UTF-8''%E7%8E%B0%E5%9C%BA%20%E7%85%A7%E7%89%87.png`,
    );
  });

  it('can be fetched for five minutes', async () => {
    const world = await start();
    await world.simulator.post({ ...ALONE, text: '', media: { type: 'image', files: [FILE] } });
    world.clock.now = new Date(world.clock.now.getTime() + 300_000);
    await download(world, urlOf(world, 'image'));
    world.clock.now = new Date(world.clock.now.getTime() + 1);
    expect(await failureOf(download(world, urlOf(world, 'image')))).toBeInstanceOf(MediaExpired);
    expect(await failureOf(download(world, `${world.origin}/wecom-media?id=guess`))).toBeInstanceOf(MediaExpired);
  });

  it('come among words with a quote, in a group too', async () => {
    const world = await start();
    const media = { type: 'mixed', files: [FILE, FILE] } as const;
    await world.simulator.post({
      ...IN_GROUP,
      text: '看下',
      media: { ...media, files: [...media.files] },
      quote: '昨天的',
    });
    const mixed = world.heard[0]?.body.mixed;
    const [words, first, second] = (mixed as { msg_item: object[] }).msg_item;
    expect(words).toEqual({ msgtype: 'text', text: { content: '@帮企通 看下' } });
    expect([first, second]).toMatchObject([{ msgtype: 'image' }, { msgtype: 'image' }]);
    expect(world.heard[0]?.body.quote).toEqual({ msgtype: 'text', text: { content: '昨天的' } });
  });

  it('come of a voice as its words alone', async () => {
    const world = await start();
    await world.simulator.post({ ...ALONE, text: '帮我查一下', media: { type: 'voice', files: [] } });
    expect(world.heard[0]?.body).toMatchObject({ msgtype: 'voice', voice: { content: '帮我查一下' } });
  });

  it('alone do not reach the bot in a group, where people see them', async () => {
    const world = await start();
    const posted = await world.simulator.post({ ...IN_GROUP, text: '', media: { type: 'image', files: [FILE] } });
    expect([posted.status, world.heard]).toEqual([0, []]);
    expect(world.simulator.seen()[0]).toMatchObject({ file: { name: FILE.filename, bytes: 7 } });
  });
});
