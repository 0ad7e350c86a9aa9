import Router from '@koa/router';
import type { Context as KoaContext } from 'koa';
import { unavailable } from '../../../config/texts/answers.ts';
import { openCallback, openVerification, readBotBody, sealReply } from '../../wecom/callback.ts';
import type { Credentials } from '../../wecom/credentials.ts';
import { readBotMessage } from '../../wecom/inbound.ts';
import type { Context } from '../context.ts';
import { readBody } from './body.ts';

/** Longest callback body, bytes (design.md section 6). */
const BODY_LIMIT = 1024 * 1024;

/** A message must be answered within 2 s even when MongoDB hangs; reading the clock and storing share this time. */
const STORE_TIMEOUT_MS = 1800;

const PATH = '/wecom/bot';

/** The smart bot's callback: verify, decrypt, keep, acknowledge. Nothing else happens in the request. */
export function botRouter(context: Context): Router {
  const router = new Router();
  const { bot } = context.config;
  const credentials: Credentials | null = bot && { ...bot, receiveid: '' };
  router.get(PATH, async (ctx) => {
    if (credentials) await verify(ctx, credentials, context);
  });
  router.post(PATH, async (ctx) => {
    const stop = context.metrics.callbackSeconds.startTimer();
    if (credentials) await take(ctx, credentials, context);
    stop();
    context.metrics.callbacks.inc({ channel: 'bot', status: String(ctx.status) });
  });
  return router;
}

async function verify(ctx: KoaContext, credentials: Credentials, context: Context): Promise<void> {
  const opened = openVerification({ credentials, query: ctx.querystring, now: await context.clock.now() });
  if (!opened.ok) return refuse(ctx, opened, context);
  ctx.type = 'text/plain';
  ctx.body = opened.plaintext;
}

async function take(ctx: KoaContext, credentials: Credentials, context: Context): Promise<void> {
  const body = await readBody(ctx.req, BODY_LIMIT);
  if (!body) return refuse(ctx, { status: 413, problem: 'the body is longer than 1 MiB' }, context);
  const sealed = readBotBody(body);
  if (!sealed.ok) return refuse(ctx, sealed, context);
  const deadline = Date.now() + STORE_TIMEOUT_MS;
  const now = await businessNow(context, deadline);
  const opened = openCallback({ credentials, query: ctx.querystring, encrypt: sealed.encrypt, now });
  if (!opened.ok) return refuse(ctx, opened, context);
  const message = readBotMessage(opened.plaintext, context.config.corpId ?? undefined);
  if ('problem' in message) return refuse(ctx, { status: 400, problem: message.problem }, context);
  ctx.status = 200;
  ctx.body = '';
  if (message.inbound.kind === 'refresh') return;
  try {
    const isNew = await before(deadline, context.stores.inbox.insert(message.inbound, message.raw, now));
    if (isNew && message.inbound.kind === 'message') context.bell.ring('inbox');
  } catch (error) {
    context.log.error(
      { err: error, inbox: message.inbound.id },
      'a message could not be stored; its sender is asked to send it again',
    );
    ctx.type = 'text/plain; charset=utf-8';
    ctx.body = sealReply({ credentials, nonce: opened.nonce, now, message: stopped(message.inbound.id) });
  }
}

async function businessNow(context: Context, deadline: number): Promise<Date> {
  try {
    return await before(deadline, context.clock.now());
  } catch {
    return context.clock.shownLast();
  }
}

/** A finished stream is the one passive answer that a message may get (被动回复消息). */
function stopped(id: string): object {
  return { msgtype: 'stream', stream: { id: `away-${id.slice(-40)}`, finish: true, content: unavailable } };
}

function refuse(ctx: KoaContext, v: { status: number; problem: string }, context: Context): void {
  context.log.warn({ status: v.status, problem: v.problem }, 'a callback was refused');
  ctx.status = v.status;
  ctx.body = '';
}

async function before<T>(deadline: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const giveUp = () => reject(new Error(`MongoDB did not answer within ${STORE_TIMEOUT_MS} ms`));
    timer = setTimeout(giveUp, Math.max(0, deadline - Date.now()));
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
