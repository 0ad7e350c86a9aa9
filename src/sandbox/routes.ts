import Router from '@koa/router';
import type { Context as KoaContext } from 'koa';
import type { Context } from '../app/context.ts';
import { readJson } from '../app/routes/body.ts';
import { appRoutes } from './app-routes.ts';
import { isCustomer, useridOf } from '../domain/inbound.ts';
import { parseAdvance } from './parse-advance.ts';
import { registerGroups } from './register-groups.ts';
import { caseView, sandboxState } from './state.ts';
import { BackwardsMove, moveClock } from './step-clock.ts';
import type { Post } from './wecom/write.ts';
import type { WecomSimulator } from './wecom/simulator.ts';

interface Parts {
  context: Context;
  /** Null when an outside program plays the platform. */
  wecom: WecomSimulator | null;
}

/** Clock, state and case views of the sandbox (design.md section 6), and the simulated platform with its chats. */
export function sandboxRouter(parts: Parts): Router {
  const { context, wecom } = parts;
  const router = new Router();
  let moving: Promise<unknown> = Promise.resolve();
  router.post('/sandbox/clock', async (ctx) => {
    // Moves are serialised: a second one starts where the first has ended.
    const move = moving.then(() => setClock(ctx, context));
    moving = move.catch(() => {});
    await move;
  });
  router.get('/sandbox/state', async (ctx) => {
    ctx.body = await sandboxState(context);
  });
  router.get('/sandbox/cases/:number', (ctx) => showCase(ctx, String(ctx.params.number), context));
  if (wecom) addChats(router, wecom, context);
  return router;
}

async function setClock(ctx: KoaContext, context: Context): Promise<void> {
  const body = await readJson(ctx.req);
  const [now, world] = await Promise.all([context.clock.now(), context.worlds.current()]);
  const target = targetOf(body, now, world.calendar);
  if (!target)
    return fail(
      ctx,
      400,
      'send {"now":"2026-11-27T09:00:00+08:00"} or {"advance":"3 workdays"}, with "skip":true to jump',
    );
  try {
    await moveClock({ target, skip: body?.skip === true, context });
  } catch (error) {
    if (error instanceof BackwardsMove) return fail(ctx, 409, error.message);
    throw error;
  }
  ctx.body = await sandboxState(context);
}

type Calendar = Awaited<ReturnType<Context['worlds']['current']>>['calendar'];

function targetOf(body: Record<string, unknown> | null, now: Date, calendar: Calendar): Date | null {
  if (typeof body?.advance === 'string') return parseAdvance(body.advance, now, calendar);
  if (typeof body?.now !== 'string') return null;
  const target = new Date(/(Z|[+-]\d{2}:\d{2})$/.test(body.now) ? body.now : `${body.now}+08:00`);
  return Number.isNaN(target.getTime()) ? null : target;
}

async function showCase(ctx: KoaContext, number: string, context: Context): Promise<void> {
  const doc = await context.stores.cases.byNumber(number);
  if (!doc) return fail(ctx, 404, `no case ${number}`);
  ctx.body = caseView(doc, (await context.worlds.current()).calendar);
}

/** Speaking into the simulated chats and reading them, for `npm run say` and the demo. */
function addChats(router: Router, wecom: WecomSimulator, context: Context): void {
  router.post('/sandbox/say', async (ctx) => {
    await registerGroups(wecom, context);
    const body = await readJson(ctx.req);
    const { as, text, chat, picture } = body ?? {};
    if (typeof as !== 'string' || typeof text !== 'string' || !['string', 'undefined'].includes(typeof picture))
      return fail(
        ctx,
        400,
        'send {"as":"userid, or kf/customer for 微信客服","text":"...","chat":"name of a group, or nothing for 1:1"}, with "picture":"base64" to send one along',
      );
    if (isCustomer(as) && wecom.app) {
      ctx.body = await wecom.app.kf.write({ customer: useridOf(as), text });
      return;
    }
    const place = await placeOf(typeof chat === 'string' ? chat : null, context);
    if (!place) return fail(ctx, 404, `no chat is called ${String(chat)}`);
    ctx.body = await wecom.post({ as, chat: place, text, ...pictureOf(picture, text) });
  });
  router.get('/sandbox/seen', (ctx) => {
    const from = Number(ctx.query.from ?? 0);
    const seen = wecom.seen();
    ctx.body = { next: seen.length, seen: seen.slice(Number.isInteger(from) ? from : 0) };
  });
  if (wecom.app) router.use(appRoutes(wecom.app, () => registerGroups(wecom, context)).routes());
  router.use(wecom.routes.routes());
}

/** A picture, alone or after words. */
function pictureOf(picture: unknown, text: string): Pick<Post, 'media'> {
  if (typeof picture !== 'string') return {};
  const files = [{ filename: '图片.png', bytes: Buffer.from(picture, 'base64') }];
  return { media: { type: text ? 'mixed' : 'image', files } };
}

async function placeOf(
  name: string | null,
  context: Context,
): Promise<{ kind: 'group'; chatid: string } | { kind: 'single' } | null> {
  if (!name) return { kind: 'single' };
  const { roster } = await context.worlds.current();
  const chat = [...roster.chats.values()].find((candidate) => candidate.name === name || candidate.botChatid === name);
  return chat?.botChatid ? { kind: 'group', chatid: chat.botChatid } : null;
}

function fail(ctx: KoaContext, status: number, error: string): void {
  ctx.status = status;
  ctx.body = { error };
}
