import type { RequestListener } from 'node:http';
import { describe, expect, it } from 'vitest';
import { buildMemoryTokenStore, type Token, type TokenStore } from '../../src/wecom/token.ts';
import { closedAfterEach } from '../support/closed-after-each.ts';
import { APP, appClientOf, callsOf } from './app-platform.ts';
import { failureOf } from './failure-of.ts';
import { openPlatform, type Platform } from './platform.ts';

const start = closedAfterEach(openPlatform);
const START = new Date('2026-11-27T09:00:00+08:00');

/** Gives out T1, T2 … and refuses the tokens in `refused` with their code. */
function platformOf(refused: Record<string, number> = {}): RequestListener {
  let given = 0;
  return (request, response) => {
    const url = new URL(request.url ?? '', 'http://x');
    const isToken = url.pathname === '/cgi-bin/gettoken';
    if (isToken) given += 1;
    const errcode = isToken ? 0 : (refused[url.searchParams.get('access_token') ?? ''] ?? 0);
    response.end(JSON.stringify({ errcode, ...(isToken && { access_token: `T${given}`, expires_in: 7200 }) }));
  };
}

function askedOf(platform: Platform): number {
  return platform.received.length - callsOf(platform).length;
}

function tokensOf(platform: Platform): (string | undefined)[] {
  return callsOf(platform).map(({ url }) => /access_token=(\w+)/.exec(url)?.[1]);
}

describe('the token of the app', () => {
  it('is asked for with corp id and secret, once for many calls at a time', async () => {
    const platform = await start(platformOf());
    const { app } = appClientOf(platform.base);
    await Promise.all([app.getCallbackIps(), app.getCallbackIps(), app.getCallbackIps()]);
    await app.getCallbackIps();
    expect(platform.received[0]?.url).toBe('/cgi-bin/gettoken?corpid=wwSIMCORP&corpsecret=SECRET-5ec2e7');
    expect(askedOf(platform)).toBe(1);
    expect(tokensOf(platform)).toEqual(['T1', 'T1', 'T1', 'T1']);
  });

  it('is renewed when nine tenths of its life are over', async () => {
    const platform = await start(platformOf());
    const clock = { now: START };
    const { app } = appClientOf(platform.base, { now: () => clock.now });
    await app.getCallbackIps();
    clock.now = new Date(START.getTime() + 7200 * 900 - 1);
    await app.getCallbackIps();
    clock.now = new Date(START.getTime() + 7200 * 900);
    await app.getCallbackIps();
    expect(tokensOf(platform)).toEqual(['T1', 'T1', 'T2']);
  });

  it.each([40014, 42001])('is dropped and fetched once on %i, and the call made once more', async (errcode) => {
    const platform = await start(platformOf({ T1: errcode }));
    const { app } = appClientOf(platform.base);
    await Promise.all([app.getCallbackIps(), app.getCallbackIps()]);
    expect(askedOf(platform)).toBe(2);
    expect(tokensOf(platform)).toEqual(['T1', 'T1', 'T2', 'T2']);
  });

  it('is given up after that, to be tried later', async () => {
    const platform = await start(platformOf({ T1: 40014, T2: 40014 }));
    const failure = await failureOf(appClientOf(platform.base).app.getCallbackIps());
    expect(failure).toMatchObject({ errcode: 40014, retryable: true });
    expect(tokensOf(platform)).toEqual(['T1', 'T2']);
  });

  it('is not fetched again for another refusal', async () => {
    const platform = await start(platformOf({ T1: 81013 }));
    await failureOf(appClientOf(platform.base).app.getCallbackIps());
    expect(askedOf(platform)).toBe(1);
  });

  it('is common to all that share a store', async () => {
    const platform = await start(platformOf());
    const app = { ...APP, tokens: buildMemoryTokenStore() };
    await appClientOf(platform.base, { app }).app.getCallbackIps();
    await appClientOf(platform.base, { app }).app.getCallbackIps();
    expect(askedOf(platform)).toBe(1);
  });

  it('is awaited while another process asks for it', async () => {
    const platform = await start(platformOf());
    const own = buildMemoryTokenStore();
    const tokens: TokenStore = { ...own, take: async () => null };
    const slept: number[] = [];
    const sleep = async (ms: number) => {
      slept.push(ms);
      const expiresAt = new Date(START.getTime() + 7_200_000);
      if (slept.length === 3) await own.write({ value: 'THEIRS', refreshAt: expiresAt, expiresAt }, 'own');
    };
    await appClientOf(platform.base, { app: { ...APP, tokens }, now: () => START, sleep }).app.getCallbackIps();
    expect(slept).toHaveLength(3);
    expect([askedOf(platform), tokensOf(platform)]).toEqual([0, ['THEIRS']]);
  });

  it('goes on to be used while another process renews it early', async () => {
    const platform = await start(platformOf());
    const old: Token = { value: 'OLD', refreshAt: START, expiresAt: new Date(START.getTime() + 1) };
    const tokens: TokenStore = { ...buildMemoryTokenStore(), read: async () => old, take: async () => null };
    await appClientOf(platform.base, { app: { ...APP, tokens }, now: () => START }).app.getCallbackIps();
    expect(tokensOf(platform)).toEqual(['OLD']);
  });

  it('is given up when another process never ends its turn', async () => {
    const platform = await start(platformOf());
    const tokens: TokenStore = { ...buildMemoryTokenStore(), take: async () => null };
    const client = appClientOf(platform.base, { app: { ...APP, tokens }, sleep: async () => {} });
    expect(await failureOf(client.app.getCallbackIps())).toMatchObject({ outcome: 'unsent', retryable: true });
  });

  it('leaves the turn to others when the asking fails', async () => {
    const platform = await start((_request, response) => response.end('{"errcode":40001}'));
    const given: string[] = [];
    const tokens: TokenStore = { ...buildMemoryTokenStore(), giveBack: async (turn) => void given.push(turn) };
    const failure = await failureOf(appClientOf(platform.base, { app: { ...APP, tokens } }).app.getCallbackIps());
    expect(failure).toMatchObject({ errcode: 40001, endpoint: '/cgi-bin/gettoken' });
    expect(failure.message).toContain('WECOM_APP_SECRET');
    expect(given).toEqual(['own']);
  });

  it('is not taken from an answer without one', async () => {
    const platform = await start((_request, response) => response.end('{"errcode":0,"expires_in":7200}'));
    const failure = await failureOf(appClientOf(platform.base).app.getCallbackIps());
    expect(failure).toMatchObject({ endpoint: '/cgi-bin/gettoken', retryable: true });
  });
});
