import type { Context } from '../context.ts';
import { drain } from '../loop.ts';
import { hear } from './hear.ts';
import { buildConnectionHolder, type ConnectionHolder } from './holder.ts';

/** The long connection as the settings say; null where there is none. `context` is asked for once something has come in. */
export function openHolder(parts: Omit<Context, 'connection'>, context: () => Context): ConnectionHolder | null {
  const { config, stores, log, metrics, clock } = parts;
  if (!config.connection) return null;
  const { url, botId, secret } = config.connection;
  if (!url) throw new Error('WECOM_BOT_WS_URL is unset and no simulator stands in for the platform.');
  return buildConnectionHolder({
    settings: { url, botId, secret },
    elections: stores.elections,
    log,
    metrics,
    onHeard(heard) {
      hear(heard, context()).catch((error: unknown) => {
        log.error({ err: error }, 'a message could be neither stored nor answered');
      });
    },
    onBeat: async () => {
      if (await stores.outbox.hasForConnection(await clock.now())) await drain('outbox', context());
    },
  });
}
