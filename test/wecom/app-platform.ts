import type { RequestListener } from 'node:http';
import { buildWecomClient, type WecomClientOptions } from '../../src/wecom/client.ts';
import { buildMemoryTokenStore } from '../../src/wecom/token.ts';
import type { Platform, Received } from './platform.ts';

/** What a self-built app of tests is known by. Each secret holds the mark that no error may show. */
export const APP = { corpId: 'wwSIMCORP', agentId: 1_000_002, secret: 'SECRET-5ec2e7' } as const;

/** A client with an app, its token kept in memory. */
export function appClientOf(base: string, changes: Partial<WecomClientOptions> = {}) {
  const { app: appAccess = { ...APP, tokens: buildMemoryTokenStore() }, ...rest } = changes;
  const client = buildWecomClient({ base, timeoutMs: 5_000, app: appAccess, ...rest });
  if (!client.app || !client.kf) throw new Error('a client with an app was expected');
  return { ...client, app: client.app, kf: client.kf };
}

/** Gives out a token, and answers every other call with `body`. */
export function withToken(body: object, token = 'TOKEN-5ec2e7'): RequestListener {
  return (request, response) => {
    const isToken = request.url?.startsWith('/cgi-bin/gettoken');
    const answer = isToken ? { errcode: 0, errmsg: 'ok', access_token: token, expires_in: 7200 } : body;
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer));
  };
}

/** The calls besides those for a token. */
export function callsOf(platform: Platform): (Received & { json: unknown })[] {
  return platform.received
    .filter(({ url }) => !url.startsWith('/cgi-bin/gettoken'))
    .map((call) => ({ ...call, json: call.body.startsWith('{') ? JSON.parse(call.body) : null }));
}
