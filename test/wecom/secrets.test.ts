import type { RequestListener } from 'node:http';
import { inspect } from 'node:util';
import pino from 'pino';
import { describe, expect, it } from 'vitest';
import { closedAfterEach } from '../support/closed-after-each.ts';
import { appClientOf, withToken } from './app-platform.ts';
import { buildCard } from './cards.ts';
import { failureOf } from './failure-of.ts';
import { openPlatform } from './platform.ts';

/** Every credential of this file holds this mark. */
const MARK = '5ec2e7';
const start = closedAfterEach(openPlatform);
const FILE = { filename: 'a.pdf', bytes: Buffer.from('content') };
const TEXT = { type: 'text', content: '好' } as const;
const CARD = { ...buildCard('button_interaction') };

type Client = ReturnType<typeof appClientOf>;

const calls: Record<string, (client: Client, base: string) => Promise<unknown>> = {
  '/cgi-bin/webhook/send': ({ sendWebhook }) => sendWebhook(`key-${MARK}`, TEXT),
  '/cgi-bin/webhook/upload_media': ({ webhook }) => webhook.uploadMedia(`key-${MARK}`, 'file', FILE),
  '/cgi-bin/aibot/response': ({ respond }, base) =>
    respond(`${base}/cgi-bin/aibot/response?response_code=${MARK}`, '好'),
  '/cgi-bin/message/send': ({ app }) => app.sendMessage({ touser: ['a'], message: TEXT }),
  '/cgi-bin/message/update_template_card': ({ app }) =>
    app.updateTemplateCard({ userids: ['a'], responseCode: `RESP-${MARK}`, card: CARD }),
  '/cgi-bin/message/recall': ({ app }) => app.recall('M1'),
  '/cgi-bin/appchat/create': ({ app }) => app.appchat.create({ users: ['a', 'b'] }),
  '/cgi-bin/appchat/update': ({ app }) => app.appchat.update({ chatid: 'c1', name: '群' }),
  '/cgi-bin/appchat/get': ({ app }) => app.appchat.get('c1'),
  '/cgi-bin/appchat/send': ({ app }) => app.appchat.send('c1', TEXT),
  '/cgi-bin/media/upload': ({ app }) => app.uploadMedia('file', FILE),
  '/cgi-bin/media/get': ({ app }) => app.getMedia(`M-${MARK}`, { maxBytes: 100 }),
  '/cgi-bin/getcallbackip': ({ app }) => app.getCallbackIps(),
  '/cgi-bin/user/get': ({ app }) => app.directory.getUser('a'),
  '/cgi-bin/user/simplelist': ({ app }) => app.directory.listUsers(1),
  '/cgi-bin/department/simplelist': ({ app }) => app.directory.listDepartments(),
  '/cgi-bin/kf/sync_msg': ({ kf }) => kf.syncMessages({ token: `kf-${MARK}`, openKfId: 'wk1' }),
  '/cgi-bin/kf/send_msg': ({ kf }) => kf.sendMessage({ to: 'wm1', openKfId: 'wk1', message: TEXT }),
  '/cgi-bin/kf/send_msg_on_event': ({ kf }) => kf.sendOnEvent({ code: `code-${MARK}`, message: TEXT }),
  'download of a file': ({ downloadMedia }, base) =>
    downloadMedia(`${base}/media/1?sign=${MARK}`, { aesKey: `${MARK}${'a'.repeat(37)}`, maxBytes: 1_000 }),
};

/** What the platform may answer, with the whole request in it. */
const failures: Record<string, RequestListener> = {
  'an errcode': (request, response) => {
    const errmsg = `invalid ${request.url} ${MARK}, from ip: 203.0.113.7`;
    // Taken for a file it does not open, so that a download fails on it too.
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ errcode: 40058, errmsg }));
  },
  'a page of HTML': (request, response) => {
    response.writeHead(404, { 'Content-Type': 'text/html' }).end(`<html>${request.url} ${MARK}</html>`);
  },
  'a gateway error': (request, response) => response.writeHead(502).end(`${request.url} ${MARK}`),
  'a reset': (request) => request.socket.resetAndDestroy(),
  'no answer': () => {},
};

const cases = Object.keys(calls).flatMap((endpoint) => Object.keys(failures).map((what) => [endpoint, what] as const));

describe('no credential is in an error, its JSON, its stack or a log line', () => {
  it.each(cases)('of %s after %s', async (endpoint, what) => {
    const give = withToken({ errcode: 0 });
    const platform = await start((request, response) => {
      const isToken = request.url?.startsWith('/cgi-bin/gettoken');
      (isToken ? give : failures[what])?.(request, response);
    });
    const client = appClientOf(platform.base, {
      timeoutMs: 300,
      mediaTimeoutMs: 300,
      headers: () => ({ 'X-Secret': MARK }),
    });
    const call = calls[endpoint];
    if (!call) throw new Error('no such call');
    const failure = await failureOf(call(client, platform.base));
    expect(failure.endpoint).toBe(endpoint);
    expect(printed(failure)).not.toContain(MARK);
    expect(failure.cause).toBeUndefined();
  });

  it.each(Object.keys(failures))('of gettoken after %s', async (what) => {
    const platform = await start((request, response) => failures[what]?.(request, response));
    const failure = await failureOf(appClientOf(platform.base, { timeoutMs: 300 }).app.getCallbackIps());
    expect(failure.endpoint).toBe('/cgi-bin/gettoken');
    expect(printed(failure)).not.toContain(MARK);
  });
});

function printed(failure: Error): string {
  const logged = JSON.stringify(pino.stdSerializers.err(failure));
  return [inspect(failure, { depth: null, showHidden: true }), JSON.stringify(failure), failure.stack, logged].join();
}
