import type Router from '@koa/router';
import { unavailable } from '../../../config/texts/answers.ts';
import { useridOf } from '../../domain/inbound.ts';
import { readBotBody, sealReply } from '../../wecom/callback.ts';
import { readBotMessage } from '../../wecom/inbound.ts';
import type { Context } from '../context.ts';
import { type Channel, callbackRouter } from './callback.ts';

/** The smart bot's callback: JSON, receiveid empty. */
export function botRouter(context: Context): Router {
  const { bot, corpId } = context.config;
  const channel: Channel = {
    name: 'bot',
    path: '/wecom/bot',
    credentials: bot && { ...bot, receiveid: '' },
    readBody: readBotBody,
    read: (plaintext) => readBotMessage(plaintext, corpId ?? undefined),
    away(ctx, { inbound, ...reply }) {
      ctx.type = 'text/plain; charset=utf-8';
      // A press may be answered with a card alone; the card stays as it is and can be pressed again.
      ctx.body = inbound.kind === 'press' ? '' : sealReply({ ...reply, message: stopped(inbound.id) });
    },
    changed: ({ inbound, answered, ...reply }) =>
      sealReply({ ...reply, message: changedCard(inbound.person, answered.card) }),
  };
  return callbackRouter(channel, context);
}

/** A finished stream is the one passive answer that a message may get (被动回复消息). */
function stopped(id: string): object {
  return { msgtype: 'stream', stream: { id: `away-${id.slice(-40)}`, finish: true, content: unavailable } };
}

/** The card changes for who pressed it alone: others may still answer on theirs. */
function changedCard(person: string | null, card: object): object {
  const whose = person === null ? {} : { userids: [useridOf(person)] };
  return { response_type: 'update_template_card', ...whose, template_card: card };
}
