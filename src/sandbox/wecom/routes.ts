import type { Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { Router, type RouterContext } from '@koa/router';
import type { Api, ApiAnswer } from './api.ts';
import { parseJson } from './content.ts';
import type { Fault, FaultQueue } from './faults.ts';
import { refuse, writeVerdict } from './verdict.ts';

/** What the HTTP side of the platform stands on. */
export interface RoutesOptions {
  now: () => Promise<Date>;
  faults: FaultQueue;
  apis: readonly Api[];
  closing: Closing;
}

/** What must end when the platform closes. */
export interface Closing {
  /** Aborted when the platform closes. */
  signal: AbortSignal;
  /** Notes a connection that is left without an answer, so that it can be closed in the end. */
  leave: (socket: Socket) => void;
}

/** More than the largest upload; a JSON body of that size is as unreadable as one that is no JSON. */
const MAX_BODY_BYTES = 24 * 1024 * 1024;

/** Builds the platform's calls; every business refusal is an HTTP 200. */
export function buildRoutes(options: RoutesOptions): Router {
  const router = new Router();
  for (const api of options.apis) {
    router.register(api.path, [api.method], (ctx) => answer(ctx, api, options));
  }
  return router;
}

async function answer(ctx: RouterContext, api: Api, options: RoutesOptions): Promise<void> {
  const raw = await readBody(ctx);
  const now = await readNow(ctx, options.now);
  const fault = options.faults.takeFor(api.endpoint);
  if (!fault || isTaken(fault)) {
    const body = raw && parseJson(raw.toString());
    const query = (name: string) => {
      const value = ctx.query[name];
      return typeof value === 'string' ? value : '';
    };
    write(ctx, api.take({ query, body, raw, contentType: ctx.get('Content-Type'), ip: ctx.ip, now }));
  }
  if (fault) await strike(ctx, fault, options.closing);
}

function write(ctx: RouterContext, given: ApiAnswer): void {
  if ('errcode' in given) {
    ctx.body = writeVerdict(given, ctx.ip);
  } else if ('bytes' in given) {
    ctx.set('Content-Disposition', given.disposition);
    ctx.type = 'application/octet-stream';
    ctx.body = given.bytes;
  } else {
    ctx.status = given.status;
    ctx.body = '';
  }
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

/** The caller's clock wins: a moved clock is then the same on both sides of one call. */
async function readNow(ctx: RouterContext, now: () => Promise<Date>): Promise<Date> {
  const told = new Date(ctx.get('X-Sandbox-Now'));
  return Number.isNaN(told.getTime()) ? now() : told;
}

/** Null when the body is too long. */
async function readBody(ctx: RouterContext): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of ctx.req) {
    size += chunk.length;
    if (size <= MAX_BODY_BYTES) chunks.push(chunk);
  }
  return size <= MAX_BODY_BYTES ? Buffer.concat(chunks) : null;
}
