import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { buildOutsideApp, type OutsideApp } from './outside-app.ts';
import { type Listener, listenOn } from './listener.ts';
import { markdownOf, pictureOf, readBody } from './outside-body.ts';

/** One message of the bot that stands in a chat, and the business time at which it was sent. */
export interface Shown {
  chat: string;
  text: string;
  via: 'webhook' | 'response' | 'passive';
  at: Date;
  /** The message that it answers. */
  answers?: string;
}

/** How calls go wrong: an errcode, an HTTP status, no answer at all, or a connection cut. `taken`: it is shown nevertheless. */
export type Fault = ({ errcode: number } | { status: number } | { ends: 'hang' | 'reset' }) & { taken?: boolean };

/** The HTTP side of the platform, written from the platform's documents alone. */
export interface Platform {
  base: string;
  shown: Shown[];
  /** The paths of all calls, whatever became of them. */
  calls: string[];
  /** What a good caller avoids: a limit exceeded, a link used twice, a message of a wrong form. */
  offences: string[];
  addRobot(chatid: string, key: string): void;
  /** Somebody removes the group's robot: its key is of no more use. */
  removeRobot(chatid: string): void;
  /** The pictures that were posted to groups. */
  pictures: { chat: string; bytes: Buffer }[];
  /** What lies on the media host, by path under /media/; anything else there is over. */
  files: Map<string, Buffer>;
  /** The side of the self-built app. */
  app: OutsideApp;
  issueResponseUrl(target: { chat: string; answers: string; now: Date }): string;
  /** Every call fails so until `up`; without a fault nothing listens. */
  down(fault?: Fault): Promise<void>;
  up(): Promise<void>;
  close(): Promise<void>;
}

interface State {
  pictures: Platform['pictures'];
  app: OutsideApp;
  robots: Map<string, { chat: string; taken: number[] }>;
  links: Map<string, { chat: string; answers: string; until: number }>;
  shown: Shown[];
}

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const PER_MINUTE = 20;
const MAX_BYTES = { webhook: 4096, response: 20_480 } as const;

/** Opens a platform without chats on a free port of loopback. It takes `answerMs` of machine time over an answer. */
export async function openPlatform({ answerMs = 0 } = {}): Promise<Platform> {
  const app = buildOutsideApp();
  const pictures: Platform['pictures'] = [];
  const state: State = { app, pictures, robots: new Map(), links: new Map(), shown: [] };
  const calls: string[] = [];
  const offences: string[] = [];
  const files = new Map<string, Buffer>();
  let fault: Fault | null = null;
  const listener = await listenOn(
    createServer((request, response) => {
      void serve({ request, response, state, fault, calls, offences, files, answerMs });
    }),
  );
  const base = `http://127.0.0.1:${listener.port}`;
  return {
    ...switches(listener, (next) => {
      fault = next;
    }),
    base,
    files,
    pictures,
    app,
    shown: state.shown,
    calls,
    offences,
    addRobot: (chat, key) => void state.robots.set(key, { chat, taken: [] }),
    removeRobot(chatid) {
      for (const [key, { chat }] of state.robots) if (chat === chatid) state.robots.delete(key);
    },
    issueResponseUrl({ chat, answers, now }) {
      const code = randomUUID();
      state.links.set(code, { chat, answers, until: now.getTime() + HOUR_MS });
      return `${base}/cgi-bin/aibot/response?response_code=${code}`;
    },
  };
}

function switches(
  listener: Listener,
  setFault: (fault: Fault | null) => void,
): Pick<Platform, 'down' | 'up' | 'close'> {
  return {
    async down(fault) {
      setFault(fault ?? null);
      if (!fault) await listener.stop();
    },
    async up() {
      setFault(null);
      listener.cut();
      await listener.start();
    },
    close: () => listener.stop(),
  };
}

interface Call {
  request: IncomingMessage;
  response: ServerResponse;
  state: State;
  fault: Fault | null;
  calls: string[];
  offences: string[];
  files: Map<string, Buffer>;
  answerMs: number;
}

async function serve({ request, response, state, fault, calls, offences, files, answerMs }: Call): Promise<void> {
  const url = new URL(request.url ?? '', 'http://platform');
  calls.push(url.pathname);
  const file = files.get(url.pathname);
  if (file) return void response.writeHead(200, { 'content-disposition': 'attachment' }).end(file);
  if (url.pathname.startsWith('/media/')) return void response.writeHead(403).end();
  const body = await readBody(request);
  const now = new Date(String(request.headers['x-sandbox-now']));
  const errcode = fault && !fault.taken ? 0 : judge(state, { url, body, now });
  if (fault) return fail(fault, request, response);
  if (answerMs > 0) await delay(answerMs);
  if (typeof errcode === 'object') return void response.end(JSON.stringify(errcode));
  if (errcode !== 0) offences.push(`${url.pathname} answered ${errcode}`);
  response.end(
    JSON.stringify({ errcode, errmsg: errcode === 0 ? 'ok' : `refused, hint: [17083977], from ip: 127.0.0.1` }),
  );
}

function fail(fault: Fault, request: IncomingMessage, response: ServerResponse): void {
  if ('errcode' in fault) response.end(JSON.stringify({ errcode: fault.errcode, errmsg: 'out of order' }));
  else if ('status' in fault) response.writeHead(fault.status).end('<h1>out of order</h1>');
  else if (fault.ends === 'reset') request.socket.resetAndDestroy();
}

interface Said {
  url: URL;
  body: string;
  content: string | null;
  now: Date;
}

function judge(state: State, call: { url: URL; body: string; now: Date }): number | Record<string, unknown> {
  if (Number.isNaN(call.now.getTime())) return 40035;
  const ofApp = state.app.answer(call);
  if (ofApp) return ofApp;
  const said = { ...call, content: markdownOf(call.body) };
  if (said.url.pathname === '/cgi-bin/webhook/send') return takeWebhook(state, said);
  return said.url.pathname === '/cgi-bin/aibot/response' ? takeResponse(state, said) : 40066;
}

function takeWebhook({ robots, shown, pictures }: State, { url, body, content, now }: Said): number {
  const robot = robots.get(url.searchParams.get('key') ?? '');
  if (!robot) return 93000;
  robot.taken = robot.taken.filter((at) => at > now.getTime() - MINUTE_MS);
  if (robot.taken.length >= PER_MINUTE) return 45009;
  const picture = pictureOf(body);
  if (picture) pictures.push({ chat: robot.chat, bytes: picture });
  if (picture) robot.taken.push(now.getTime());
  if (picture) return 0;
  if (!fits(content, MAX_BYTES.webhook)) return 40058;
  robot.taken.push(now.getTime());
  shown.push({ chat: robot.chat, text: content, via: 'webhook', at: now });
  return 0;
}

function takeResponse({ links, shown }: State, { url, content, now }: Said): number {
  const code = url.searchParams.get('response_code') ?? '';
  const link = links.get(code);
  if (!link || now.getTime() > link.until || !fits(content, MAX_BYTES.response)) return 40058;
  links.delete(code);
  shown.push({ chat: link.chat, text: content, via: 'response', at: now, answers: link.answers });
  return 0;
}

function fits(content: string | null, bytes: number): content is string {
  return content !== null && content !== '' && Buffer.byteLength(content) <= bytes;
}
