import type { RequestListener } from 'node:http';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { buildWecomClient, type WecomClientOptions } from '../../src/wecom/client.ts';
import { failureOf } from './failure-of.ts';
import { findClosedBase, openPlatform, openRawPlatform, says } from './platform.ts';
import { closedAfterEach } from '../support/closed-after-each.ts';

const KEY = 'c0ffee00-aaaa-bbbb-cccc-5ec2e7c0de00';
const CODE = 'RC-5ec2e7';
const TEXT = { type: 'text', content: '今日待办 3 件' } as const;

const start = closedAfterEach(openPlatform);
const startRaw = closedAfterEach(openRawPlatform);

function clientOf(base: string, changes: Partial<WecomClientOptions> = {}) {
  return buildWecomClient({ base, timeoutMs: 5_000, ...changes });
}

describe('a refusal of the platform', () => {
  it.each([
    [-1, true, 2_000],
    [45009, true, 60_000],
    [45033, true, 1_000],
    [93000, false, null],
    [93004, false, null],
    [93008, false, null],
    [40058, false, null],
    [45002, false, null],
    [999_999, false, null],
  ])('with errcode %i: retryable %s after %s ms', async (errcode, retryable, retryAfterMs) => {
    const platform = await start(says({ errcode, errmsg: 'no' }));
    const failure = await failureOf(clientOf(platform.base).sendWebhook(KEY, TEXT));
    expect(failure).toMatchObject({ errcode, retryable, retryAfterMs, outcome: 'refused' });
    expect(failure.endpoint).toBe('/cgi-bin/webhook/send');
  });

  it('tells the operator what to do, with the hint that support asks for and nothing else of errmsg', async () => {
    const errmsg = `invalid webhook url ${KEY}, hint: [1708397705432012366598976], from ip: 203.0.113.7`;
    const platform = await start(says({ errcode: 93000, errmsg }));
    const failure = await failureOf(clientOf(platform.base).sendWebhook(KEY, TEXT));
    expect(failure.message).toMatch(/93000 \(hint 1708397705432012366598976\).*removed from the group/);
    expect(failure.message).not.toContain('203.0.113.7');
  });

  it.each([301, 403, 404])('with HTTP %i and no errcode is no reason to give up', async (status) => {
    const platform = await start(says('<html>', status));
    const failure = await failureOf(clientOf(platform.base).sendWebhook(KEY, TEXT));
    expect(failure).toMatchObject({ errcode: null, outcome: 'refused', retryable: true, retryAfterMs: 60_000 });
  });

  it.each([
    [500, 'refused'],
    [502, 'refused'],
    [503, 'refused'],
    [504, 'unknown'],
  ])('with HTTP %i is retryable, its outcome %s', async (status, outcome) => {
    const platform = await start(says({ errcode: 0 }, status));
    const failure = await failureOf(clientOf(platform.base).sendWebhook(KEY, TEXT));
    expect(failure).toMatchObject({ outcome, retryable: true });
  });

  it.each(['<html>welcome</html>', '', '{}', '{"errcode":"0"}'])(
    'is assumed nowhere else: %j leaves it open',
    async (body) => {
      const platform = await start(says(body));
      const failure = await failureOf(clientOf(platform.base).sendWebhook(KEY, TEXT));
      expect(failure).toMatchObject({ outcome: 'unknown', retryable: true });
    },
  );

  it('follows no redirect', async () => {
    const platform = await start((_request, response) => response.writeHead(307, { location: '/elsewhere' }).end());
    await failureOf(clientOf(platform.base).sendWebhook(KEY, TEXT));
    expect(platform.received).toHaveLength(1);
  });
});

describe('a call without an answer', () => {
  it('is unsent when nobody listens', async () => {
    const failure = await failureOf(clientOf(await findClosedBase()).sendWebhook(KEY, TEXT));
    expect(failure).toMatchObject({ outcome: 'unsent', retryable: true, errcode: null });
    expect(failure.message).toContain('ECONNREFUSED');
  });

  it('is unsent when the TLS handshake breaks off', async () => {
    const platform = await startRaw((socket) => socket.once('data', () => socket.destroy()));
    const failure = await failureOf(clientOf(platform.base.replace('http:', 'https:')).sendWebhook(KEY, TEXT));
    expect(failure).toMatchObject({ outcome: 'unsent', retryable: true });
  });

  it('is unknown when the connection is reset after the request', async () => {
    const platform = await startRaw((socket) => socket.once('data', () => socket.resetAndDestroy()));
    const failure = await failureOf(clientOf(platform.base).sendWebhook(KEY, TEXT));
    expect(failure).toMatchObject({ outcome: 'unknown', retryable: true });
  });

  it('is unknown when the time is over before an answer', async () => {
    const platform = await start(() => {});
    const failure = await failureOf(clientOf(platform.base, { timeoutMs: 50 }).sendWebhook(KEY, TEXT));
    expect(failure).toMatchObject({ outcome: 'unknown', retryable: true });
    expect(failure.message).toContain('ETIMEDOUT');
  });

  it('is unknown when the answer never ends', async () => {
    const platform = await start((_request, response) => response.writeHead(200).write('{"errcode":'));
    const failure = await failureOf(clientOf(platform.base, { timeoutMs: 50 }).sendWebhook(KEY, TEXT));
    expect(failure).toMatchObject({ outcome: 'unknown', retryable: true });
  });

  it('is unknown when the answer is endlessly long', async () => {
    const platform = await start(says({ errcode: 0, errmsg: 'x'.repeat(100_000) }));
    const failure = await failureOf(clientOf(platform.base).sendWebhook(KEY, TEXT));
    expect(failure).toMatchObject({ outcome: 'unknown', retryable: true });
  });
});

describe('no credential', () => {
  const answers: [string, RequestListener][] = [
    ['a refusal', says({ errcode: 93000, errmsg: `bad ${KEY} ${CODE}` })],
    ['an HTTP error', says(`${KEY} ${CODE}`, 404)],
    ['a gateway error', says('', 502)],
    ['a reset', (request) => request.socket.resetAndDestroy()],
    ['a time-out', () => {}],
  ];

  it.each(answers)('is in the error after %s, however it is printed', async (_what, answer) => {
    const platform = await start(answer);
    const client = clientOf(platform.base, { timeoutMs: 100, headers: () => ({ 'X-Token': 'tok-5ec2e7' }) });
    const failures = [
      await failureOf(client.sendWebhook(KEY, TEXT)),
      await failureOf(client.respond(`${platform.base}/cgi-bin/aibot/response?response_code=${CODE}`, 'x')),
    ];
    for (const failure of failures) {
      const printed = [
        inspect(failure, { depth: null, showHidden: true }),
        JSON.stringify(failure),
        failure.stack,
      ].join();
      expect(printed).not.toMatch(/5ec2e7/);
      expect(failure.cause).toBeUndefined();
    }
  });
});
