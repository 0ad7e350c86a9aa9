import type { Socket } from 'node:net';
import type { Router } from '@koa/router';
import type { Api } from './api.ts';
import { type AppPlatform, type AppSettings, buildAppPlatform } from './app/platform.ts';
import { buildBotMedia } from './bot-media.ts';
import { buildCallbacks } from './callbacks.ts';
import { buildConnectionPlatform, type ConnectionPlatform } from './connection/platform.ts';
import type { ConnectionSettings } from './connection/platform-options.ts';
import type { Service } from './deliver.ts';
import { buildDisorder } from './disorder.ts';
import { buildFaults, type Faults } from './faults.ts';
import { buildGroups, type Group } from './groups.ts';
import { buildMediaStore } from './media-store.ts';
import { buildMembers, type EventPost, type Posted } from './members.ts';
import { buildRoutes, type Closing } from './routes.ts';
import { buildSeenLog, type Seen, type SeenFilter } from './seen.ts';
import { type Switches, USUAL } from './switches.ts';
import { buildResponseCodes, type ResponseCodes } from './take-response.ts';
import { takeWebhook, takeWebhookUpload, type WebhookState } from './take-webhook.ts';
import { type Verification, verifyUrl } from './verify-url.ts';
import { buildWebhookLimit } from './webhook-limit.ts';
import type { Post } from './write.ts';

/** What the simulated platform stands between. `service.url` and `origin` are read at each use. */
export interface SimulatorOptions {
  service: Service;
  /** Business time; a call with an X-Sandbox-Now header brings its own. */
  now: () => Promise<Date>;
  /** Where the routes are reached: the origin of every response_url. */
  origin: string;
  /** Machine time that a callback may take; 5 s by default. */
  deadlineMs?: number;
  /** Repeats of a message that was not taken; 0 by default, the platform's number is not documented. */
  retries?: number;
  /** Pause between two refreshes of a stream; 1 s by default. */
  refreshMs?: number;
  /** The self-built app; its calls are unknown without one. */
  app?: AppSettings | null;
  /** Choices where the platform's documents are silent. */
  switches?: Partial<Switches>;
  /** The bot is reached by its long connection, and no longer by callbacks. */
  connection?: ConnectionSettings | null;
}

/** The platform as the service sees it, and as the people in its chats do. */
export interface WecomSimulator {
  /** To be mounted by whoever listens. */
  routes: Router;
  /** Writes in a chat; resolves with the service's HTTP status (0: no answer in time, or nothing was delivered). */
  post(post: Post): Promise<Posted>;
  /** Something happens in a chat: enter_chat, template_card_event, feedback_event. */
  event(event: EventPost): Promise<Posted>;
  /** Verifies the callback address as the platform does when it is saved. */
  verifyUrl(): Promise<Verification>;
  registerGroup(group: Group): void;
  seen(filter?: SeenFilter): Seen[];
  onSeen(listener: (seen: Seen) => void): () => void;
  /** Each answer of the service that the platform would not have taken, in words. */
  problems(): string[];
  faults: Faults;
  /** The self-built app; null without one. */
  app: AppPlatform | null;
  /** The long connection; null where the bot has callbacks. */
  connection: ConnectionPlatform | null;
  /** Stops the refreshing of streams and closes what hangs. */
  close(): void;
}

/** Builds the platform: callbacks of the smart bot, its response_urls, and the webhooks of groups. Opens no port. */
export function buildWecomSimulator(options: SimulatorOptions): WecomSimulator {
  const { now } = options;
  const log = buildSeenLog();
  const groups = buildGroups();
  const switches = { ...USUAL, ...options.switches };
  const codes = buildResponseCodes(log, switches);
  const faults = buildFaults();
  const problems: string[] = [];
  const closing = buildClosing();
  const deadlineMs = options.deadlineMs ?? 5_000;
  const retries = options.retries ?? 0;
  const onProblem = (problem: string) => void problems.push(problem);
  const connection = options.connection ? buildConnectionPlatform(options.connection, { log, groups, now }) : null;
  const callbacks =
    connection?.callbacks ?? buildCallbacks({ service: options.service, now, deadlineMs, retries, faults, onProblem });
  const stream = { log, now, signal: closing.signal, intervalMs: options.refreshMs ?? 1_000 };
  const botMedia = buildBotMedia(options);
  const members = buildMembers({ options, groups, log, codes, callbacks, botMedia, switches, stream, onProblem });
  const media = buildMediaStore();
  const shared = { log, media, switches, now, deadlineMs, onProblem, disorder: buildDisorder(faults) };
  const app = options.app ? buildAppPlatform(options.app, shared) : null;
  const webhook = { groups, log, media, switches, limit: buildWebhookLimit(switches.webhookWindow) };
  const apis = [...groupApis(webhook, codes), botMedia.api, ...(app?.apis ?? [])];
  return {
    ...members,
    routes: buildRoutes({ now, faults, apis, closing }),
    verifyUrl: () => verifyUrl(options),
    registerGroup: (group) => void groups.register(group),
    seen: (filter) => log.list(filter),
    onSeen: (listener) => log.onSeen(listener),
    problems: () => [...problems],
    faults,
    app,
    connection,
    close() {
      closing.close();
      connection?.close();
    },
  };
}

function groupApis(webhook: WebhookState, codes: ResponseCodes): Api[] {
  const post = (path: string, endpoint: Api['endpoint'], take: Api['take']): Api => ({
    method: 'POST',
    path: `/cgi-bin/${path}`,
    endpoint,
    take,
  });
  return [
    post('webhook/send', 'webhook', (request) => takeWebhook(webhook, request)),
    post('webhook/upload_media', 'webhookUpload', (request) => takeWebhookUpload(webhook, request)),
    post('aibot/response', 'response', (request) => codes.take(request)),
  ];
}

function buildClosing(): Closing & { close: () => void } {
  const sockets = new Set<Socket>();
  const controller = new AbortController();
  return {
    signal: controller.signal,
    leave: (socket: Socket) => {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
    },
    close: () => {
      controller.abort();
      for (const socket of sockets) socket.destroy();
    },
  };
}
