import { existsSync } from 'node:fs';
import mongoose, { type Connection } from 'mongoose';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type City, numberIn, openCity } from '../support/city.ts';
import { type Engines, openEngines, proxied } from '../support/engines.ts';
import { GXJ, LI, OFFICE, SHENGHONG, WANG } from '../support/flow-roster.ts';
import { switchableQueue } from '../support/queue-outage.ts';
import type { TcpProxy } from '../support/tcp-proxy.ts';
import { until } from '../support/until.ts';

const LOAN = '技改贷款迟迟批不下来';
/** The contract says two seconds; a third is left to a slow machine. */
const PATIENCE_MS = 3_000;
const AWAY = '系统暂时不可用，请稍后重发。';

let engines: Engines;
beforeAll(async () => void (engines = await openEngines()));
afterAll(() => engines.close());

describe.each(['refuse', 'hang'] as const)('while MongoDB is away (%s)', (how) => {
  let city: City;
  let proxy: TcpProxy;
  beforeEach(async () => {
    const way = await proxied(engines.freshData());
    proxy = way.proxy;
    city = await openCity(engines, { data: way.data });
  });
  afterEach(async () => {
    await city.close();
    await proxy.close();
  });

  it('a message gets the passive answer in time, and later ones work again', async () => {
    const number = numberIn(await city.say(WANG, SHENGHONG, LOAN));
    await proxy.away(how);
    const lost = await city.wecom.deliver(city.wecom.write({ as: WANG, chat: SHENGHONG, text: '确认' }), PATIENCE_MS);
    expect(lost).toMatchObject({
      status: 200,
      passive: { msgtype: 'stream', stream: { finish: true, content: AWAY } },
    });
    await proxy.back();
    await until('the service to be ready again', async () => (await fetch(`${city.url}/readyz`)).ok);
    expect(await city.say(WANG, SHENGHONG, `确认 ${number}`)).toContain('已受理');
    expect(city.pushed(GXJ)).toHaveLength(1);
  });

  it('the process lives and says that it is not ready', async () => {
    await proxy.away(how);
    expect((await fetch(`${city.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${city.url}/readyz`)).status).toBe(503);
    await proxy.back();
  });
});

describe.skipIf(!existsSync('/proc'))('while the queue is away', () => {
  it('messages are acknowledged, and worked on by the next sweep', async () => {
    const queue = await switchableQueue(engines);
    const city = await openCity(engines, { data: queue.data });
    await queue.away();
    const { msgid, status, passive } = await city.post(WANG, SHENGHONG, LOAN);
    expect({ status, passive }).toEqual({ status: 200, passive: null });
    expect((await city.sandbox.state()).inbox).toMatchObject({ pending: 1 });
    expect((await fetch(`${city.url}/readyz`)).status).toBe(503);
    await queue.back();
    await city.sandbox.advance('1 minute');
    expect(city.wecom.answersTo(msgid)).toHaveLength(1);
    await until('the service to be ready again', async () => (await fetch(`${city.url}/readyz`)).ok);
    expect(await city.say(WANG, SHENGHONG, '确认')).toContain('已受理');
    await city.close();
    await queue.close();
  });
});

describe('a message that cannot be worked on', () => {
  let city: City;
  let database: Connection;
  beforeEach(async () => {
    city = await openCity(engines);
    database = await mongoose.createConnection(city.settings.MONGODB_URI ?? '').asPromise();
  });
  afterEach(async () => {
    await database.close();
    await city.close();
  });

  /** Spoils a case as no release ever should: its history stays, its snapshot lacks its legs. */
  async function spoil(number: string): Promise<void> {
    await database.collection('cases').updateOne({ 'snapshot.number': number }, { $unset: { 'snapshot.legs': 1 } });
  }

  it('is tried five times, then failed, and its sender and the office are told', async () => {
    const number = numberIn(await city.say(WANG, SHENGHONG, LOAN));
    await city.say(WANG, SHENGHONG, '确认');
    await spoil(number);
    const { msgid } = await city.post(LI, GXJ, `收到 ${number}`);
    await city.sandbox.settled();
    expect((await city.sandbox.state()).inbox).toMatchObject({ failed: 0, pending: 1 });
    await city.sandbox.advance('10 minutes');
    expect((await city.sandbox.state()).inbox).toMatchObject({ failed: 1, pending: 0 });
    expect(city.wecom.answersTo(msgid)).toEqual([expect.stringContaining('已完整保存')]);
    expect(city.pushed(OFFICE)).toEqual([expect.stringContaining('未能处理的消息')]);
  });

  it('keeps its own conversation waiting until then, and no other', async () => {
    const number = numberIn(await city.say(WANG, SHENGHONG, LOAN));
    await city.say(WANG, SHENGHONG, '确认');
    await spoil(number);
    await city.post(LI, GXJ, `收到 ${number}`);
    const { msgid } = await city.post(LI, GXJ, '帮助');
    await city.sandbox.settled();
    expect(city.wecom.answersTo(msgid)).toEqual([]);
    expect(await city.say('zhoujie', 'wrRsj', '帮助')).toContain('我是帮企通');
    await city.sandbox.advance('10 minutes');
    expect(city.wecom.answersTo(msgid)).toEqual([expect.stringContaining('我是帮企通')]);
  });
});
