import Router from '@koa/router';
import type { HttpParts } from '../http.ts';

/** `/healthz`: the process lives. `/readyz`: what it stands on answers, else 503. `/metrics`: for Prometheus. */
export function healthRouter({ context, readiness }: Pick<HttpParts, 'context' | 'readiness'>): Router {
  const router = new Router();
  router.get('/healthz', (ctx) => {
    ctx.body = { ok: true };
  });
  router.get('/readyz', async (ctx) => {
    const state = await readiness.check();
    ctx.status = state.ready ? 200 : 503;
    ctx.body = state;
  });
  router.get('/metrics', async (ctx) => {
    ctx.type = context.metrics.registry.contentType;
    ctx.body = await context.metrics.registry.metrics();
  });
  return router;
}
