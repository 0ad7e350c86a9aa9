import Koa from 'koa';
import type { AppPlatform } from '../../../src/sandbox/wecom/app/platform.ts';
import { readXml } from '../../../src/sandbox/wecom/app/xml.ts';
import type { Json } from '../../../src/sandbox/wecom/content.ts';
import { buildWecomSimulator, type WecomSimulator } from '../../../src/sandbox/wecom/simulator.ts';
import type { Switches } from '../../../src/sandbox/wecom/switches.ts';
import { openCallback, openVerification } from '../../../src/wecom/callback.ts';
import { encrypt } from '../../../src/wecom/cipher.ts';
import { signature } from '../../../src/wecom/signature.ts';
import { APP, appClientOf } from '../../wecom/app-platform.ts';
import { buildCredentials } from '../../wecom/credentials.ts';
import { BOT_NAME, GROUP, listen, type Reply, START } from './world.ts';

/** A callback of the app as the service under test opened it. */
export interface AppHeard {
  body: Json;
  /** The XML inside the envelope, and the envelope. */
  plaintext: string;
  raw: string;
  query: string;
}

/** A simulator with an app and our own client, on a clock that stands until it is moved. */
export interface AppWorld {
  simulator: WecomSimulator;
  app: AppPlatform;
  client: ReturnType<typeof appClientOf>;
  origin: string;
  heard: AppHeard[];
  clock: { now: Date };
  /** Moves the clock. */
  wait: (ms: number) => void;
  /** Seals the XML of a passive reply. */
  seal: (xml: string) => string;
  close(): Promise<void>;
}

/** How an app world differs from the plain one. */
export interface AppWorldOptions {
  reply?: (heard: AppHeard, world: AppWorld) => Reply | Promise<Reply>;
  switches?: Partial<Switches>;
  deadlineMs?: number;
  trustedIps?: string[];
}

export const CREDENTIALS = buildCredentials({ receiveid: APP.corpId });

/** Starts a world with two members, of whom nothing is known but that they exist. */
export async function startAppWorld(options: AppWorldOptions = {}): Promise<AppWorld> {
  const clock = { now: START };
  const heard: AppHeard[] = [];
  const service = await listen(buildService(options, () => world));
  const platform = new Koa();
  const server = await listen(platform);
  const { token, aesKey } = CREDENTIALS;
  const { trustedIps, deadlineMs = 5_000 } = options;
  const simulator = buildWecomSimulator({
    service: { url: `${service.origin}/wecom/bot`, token, aesKey, botName: BOT_NAME },
    app: { ...APP, url: `${service.origin}/wecom/app`, token, aesKey, ...(trustedIps && { trustedIps }) },
    now: async () => clock.now,
    origin: server.origin,
    deadlineMs,
    switches: options.switches ?? {},
  });
  platform.use(simulator.routes.routes());
  simulator.registerGroup(GROUP);
  const { app } = simulator;
  if (!app) throw new Error('a simulator with an app was expected');
  app.registerMember({ userid: 'zhangsan', name: '张三', departments: [2] });
  app.registerMember({ userid: 'LiSi', name: '李四' });
  const now = () => clock.now;
  const headers = () => ({ 'X-Sandbox-Now': clock.now.toISOString() });
  const world: AppWorld = {
    simulator,
    app,
    client: appClientOf(server.origin, { now, headers }),
    origin: server.origin,
    heard,
    clock,
    wait: (ms) => {
      clock.now = new Date(clock.now.getTime() + ms);
    },
    seal: (xml) => seal(xml, clock.now),
    close: async () => {
      simulator.close();
      await Promise.all([service.close(), server.close()]);
    },
  };
  return world;
}

/** Asks for an access_token as a client of its own would. */
export async function tokenOf({ origin }: AppWorld): Promise<string> {
  const url = `${origin}/cgi-bin/gettoken?corpid=${APP.corpId}&corpsecret=${APP.secret}`;
  const answer = await (await fetch(url)).json();
  return (answer as { access_token: string }).access_token;
}

function buildService(options: AppWorldOptions, world: () => AppWorld): Koa {
  const koa = new Koa();
  koa.use(async (ctx) => {
    const { clock, heard } = world();
    const query = ctx.querystring;
    if (ctx.method === 'GET') {
      const opened = openVerification({ credentials: CREDENTIALS, query, now: clock.now });
      ctx.body = opened.ok ? opened.plaintext : '';
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of ctx.req) chunks.push(chunk);
    const raw = Buffer.concat(chunks).toString();
    const sealed = String(readXml(raw)?.encrypt);
    const opened = openCallback({ credentials: CREDENTIALS, query, encrypt: sealed, now: clock.now });
    const plaintext = opened.ok ? opened.plaintext : '';
    const call = { body: readXml(plaintext) ?? {}, plaintext, raw, query };
    heard.push(call);
    const reply = await options.reply?.(call, world());
    const { status, body = '' } = typeof reply === 'object' ? reply : { status: 200, body: reply };
    ctx.status = status;
    ctx.body = body;
  });
  return koa;
}

function seal(xml: string, now: Date): string {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const parts = { token: CREDENTIALS.token, timestamp, nonce: 'own-nonce', encrypt: encrypt(xml, CREDENTIALS) };
  return `<xml><Encrypt><![CDATA[${parts.encrypt}]]></Encrypt><MsgSignature><![CDATA[${signature(parts)}]]></MsgSignature><TimeStamp>${timestamp}</TimeStamp><Nonce><![CDATA[own-nonce]]></Nonce></xml>`;
}
