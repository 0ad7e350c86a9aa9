import type { Connection } from 'mongoose';
import type { Config } from '../../config/env.ts';
import { buildTokenStore } from '../store/token-store.ts';
import { buildWecomClient, type WecomClient } from '../wecom/client.ts';
import type { Core } from './context.ts';

/** Time for one call to the platform; shorter than a lease, so that no other worker takes over meanwhile. */
const WECOM_TIMEOUT_MS = 5_000;

/** The client of the platform as the settings say, with the token that all processes share; in a sandbox it tells its time. */
export function buildWecom(v: { config: Config; core: Core; connection: Connection; base: string }): WecomClient {
  const { config, core, connection, base } = v;
  const headers = async (): Promise<Record<string, string>> =>
    config.sandbox ? { 'X-Sandbox-Now': (await core.clock.now()).toISOString() } : {};
  return buildWecomClient({
    base,
    timeoutMs: WECOM_TIMEOUT_MS,
    headers,
    now: () => core.clock.now(),
    app: config.app && { ...config.app, tokens: buildTokenStore(connection, config.app) },
  });
}
