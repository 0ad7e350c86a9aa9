import Router from '@koa/router';
import type { Context as KoaContext } from 'koa';
import { asksForWork, type Inbound, type Press } from '../../domain/inbound.ts';
import { openCallback, openVerification, type Refused } from '../../wecom/callback.ts';
import type { Credentials } from '../../wecom/credentials.ts';
import { before } from '../before.ts';
import type { Context } from '../context.ts';
import { type AnsweredPress, answerPress } from './answer-press.ts';
import { readBody } from './body.ts';

/** Longest callback body, bytes (design.md section 6). */
const BODY_LIMIT = 1024 * 1024;

/** A message must be answered within 2 s even when MongoDB hangs; reading the clock and storing share this time. */
const STORE_TIMEOUT_MS = 1800;

/** One way by which the platform calls us: where, how its bodies are read, and how it is answered. */
export interface Channel {
  name: Inbound['channel'];
  path: string;
  /** Null while the channel is not configured: its address answers 404. */
  credentials: Credentials | null;
  readBody(raw: Buffer): { ok: true; encrypt: string } | Refused;
  read(plaintext: string): { inbound: Inbound; raw: object } | { problem: string };
  /** What is answered to something that could not be stored. */
  away(ctx: KoaContext, v: Answering & { inbound: Inbound }): void;
  /** The body that changes the card which was pressed. */
  changed(v: Answering & { inbound: Inbound & { press: Press }; answered: AnsweredPress }): string;
}

/** What a passive reply is sealed with. */
export interface Answering {
  credentials: Credentials;
  nonce: string;
  now: Date;
}

/** A callback address: verify, decrypt, keep, acknowledge. Nothing else happens in the request, save the wait for a pressed card's answer. */
export function callbackRouter(channel: Channel, context: Context): Router {
  const router = new Router();
  const { credentials, path } = channel;
  router.get(path, async (ctx) => {
    if (credentials) await verify(ctx, credentials, context);
  });
  router.post(path, async (ctx) => {
    const stop = context.metrics.callbackSeconds.startTimer();
    if (credentials) await take(ctx, { ...channel, credentials }, context);
    stop();
    context.metrics.callbacks.inc({ channel: channel.name, status: String(ctx.status) });
  });
  return router;
}

async function verify(ctx: KoaContext, credentials: Credentials, context: Context): Promise<void> {
  const opened = openVerification({ credentials, query: ctx.querystring, now: await context.clock.now() });
  if (!opened.ok) return refuse(ctx, opened, context);
  ctx.type = 'text/plain';
  ctx.body = opened.plaintext;
}

async function take(ctx: KoaContext, channel: Channel & { credentials: Credentials }, context: Context): Promise<void> {
  const { credentials } = channel;
  const body = await readBody(ctx.req, BODY_LIMIT);
  if (!body) return refuse(ctx, { status: 413, problem: 'the body is longer than 1 MiB' }, context);
  const sealed = channel.readBody(body);
  if (!sealed.ok) return refuse(ctx, sealed, context);
  const deadline = Date.now() + STORE_TIMEOUT_MS;
  const now = await businessNow(context, deadline);
  const opened = openCallback({ credentials, query: ctx.querystring, encrypt: sealed.encrypt, now });
  if (!opened.ok) return refuse(ctx, opened, context);
  const message = channel.read(opened.plaintext);
  if ('problem' in message) return refuse(ctx, { status: 400, problem: message.problem }, context);
  const { inbound, raw } = message;
  ctx.status = 200;
  ctx.body = '';
  if (inbound.kind === 'refresh') return;
  const answering = { credentials, nonce: opened.nonce, now };
  try {
    const isNew = await before(deadline, context.stores.inbox.insert(inbound, raw, now));
    if (isNew && asksForWork(inbound)) context.bell.ring('inbox');
  } catch (error) {
    context.log.error({ err: error, inbox: inbound.id }, 'a message could not be stored; it has to be sent again');
    channel.away(ctx, { ...answering, inbound });
    return;
  }
  const { press } = inbound;
  const answered = press && (await answerPress({ ...inbound, press }, context));
  if (answered) ctx.body = channel.changed({ ...answering, inbound: { ...inbound, press }, answered });
}

async function businessNow(context: Context, deadline: number): Promise<Date> {
  try {
    return await before(deadline, context.clock.now());
  } catch {
    return context.clock.shownLast();
  }
}

function refuse(ctx: KoaContext, v: { status: number; problem: string }, context: Context): void {
  context.log.warn({ status: v.status, problem: v.problem }, 'a callback was refused');
  ctx.status = v.status;
  ctx.body = '';
}
