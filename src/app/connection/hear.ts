import { unavailable } from '../../../config/texts/answers.ts';
import type { Heard } from '../../wecom/connection/connection.ts';
import { readBotMessage } from '../../wecom/inbound.ts';
import { before } from '../before.ts';
import type { Context } from '../context.ts';

/** As long as a callback may take: whoever wrote should hear within seconds that it was in vain. */
const STORE_TIMEOUT_MS = 1_800;

/** Keeps what came by the long connection in the same inbox as a callback, under the same id; it is not repeated by the platform. */
export async function hear({ kind, origin, body }: Heard, context: Context): Promise<void> {
  const message = readBotMessage(JSON.stringify(body), context.config.corpId ?? undefined);
  if ('problem' in message) return context.log.warn({ problem: message.problem }, 'a frame was not understood');
  const { inbound, raw } = message;
  if (inbound.kind === 'refresh') return;
  const deadline = Date.now() + STORE_TIMEOUT_MS;
  try {
    const now = await before(deadline, context.clock.now());
    const isNew = await before(deadline, context.stores.inbox.insert(inbound, raw, now, origin));
    context.metrics.callbacks.inc({ channel: 'connection', status: '200' });
    if (isNew && inbound.kind === 'message') context.bell.ring('inbox');
  } catch (error) {
    context.metrics.callbacks.inc({ channel: 'connection', status: '503' });
    context.log.error(
      { err: error, inbox: inbound.id },
      'a message could not be stored; its sender is asked to send it again',
    );
    if (kind === 'message') await context.connection?.respond(origin, { type: 'markdown', content: unavailable });
  }
}
