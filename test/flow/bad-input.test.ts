import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type City, openCity } from '../support/city.ts';
import { type Engines, openEngines } from '../support/engines.ts';
import { SHENGHONG, WANG } from '../support/flow-roster.ts';
import { BOT } from '../support/outside-wecom.ts';

let engines: Engines;
let city: City;
beforeAll(async () => {
  engines = await openEngines();
  city = await openCity(engines);
});
afterAll(async () => {
  await city.close();
  await engines.close();
});

describe('a callback that is refused leaves nothing behind:', () => {
  beforeEach(() => expectNothingStored());
  afterEach(() => expectNothingStored());

  it('403 for another token’s signature', async () => {
    expect(await statusOf(city.wecom.seal(aMessage(), { token: 'SomebodyElse' }))).toBe(403);
  });

  it('403 for a timestamp more than five minutes off, either way', async () => {
    const now = city.sandbox.now().getTime() / 1000;
    for (const offset of [-301, 301])
      expect(await statusOf(city.wecom.seal(aMessage(), { now: now + offset }))).toBe(403);
    expect(await statusOf(city.wecom.seal(aMessage(), { now: Date.now() / 1000 }))).toBe(403);
  });

  it('403 for an envelope with another receiveid', async () => {
    expect(await statusOf(city.wecom.seal(aMessage(), { receiveid: 'wwANOTHER' }))).toBe(403);
  });

  it('403 for what does not decrypt: no base64, no whole blocks, a wrong padding', async () => {
    const { encrypt } = city.wecom.seal(aMessage());
    const spoilt = ['这不是base64!!', 'QUJD', '', `${encrypt.slice(0, -24)}AAAAAAAAAAAAAAAAAAAAAA==`];
    const statuses = await Promise.all(
      spoilt.filter(Boolean).map((text) => statusOf({ ...city.wecom.sign(text), encrypt: text })),
    );
    expect(statuses).toEqual([403, 403, 403]);
  });

  it('400 for a body that is no JSON object with a text in encrypt', async () => {
    const { query } = city.wecom.seal(aMessage());
    for (const body of ['', '{', '[]', 'null', '{"encrypt":1}', '{"other":"x"}']) {
      expect((await city.wecom.postRaw(query, body)).status).toBe(400);
    }
  });

  it('400 for an envelope that holds no JSON object, and for a query without signature', async () => {
    expect(await statusOf(city.wecom.seal('<xml/>'))).toBe(400);
    expect(await statusOf({ query: 'timestamp=1&nonce=2', encrypt: 'QUJD' })).toBe(400);
  });

  it('413 for more than 1 MiB, announced or not', async () => {
    const { query } = city.wecom.seal(aMessage());
    expect((await city.wecom.postRaw(query, `{"encrypt":"${'A'.repeat(1024 * 1024)}"}`)).status).toBe(413);
  });

  it('404 where no channel is configured', async () => {
    const { WECOM_BOT_TOKEN: _token, WECOM_BOT_AES_KEY: _key, ...rest } = city.settings;
    const silent = await openCity(engines, { settings: rest });
    expect((await silent.wecom.postRaw('', '{}')).status).toBe(404);
    expect((await fetch(`${silent.url}/wecom/app`, { method: 'POST', body: '<xml/>' })).status).toBe(404);
    await silent.close();
  });
});

describe('a message that is odd but genuine is taken:', () => {
  it.each([
    ['2,048 emoji', '😀'.repeat(2048)],
    ['the mention alone', ''],
    ['control characters', '\u0000\u0007\u202E贷款\u0000'],
    ['half of an emoji', '贷款\uD83D'],
    ['markup', '<script>alert(1)</script>[点我](http://127.0.0.1:1)**加粗**'],
    ['the names of a prototype', '{"__proto__":{"x":1}} constructor $where'],
    ['20,000 characters', '技改贷款批不下来。'.repeat(2500)],
  ])('%s', async (_, text) => {
    const failedBefore = (await city.sandbox.state()).inbox.failed;
    await city.say(WANG, SHENGHONG, text);
    const { inbox, outbox } = await city.sandbox.state();
    expect(inbox).toMatchObject({ pending: 0, failed: failedBefore });
    expect(outbox).toMatchObject({ pending: 0, dead: 0 });
  });

  it('an empty quote', async () => {
    expect(await city.say(WANG, SHENGHONG, '帮助', { quote: '' })).toContain('我是帮企通');
  });

  it('and no answer shows the credentials or breaks a limit', () => {
    const shown = city.wecom.shown.map(({ text }) => text).join('\n');
    expect(shown).not.toContain(BOT.token);
    expect(shown).not.toContain(BOT.aesKey);
    expect(shown).not.toMatch(/undefined|\bNaN\b|\[object/);
    expect(city.wecom.offences).toEqual([]);
  });
});

function aMessage(): string {
  return JSON.stringify(city.wecom.write({ as: WANG, chat: SHENGHONG, text: '技改贷款迟迟批不下来' }));
}

async function statusOf({ query, encrypt }: { query: string; encrypt: string }): Promise<number> {
  return (await city.wecom.postRaw(query, JSON.stringify({ encrypt }))).status;
}

async function expectNothingStored(): Promise<void> {
  expect((await city.sandbox.state()).inbox).toEqual({ pending: 0, done: 0, failed: 0 });
}
