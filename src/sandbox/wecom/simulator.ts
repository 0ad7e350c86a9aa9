import type { Socket } from 'node:net';
import type { Router } from '@koa/router';
import { buildCallbacks } from './callbacks.ts';
import type { Service } from './deliver.ts';
import { buildFaults, type Faults } from './faults.ts';
import { buildGroups, type Group } from './groups.ts';
import { buildMembers, type EventPost, type Posted } from './members.ts';
import { buildRoutes, type Closing, type RoutesOptions } from './routes.ts';
import { buildSeenLog, type Seen, type SeenFilter } from './seen.ts';
import { buildResponseCodes } from './take-response.ts';
import { takeWebhook } from './take-webhook.ts';
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
  /** Stops the refreshing of streams and closes what hangs. */
  close(): void;
}

/** Builds the platform: callbacks of the smart bot, its response_urls, and the webhooks of groups. Opens no port. */
export function buildWecomSimulator(options: SimulatorOptions): WecomSimulator {
  const { now } = options;
  const log = buildSeenLog();
  const groups = buildGroups();
  const limit = buildWebhookLimit();
  const codes = buildResponseCodes(log);
  const faults = buildFaults();
  const problems: string[] = [];
  const closing = buildClosing();
  const deadlineMs = options.deadlineMs ?? 5_000;
  const retries = options.retries ?? 0;
  const onProblem = (problem: string) => void problems.push(problem);
  const callbacks = buildCallbacks({ service: options.service, now, deadlineMs, retries, faults, onProblem });
  const stream = { log, now, signal: closing.signal, intervalMs: options.refreshMs ?? 1_000 };
  const members = buildMembers({ options, groups, log, codes, callbacks, stream, onProblem });
  const take: RoutesOptions['take'] = {
    webhook: ({ credential: key, ...request }) => takeWebhook({ groups, limit, log }, { key, ...request }),
    response: ({ credential: code, ...request }) => codes.take({ code, ...request }),
  };
  return {
    ...members,
    routes: buildRoutes({ now, faults, take, closing }),
    verifyUrl: () => verifyUrl(options),
    registerGroup: (group) => void groups.register(group),
    seen: (filter) => log.list(filter),
    onSeen: (listener) => log.onSeen(listener),
    problems: () => [...problems],
    faults,
    close: () => closing.close(),
  };
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
