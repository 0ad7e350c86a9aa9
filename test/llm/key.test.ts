import type { RequestListener } from 'node:http';
import { inspect } from 'node:util';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { closedAfterEach } from '../support/closed-after-each.ts';
import { openPlatform, says } from '../wecom/platform.ts';
import { completion, INPUT, KEY, modelAt, VIEW, views } from './model-server.ts';

const start = closedAfterEach(openPlatform);

const [problem] = VIEW.problems;
const echoing = { intent: 'report', problems: [{ ...problem, summary: `收到 Bearer ${KEY}` }] };

const ANSWERS: [string, RequestListener][] = [
  ['a view', views(VIEW)],
  ['a view that quotes the key', views(echoing)],
  ['a view that breaks the schema with the key', views({ ...VIEW, [KEY]: KEY })],
  ['a content that is the key', says(completion(KEY))],
  ['a refusal that quotes the key', says({ choices: [{ message: { refusal: KEY } }] })],
  ['an error that quotes the key', says({ error: { message: `Incorrect API key provided: ${KEY}` } }, 401)],
  ['a format refused with the key', says(`response_format unsupported for ${KEY}`, 400)],
  ['a redirect with the key', (_request, response) => response.writeHead(302, { location: `/?key=${KEY}` }).end()],
  ['a reset', (request) => request.socket.resetAndDestroy()],
  ['no answer', () => {}],
];

/** Everything that the process prints while a test runs. */
function listenToOutput(): string[] {
  const printed: string[] = [];
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((chunk) => printed.push(chunk.toString()) > 0);
  }
  for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    vi.spyOn(console, level).mockImplementation((...words: unknown[]) => void printed.push(inspect(words)));
  }
  return printed;
}

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

describe('the key of the model', () => {
  it.each(ANSWERS)('is in no result and no output after %s', async (_what, answer) => {
    const server = await start(answer);
    const printed = listenToOutput();
    const result = await modelAt(server.base, { timeoutMs: 300 }).read(INPUT);
    expect(server.received[0]?.headers['authorization']).toBe(`Bearer ${KEY}`);
    expect(inspect(result, { depth: null, showHidden: true })).not.toContain(KEY);
    expect(printed.join('')).not.toContain(KEY);
  });

  it('passes through no proxy that the environment names', async () => {
    const [server, proxy] = [await start(views(VIEW)), await start(says('', 502))];
    for (const name of ['http_proxy', 'HTTP_PROXY', 'all_proxy']) vi.stubEnv(name, proxy.base);
    for (const name of ['no_proxy', 'NO_PROXY']) vi.stubEnv(name, '');
    expect(await modelAt(server.base).read(INPUT)).toEqual({ ok: true, view: VIEW });
    expect(proxy.received).toEqual([]);
  });

  it('makes a view that quotes it worthless', async () => {
    const server = await start(views(echoing));
    expect(await modelAt(server.base).read(INPUT)).toEqual({ ok: false, why: 'badSchema' });
  });

  it('is sought as JSON writes it, too', async () => {
    const apiKey = String.raw`sk-"5ec2e7"\c0de`;
    const server = await start(views({ intent: 'report', problems: [{ ...problem, summary: apiKey }] }));
    expect(await modelAt(server.base, { apiKey }).read(INPUT)).toEqual({ ok: false, why: 'badSchema' });
  });

  it('may be a short placeholder that occurs in honest words', async () => {
    const server = await start(views(VIEW));
    expect(await modelAt(server.base, { apiKey: '4' }).read(INPUT)).toEqual({ ok: true, view: VIEW });
  });

  it.each([`${KEY}\n`, `${KEY} `, `${KEY}密`, ''])('is refused at opening without being repeated: %j', (apiKey) => {
    expect(() => modelAt('http://127.0.0.1:9', { apiKey })).toThrow(/printable ASCII/);
    expect(() => modelAt('http://127.0.0.1:9', { apiKey })).not.toThrow(KEY);
  });
});
