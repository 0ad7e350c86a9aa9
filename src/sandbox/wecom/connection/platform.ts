import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Callbacks, Delivered } from '../callbacks.ts';
import { type Json, objectAt } from '../content.ts';
import type { SeenChat } from '../seen.ts';
import { refuse, TAKEN, type Verdict } from '../verdict.ts';
import { buildConversationLimit } from './conversation-limit.ts';
import { buildStrikes, type ConnectionFaults } from './faults.ts';
import type { ConnectionSettings, PlatformParts } from './platform-options.ts';
import { type Asked, conversationOf } from './say.ts';
import { openSession, type Session } from './session.ts';
import { buildUploads, type Uploads } from './uploads.ts';

/** The platform's side of the smart bot's long connection. */
export interface ConnectionPlatform {
  /** Takes the connections of a server, at the path `/`. */
  attach(server: Server): void;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** What happens in the chats goes to the connection that stands, once: status 200 when there is one, else 0. */
  callbacks: Callbacks;
  isSubscribed(): boolean;
  /** How many subscriptions were asked for, whatever became of them. */
  subscriptions(): number;
  faults: ConnectionFaults;
  uploads: Pick<Uploads, 'bytesOf'>;
  close(): void;
}

const MAX_FRAME_BYTES = 4 * 1024 * 1024;
const MINUTE_MS = 60_000;

/** Builds the platform's side. Only one connection of the bot stands: a newer subscription ends the older. */
export function buildConnectionPlatform(settings: ConnectionSettings, parts: PlatformParts): ConnectionPlatform {
  const { subscribesPerMinute = 20, silenceMs = 90_000, countStreamFrames = false } = settings;
  const server = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: MAX_FRAME_BYTES });
  const known = new Map<string, SeenChat>();
  const uploads = buildUploads();
  const strikes = buildStrikes();
  const sessions = new Set<Session>();
  const asks: number[] = [];
  let current: Session | null = null;
  const say = {
    log: parts.log,
    limit: buildConversationLimit(),
    isMedia: uploads.isMedia,
    countStreamFrames,
    known,
  };

  /** The throttle is on machine time: it is about how fast a program comes back. */
  const subscribe = (body: Json, session: Session): Verdict => {
    const at = performance.now();
    asks.push(at);
    if (asks.filter((time) => time > at - MINUTE_MS).length > subscribesPerMinute)
      return refuse(45009, 'api freq out of limit');
    if (body.bot_id !== settings.botId) return refuse(93019, 'invalid bot_id');
    if (body.secret !== settings.secret) return refuse(853000, 'signature incorrect');
    if (current && current !== session) current.kick();
    current = session;
    return TAKEN;
  };

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    if (request.url !== '/') return void socket.destroy();
    server.handleUpgrade(request, socket, head, (opened) => {
      const session: Session = openSession({
        socket: opened,
        say,
        uploads,
        strikes,
        now: parts.now,
        silenceMs,
        subscribe: (body, _now, asking) => subscribe(body, asking),
        onEnd(ended) {
          sessions.delete(ended);
          if (current === ended) current = null;
        },
      });
      sessions.add(session);
    });
  };

  const hand = async (body: Json, kind: Asked['kind']): Promise<Delivered> => {
    const chat = chatOf(body, parts);
    const at = await parts.now();
    known.set(conversationOf(chat), chat);
    const { response_url: _, ...wire } = body;
    const isHanded = current?.hand(wire, { kind, chat, at }) ?? false;
    return { status: isHanded ? 200 : 0, reply: { problem: null, message: null } };
  };

  return {
    attach: (http) => void http.on('upgrade', upgrade),
    upgrade,
    callbacks: {
      sendMessage: (message) => hand(message as Json, 'message'),
      sendOnce: (message, trigger) => hand(message as Json, trigger === 'refresh' ? 'message' : trigger),
    },
    isSubscribed: () => current !== null,
    subscriptions: () => asks.length,
    uploads,
    faults: {
      ...strikes,
      killSubscription: () => void (current && (current.faults.isDead = true)),
      ignorePings: () => void (current && (current.faults.ignoresPings = true)),
      cut: () => current?.cut(),
    },
    close() {
      for (const session of sessions) session.cut();
      server.close();
    },
  };
}

function chatOf(body: Json, { groups }: PlatformParts): SeenChat {
  if (typeof body.chatid === 'string') return groups.open(body.chatid);
  const { userid, corpid } = objectAt(body, 'from');
  const id = typeof corpid === 'string' ? `${corpid}/${String(userid)}` : String(userid);
  return { kind: 'single', id, name: id };
}
