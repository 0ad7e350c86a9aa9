import type Router from '@koa/router';
import { useridOf } from '../../domain/inbound.ts';
import { readAppBody, sealAppReply } from '../../wecom/app-callback.ts';
import { readAppMessage } from '../../wecom/app-inbound.ts';
import { cardReplyXml } from '../../wecom/card-xml.ts';
import type { Context } from '../context.ts';
import { type Channel, callbackRouter } from './callback.ts';

/** The self-built app's callback: XML, receiveid the corp id. */
export function appRouter(context: Context): Router {
  const { app } = context.config;
  const channel: Channel = {
    name: 'app',
    path: '/wecom/app',
    credentials: app && { token: app.token, aesKey: app.aesKey, receiveid: app.corpId },
    readBody: readAppBody,
    read: readAppMessage,
    // Whatever is no 200 is sent again, three times in all (wecom-protocol 4.5).
    away(ctx) {
      ctx.status = 503;
    },
    changed: ({ inbound, answered, ...reply }) =>
      sealAppReply({
        ...reply,
        xml: cardReplyXml({
          to: useridOf(inbound.person ?? ''),
          from: app?.corpId ?? '',
          now: reply.now,
          card: answered.card,
        }),
      }),
  };
  return callbackRouter(channel, context);
}
