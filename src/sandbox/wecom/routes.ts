import type { Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { Router, type RouterContext } from '@koa/router';
import { type Json, parseJson } from './content.ts';
import type { Endpoint, Fault, FaultQueue } from './faults.ts';
import { refuse, type Verdict, writeVerdict } from './verdict.ts';

/** What the HTTP side of the platform stands on. */
export interface RoutesOptions {
  now: () => Promise<Date>;
  faults: FaultQueue;
  take: Record<Endpoint, (request: { credential: string; body: Json | null; now: Date }) => Verdict>;
  closing: Closing;
}

/** What must end when the platform closes. */
export interface Closing {
  /** Aborted when the platform closes. */
  signal: AbortSignal;
  /** Notes a connection that is left without an answer, so that it can be closed in the end. */
  leave: (socket: Socket) => void;
}

const MAX_BODY_BYTES = 1024 * 1024;

/** Builds the platform's two calls; every business refusal is an HTTP 200. */
export function buildRoutes(options: RoutesOptions): Router {
  const router = new Router();
  router.post('/cgi-bin/webhook/send', (ctx) => answer(ctx, 'webhook', options));
  router.post('/cgi-bin/aibot/response', (ctx) => answer(ctx, 'response', options));
  return router;
}

async function answer(ctx: RouterContext, endpoint: Endpoint, options: RoutesOptions): Promise<void> {
  const body = await readBody(ctx);
  const now = await readNow(ctx, options.now);
  const fault = options.faults.takeFor(endpoint);
  if (!fault || isTaken(fault)) {
    const credential = readCredential(ctx, endpoint);
    ctx.body = writeVerdict(options.take[endpoint]({ credential, body, now }), ctx.ip);
  }
  if (fault) await strike(ctx, fault, options.closing);
}

function isTaken(fault: Fault): boolean {
  if (fault.kind === 'slow') return true;
  return fault.kind !== 'errcode' && fault.taken === true;
}

async function strike(ctx: RouterContext, fault: Fault, closing: Closing): Promise<void> {
  switch (fault.kind) {
    case 'slow':
      await delay(fault.delayMs, undefined, { signal: closing.signal }).catch(() => {});
      return;
    case 'errcode':
      ctx.body = writeVerdict(refuse(fault.errcode, 'fault injected'), ctx.ip);
      return;
    case 'badGateway':
      ctx.status = 502;
      ctx.body = '<html><h1>502 Bad Gateway</h1></html>';
      return;
    case 'hang':
      ctx.respond = false;
      closing.leave(ctx.req.socket);
      return;
    case 'reset':
      ctx.respond = false;
      ctx.req.socket.resetAndDestroy();
  }
}

function readCredential(ctx: RouterContext, endpoint: Endpoint): string {
  const value = ctx.query[endpoint === 'webhook' ? 'key' : 'response_code'];
  return typeof value === 'string' ? value : '';
}

/** The caller's clock wins: a moved clock is then the same on both sides of one call. */
async function readNow(ctx: RouterContext, now: () => Promise<Date>): Promise<Date> {
  const told = new Date(ctx.get('X-Sandbox-Now'));
  return Number.isNaN(told.getTime()) ? now() : told;
}

/** A body that is too long is as unreadable as one that is no JSON. */
async function readBody(ctx: RouterContext): Promise<Json | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of ctx.req) {
    size += chunk.length;
    if (size <= MAX_BODY_BYTES) chunks.push(chunk);
  }
  return size <= MAX_BODY_BYTES ? parseJson(Buffer.concat(chunks).toString()) : null;
}
