import type Router from '@koa/router';
import Koa from 'koa';
import { appRouter } from './routes/app-callback.ts';
import { botRouter } from './routes/bot-callback.ts';
import { healthRouter } from './routes/health.ts';
import type { Context } from './context.ts';
import type { Readiness } from './readiness.ts';

/** What the HTTP side needs besides the context: whether the parts behind it are there. */
export interface HttpParts {
  context: Context;
  readiness: Readiness;
  /** Routes that only a sandbox has; null elsewhere. */
  sandbox: Router | null;
}

/** Builds the Koa app; opens no port. Errors have one exit: unknown ones are logged and shown as nothing in particular. */
export function buildHttp(parts: HttpParts): Koa {
  const app = new Koa();
  app.on('error', (error: Error & { status?: number }) => {
    if ((error.status ?? 500) >= 500) parts.context.log.error({ err: error }, 'a request failed');
  });
  const routers = [
    botRouter(parts.context),
    appRouter(parts.context),
    healthRouter(parts),
    ...(parts.sandbox ? [parts.sandbox] : []),
  ];
  for (const router of routers) app.use(router.routes());
  return app;
}
