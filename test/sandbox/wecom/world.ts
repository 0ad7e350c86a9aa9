import { createServer, type Server } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import Koa from 'koa';
import type { Seen } from '../../../src/sandbox/wecom/seen.ts';
import {
  buildWecomSimulator,
  type SimulatorOptions,
  type WecomSimulator,
} from '../../../src/sandbox/wecom/simulator.ts';
import { openCallback, openVerification, readBotBody, sealReply } from '../../../src/wecom/callback.ts';
import type { Credentials } from '../../../src/wecom/credentials.ts';
import { buildCredentials } from '../../wecom/credentials.ts';

/** A callback as the service under test opened it. */
export interface Heard {
  body: { [key: string]: unknown };
  nonce: string;
  query: string;
  raw: string;
}

/** What the service under test answers: its HTTP body, or with a status; undefined is an empty 200. */
export type Reply = string | { status: number; body?: string } | undefined;

/** A simulator with a small service, both on loopback, on a clock that stands until it is moved. */
export interface World {
  simulator: WecomSimulator;
  credentials: Credentials;
  origin: string;
  heard: Heard[];
  /** Raw queries of the verifications. */
  asked: string[];
  clock: { now: Date };
  /** Seals a passive message for a callback. */
  seal: (heard: Heard, message: object) => string;
  close(): Promise<void>;
}

/** How a world differs from the plain one. */
export interface WorldOptions
  extends Partial<Pick<SimulatorOptions, 'deadlineMs' | 'retries' | 'refreshMs' | 'switches'>> {
  reply?: ((heard: Heard, world: World) => Reply | Promise<Reply>) | undefined;
  /** Answers the verification; by default with the echo. */
  echo?: (plaintext: string) => Reply;
}

export const START = new Date('2026-11-27T09:00:10+08:00');
export const GROUP = { chatid: 'wrChatShenghong', webhookKey: 'key-1', name: '盛弘机械包联群' };
export const BOT_NAME = '帮企通';

/** Starts a world with one group. */
export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const credentials = buildCredentials();
  const clock = { now: START };
  const heard: Heard[] = [];
  const asked: string[] = [];
  const service = await listen(buildService(options, () => world));
  const platform = new Koa();
  const platformServer = await listen(platform);
  const { deadlineMs = 5_000, retries = 0, refreshMs = 1, switches = {} } = options;
  const simulator = buildWecomSimulator({
    service: {
      url: `${service.origin}/wecom/bot`,
      token: credentials.token,
      aesKey: credentials.aesKey,
      botName: BOT_NAME,
    },
    now: async () => clock.now,
    origin: platformServer.origin,
    deadlineMs,
    retries,
    refreshMs,
    switches,
  });
  platform.use(simulator.routes.routes());
  simulator.registerGroup(GROUP);
  const world: World = {
    simulator,
    credentials,
    origin: platformServer.origin,
    heard,
    asked,
    clock,
    seal: ({ nonce }, message) => sealReply({ credentials, nonce, now: clock.now, message }),
    close: async () => {
      simulator.close();
      await Promise.all([service.close(), platformServer.close()]);
    },
  };
  return world;
}

/** Waits until something appears that fits. */
export function waitForSeen(simulator: WecomSimulator, fits: (seen: Seen) => boolean): Promise<Seen> {
  return new Promise((resolve) => {
    const stop = simulator.onSeen((seen) => {
      if (!fits(seen)) return;
      stop();
      resolve(seen);
    });
  });
}

/** Lets everything run until the condition holds; the test's own time limit ends a wait in vain. */
export async function waitUntil(holds: () => boolean): Promise<void> {
  while (!holds()) await setImmediate();
}

/** Posts JSON to the platform as a client of its own would. */
export async function postJson(address: string, body: object | string, headers: Record<string, string> = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const answer = await fetch(address, { method: 'POST', body: text, headers });
  const json: { errcode: number; errmsg: string } = JSON.parse(await answer.text());
  return { status: answer.status, ...json };
}

function buildService(options: WorldOptions, world: () => World): Koa {
  const app = new Koa();
  app.use(async (ctx) => {
    const { credentials, clock, heard, asked } = world();
    const query = ctx.querystring;
    if (ctx.method === 'GET') {
      asked.push(query);
      const opened = openVerification({ credentials, query, now: clock.now });
      give(ctx, opened.ok ? (options.echo ?? String)(opened.plaintext) : { status: opened.status });
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of ctx.req) chunks.push(chunk);
    const raw = Buffer.concat(chunks).toString();
    const body = readBotBody(raw);
    const opened = body.ok ? openCallback({ credentials, query, encrypt: body.encrypt, now: clock.now }) : body;
    if (!opened.ok) return give(ctx, { status: opened.status });
    const call: Heard = { body: JSON.parse(opened.plaintext), nonce: opened.nonce, query, raw };
    heard.push(call);
    give(ctx, await options.reply?.(call, world()));
  });
  return app;
}

function give(ctx: Koa.Context, reply: Reply): void {
  const { status, body = '' } = typeof reply === 'object' ? reply : { status: 200, body: reply };
  ctx.status = status;
  ctx.body = body;
}

/** Listens on a free port of loopback. */
export async function listen(app: Koa) {
  // Composed at each request: the platform's routes are added after its address is known.
  const server = createServer((request, response) => void app.callback()(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${portOf(server)}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}
