import Router from '@koa/router';
import type { Context as KoaContext } from 'koa';
import { readJson } from '../app/routes/body.ts';
import type { AppPlatform } from './wecom/app/platform.ts';
import type { Selection } from './wecom/app/press.ts';

/** What a person does in the simulated 1:1 chat with the app; `prepare` makes the members known before. */
export function appRoutes(app: AppPlatform, prepare: () => Promise<void>): Router {
  const router = new Router();
  router.post('/sandbox/wecom/press', async (ctx) => {
    await prepare();
    const { as, msgid, key, selections = [] } = (await readJson(ctx.req)) ?? {};
    if (!isText(as) || !isText(msgid) || !isText(key) || !isSelections(selections))
      return fail(
        ctx,
        400,
        'send {"as":"userid","msgid":"...","key":"...","selections":[{"question":"","options":[""]}]}',
      );
    try {
      ctx.body = await app.pressCard({ as, msgid, key, selections });
    } catch (error) {
      fail(ctx, 409, error instanceof Error ? error.message : 'the card cannot be pressed');
    }
  });
  router.post('/sandbox/wecom/write', async (ctx) => {
    await prepare();
    const { as, text } = (await readJson(ctx.req)) ?? {};
    if (!isText(as) || !isText(text)) return fail(ctx, 400, 'send {"as":"userid","text":"..."}');
    ctx.body = await app.write({ as, text });
  });
  router.post('/sandbox/wecom/revoke-token', (ctx) => {
    app.revokeToken();
    ctx.status = 204;
  });
  return router;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isSelections(value: unknown): value is Selection[] {
  if (!Array.isArray(value)) return false;
  return value.every(
    (entry: Partial<Selection>) =>
      isText(entry?.question) && Array.isArray(entry.options) && entry.options.every(isText),
  );
}

function fail(ctx: KoaContext, status: number, error: string): void {
  ctx.status = status;
  ctx.body = { error };
}
