import type { Origin } from '../../domain/inbound.ts';
import { type Body, CMD } from './frame.ts';
import { type Line, type LineEnd, openLine } from './line.ts';
import { pauseAfter } from './pause-after.ts';
import { buildSender, type Sender } from './sender.ts';

/** Something that came in: a person's message, or an event. `origin` is what an answer to it needs. */
export interface Heard {
  kind: 'message' | 'event';
  origin: Origin;
  /** As in a callback, without `response_url`; media objects carry an `aeskey` of their own. Never logged. */
  body: Body;
}

/** How the connection stands. `refused` is final: the credentials are wrong. */
export interface ConnectionState {
  phase: 'off' | 'connecting' | 'open' | 'waiting' | 'refused';
  /** Why, in words for the log. */
  detail: string;
}

/** Settings of the connection; all times are machine time. */
export interface ConnectionOptions {
  url: string;
  botId: string;
  secret: string;
  ackMs?: number;
  pingMs?: number;
  /** How long to wait before the next try; `pauseAfter` by default. */
  pause?: typeof pauseAfter;
  onHeard(heard: Heard): void;
  onState(state: ConnectionState): void;
}

/** The smart bot's long connection: one at a time, opened again whenever it ends, until it is stopped. */
export interface BotConnection extends Sender {
  start(): void;
  stop(): void;
  state(): ConnectionState;
  /** Whether a message came by the connection that stands now, and can be answered in place. */
  brought(origin: Origin): boolean;
}

const ACK_MS = 5_000;
const PING_MS = 30_000;

/** A connection that stood for this long was a good one: the next pause is a short one again. */
const STABLE_MS = 60_000;

/** Builds the connection, closed. It logs nothing: its owner hears of each change. */
export function buildConnection(options: ConnectionOptions): BotConnection {
  const { ackMs = ACK_MS, pingMs = PING_MS, pause = pauseAfter } = options;
  let state: ConnectionState = { phase: 'off', detail: 'not started' };
  let line: Line | null = null;
  let opened: { close(): void } | null = null;
  let again: NodeJS.Timeout | undefined;
  let attempts = 0;
  let since = 0;

  return {
    ...buildSender(() => line),
    state: () => state,
    brought: (origin) => origin.line === line?.id,
    start() {
      if (state.phase === 'off') open();
    },
    stop() {
      clearTimeout(again);
      const last = opened;
      opened = null;
      last?.close();
      line = null;
      turn({ phase: 'off', detail: 'stopped' });
    },
  };

  function open(): void {
    turn({ phase: 'connecting', detail: `attempt ${attempts + 1}` });
    const mine = openLine({
      url: options.url,
      botId: options.botId,
      secret: options.secret,
      ackMs,
      pingMs,
      onSubscribed(subscribed) {
        line = subscribed;
        since = performance.now();
        turn({ phase: 'open', detail: 'subscribed' });
      },
      onHeard: ({ cmd, reqId, body }, { id }) =>
        options.onHeard({
          kind: cmd === CMD.message ? 'message' : 'event',
          origin: { reqId, line: id, heardAt: Date.now() },
          body,
        }),
      onEnd(end) {
        if (opened === mine) ended(end);
      },
    });
    opened = mine;
  }

  function ended(end: LineEnd): void {
    if (line && performance.now() - since > STABLE_MS) attempts = 0;
    line = null;
    opened = null;
    const ms = pause(end, attempts, Math.random());
    attempts += 1;
    const detail = `${end.why}: ${end.detail}`;
    if (ms === null) return turn({ phase: 'refused', detail });
    turn({ phase: 'waiting', detail });
    again = setTimeout(open, ms).unref();
  }

  function turn(next: ConnectionState): void {
    state = next;
    options.onState(next);
  }
}
