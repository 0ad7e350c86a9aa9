import { setTimeout as delay } from 'node:timers/promises';
import { buildApi } from './api.ts';
import { type AppClient, buildAppClient } from './app.ts';
import { type DownloadOptions, downloadMedia, type MediaReach } from './download.ts';
import { buildKfClient, type KfClient } from './kf.ts';
import type { ReadMedia } from './media.ts';
import { type ResponseMessage, respond } from './response.ts';
import { buildTokenSource, type TokenStore } from './token.ts';
import { buildWebhookClient, sendWebhook, type WebhookClient, type WebhookMessage } from './webhook.ts';

export type { AppClient, AppSend, AppSent } from './app.ts';
export { CONTENT_LIMITS } from './limits.ts';
export type { WebhookMessage } from './webhook.ts';

/**
 * What can be asked of the platform, by its ways in. Each call resolves when the platform has taken it and throws a
 * WecomError otherwise, which holds no credential.
 */
export interface WecomClient {
  /** Posts to the group whose webhook has this key. */
  sendWebhook(key: string, message: WebhookMessage): Promise<void>;
  webhook: WebhookClient;
  /** Answers the callback that carried this response_url: once, within an hour. A text is markdown. */
  respond(responseUrl: string, message: string | ResponseMessage): Promise<void>;
  /** The self-built app; null without one. */
  app: AppClient | null;
  /** 微信客服, by the token of the app; null without one. */
  kf: KfClient | null;
  /** Reads a file of a bot's chat. @throws MediaExpired when its link is over. */
  downloadMedia(link: string, options: DownloadOptions): Promise<ReadMedia>;
}

/** What a self-built app is known by, and where the processes of the service keep its token. */
export interface AppAccess {
  corpId: string;
  agentId: number;
  secret: string;
  tokens: TokenStore;
}

/** Where the platform is, how long it may take, and what of it is used. */
export interface WecomClientOptions extends MediaReach {
  app?: AppAccess | null;
  /** The time by which tokens are counted; the machine's by default. */
  now?: () => Date | Promise<Date>;
  sleep?: (ms: number) => Promise<unknown>;
}

/** Builds the client of one platform; it follows no redirect and no proxy. */
export function buildWecomClient(options: WecomClientOptions): WecomClient {
  return {
    sendWebhook: (key, message) => sendWebhook(options, key, message),
    webhook: buildWebhookClient(options),
    respond: (responseUrl, message) => respond(options, responseUrl, message),
    ...buildApp(options),
    downloadMedia: (link, how) => downloadMedia(options, link, how),
  };
}

function buildApp(options: WecomClientOptions): Pick<WecomClient, 'app' | 'kf'> {
  const { app, now = () => new Date(), sleep = delay } = options;
  if (!app) return { app: null, kf: null };
  const api = buildApi(options, buildTokenSource(options, { ...app, now, sleep }));
  return { app: buildAppClient(api, app.agentId), kf: buildKfClient(api) };
}
