import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import { type Json, objectAt, parseJson } from '../content.ts';
import { refuse, TAKEN, type Verdict, writeVerdict } from '../verdict.ts';
import type { StrikeQueue } from './faults.ts';
import { type Asked, buildSaid, type SayParts } from './say.ts';
import type { Uploads } from './uploads.ts';

/** One connection of the service, as the platform sees it. */
export interface Session {
  /** Sends something that happened and may be answered; false when the connection does not stand. */
  hand(body: object, asked: Asked): boolean;
  /** Says that a newer connection has taken its place, and closes it. */
  kick(): void;
  /** Ends it without a closing frame. */
  cut(): void;
  faults: { isDead: boolean; ignoresPings: boolean };
}

/** What a session stands on. */
export interface SessionParts {
  socket: WebSocket;
  say: SayParts;
  uploads: Uploads;
  strikes: StrikeQueue;
  now: () => Promise<Date>;
  silenceMs: number;
  /** Judges a subscription; when it is taken, this session is the bot's. */
  subscribe(body: Json, now: Date, session: Session): Verdict;
  onEnd(session: Session): void;
}

const NOT_SUBSCRIBED = 846609;

/** Serves one connection: each request gets one acknowledgement with its own req_id and no `cmd`. */
export function openSession(parts: SessionParts): Session {
  const { socket, uploads } = parts;
  const said = buildSaid(parts.say);
  const asked = new Map<string, Asked>();
  const faults = { isDead: false, ignoresPings: false };
  let isSubscribed = false;
  let silence: NodeJS.Timeout | undefined;
  const send = (frame: object) => socket.readyState === socket.OPEN && (socket.send(JSON.stringify(frame)), true);
  const session: Session = {
    faults,
    hand(body, about) {
      if (!isSubscribed || faults.isDead) return false;
      const reqId = randomUUID();
      asked.set(reqId, about);
      const cmd = about.kind === 'message' ? 'aibot_msg_callback' : 'aibot_event_callback';
      return send({ cmd, headers: { req_id: reqId }, body });
    },
    kick() {
      const body = { msgid: randomUUID(), msgtype: 'event', event: { eventtype: 'disconnected_event' } };
      send({ cmd: 'aibot_event_callback', headers: { req_id: randomUUID() }, body });
      socket.close();
    },
    cut: () => socket.terminate(),
  };
  const listen = () => {
    clearTimeout(silence);
    silence = setTimeout(() => socket.terminate(), parts.silenceMs).unref();
  };
  listen();
  socket.on('message', (data) => {
    listen();
    // What time it is may not be known for a while: the connection then breaks off, as it would in life.
    take(Buffer.isBuffer(data) ? data.toString() : '').catch(() => socket.terminate());
  });
  socket.on('error', () => socket.terminate());
  socket.on('close', () => {
    clearTimeout(silence);
    parts.onEnd(session);
  });
  return session;

  async function take(text: string): Promise<void> {
    const frame = parseJson(text);
    const reqId = frame ? objectAt(frame, 'headers').req_id : null;
    if (!frame || typeof reqId !== 'string') return;
    const now = await parts.now();
    const cmd = String(frame.cmd);
    if (cmd === 'ping' && faults.ignoresPings) return;
    const strike = cmd === 'ping' || cmd === 'aibot_subscribe' ? null : parts.strikes.take();
    if (strike?.kind === 'refused') return acknowledge(reqId, refuse(strike.errcode, 'fault injected'));
    const answer = judge({ cmd, reqId, body: objectAt(frame, 'body') }, now);
    if (strike?.kind === 'lost') return;
    if (strike) setTimeout(() => acknowledge(reqId, answer), strike.ms).unref();
    else acknowledge(reqId, answer);
  }

  function acknowledge(reqId: string, answer: Verdict | { body: Json }): void {
    const verdict = 'body' in answer ? TAKEN : answer;
    send({
      headers: { req_id: reqId },
      ...writeVerdict(verdict, '127.0.0.1'),
      ...('body' in answer ? { body: answer.body } : {}),
    });
  }

  function judge(request: { cmd: string; reqId: string; body: Json }, now: Date): Verdict | { body: Json } {
    const { cmd, reqId, body } = request;
    if (cmd === 'ping') return TAKEN;
    if (cmd === 'aibot_subscribe') {
      const verdict = parts.subscribe(body, now, session);
      isSubscribed = verdict.errcode === 0;
      return verdict;
    }
    if (!isSubscribed || faults.isDead) return refuse(NOT_SUBSCRIBED, 'websocket not subscribed');
    switch (cmd) {
      case 'aibot_respond_msg':
        return said.respond(asked.get(reqId), body, now);
      case 'aibot_respond_welcome_msg':
        return said.welcome(asked.get(reqId), body, now);
      case 'aibot_respond_update_msg':
        return said.updateCard(asked.get(reqId), body, now);
      case 'aibot_send_msg':
        return said.push(body, now);
      case 'aibot_upload_media_init':
        return uploads.init(body, now);
      case 'aibot_upload_media_chunk':
        return uploads.chunk(body, now);
      case 'aibot_upload_media_finish':
        return uploads.finish(body, now);
      default:
        return refuse(40058, 'unknown cmd. invalid Request Parameter');
    }
  }
}
