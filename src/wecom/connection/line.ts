import { randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import { WecomError } from '../errors.ts';
import { buildExchange } from './exchange.ts';
import { type Body, CMD, eventType, type Frame, newReqId, parseFrame, writeRequest } from './frame.ts';
import { NOT_SUBSCRIBED } from './read-ack.ts';

/**
 * Why a connection is over. `kicked`: a newer one of the same bot has taken its place; `refused`: it was not subscribed, with the
 * platform's code; `dead`: its subscription was lost while it stood; `silent`: pings were not acknowledged; `lost`: it broke off
 * or never stood; `closed`: by ourselves.
 */
export interface LineEnd {
  why: 'kicked' | 'refused' | 'dead' | 'silent' | 'lost' | 'closed';
  errcode: number | null;
  /** For the log; holds no credential. */
  detail: string;
}

/** One subscribed connection. Its id is what a req_id is bound to: another connection cannot answer it. */
export interface Line {
  id: string;
  /** @throws WecomError */
  request(cmd: string, body: object, reqId?: string): Promise<Body>;
}

/** Where one connection leads and who hears of it. */
export interface LineOptions {
  url: string;
  botId: string;
  secret: string;
  /** Machine time for an acknowledgement, the subscription's and the opening included. */
  ackMs: number;
  pingMs: number;
  onSubscribed(line: Line): void;
  onHeard(frame: Frame, line: Line): void;
  /** Called once, whatever happens. */
  onEnd(end: LineEnd): void;
}

/** Two pings in a row without an acknowledgement: nobody is there any more. */
const MISSED_PINGS = 2;

const MAX_FRAME_BYTES = 4 * 1024 * 1024;

/** Opens one connection and subscribes. Returns the way to close it; everything else is told to the options. */
export function openLine(options: LineOptions): { close(): void } {
  const { ackMs, pingMs } = options;
  const socket = new WebSocket(options.url, {
    handshakeTimeout: ackMs,
    followRedirects: false,
    perMessageDeflate: false,
    maxPayload: MAX_FRAME_BYTES,
  });
  const write = (text: string): boolean => {
    if (socket.readyState !== WebSocket.OPEN) return false;
    socket.send(text);
    return true;
  };
  const exchange = buildExchange({ ackMs, write });
  let pinging: NodeJS.Timeout | undefined;
  let missed = 0;
  let isOver = false;

  const line: Line = {
    id: randomUUID(),
    async request(cmd, body, reqId = newReqId(cmd)) {
      try {
        return await exchange.request(cmd, reqId, body);
      } catch (error) {
        if (error instanceof WecomError && error.errcode === NOT_SUBSCRIBED)
          end({ why: 'dead', errcode: NOT_SUBSCRIBED });
        throw error;
      }
    },
  };

  socket.on('open', () => void subscribe());
  socket.on('message', (data, isBinary) => {
    const frame = isBinary || !Buffer.isBuffer(data) ? null : parseFrame(data.toString());
    if (frame && !isOver) take(frame);
  });
  // The message of such an error may hold the address; its code says enough.
  socket.on('error', (error: NodeJS.ErrnoException) => end({ why: 'lost', detail: error.code ?? 'no code' }));
  socket.on('close', (code) => end({ why: 'lost', detail: `close code ${code}` }));
  return { close: () => end({ why: 'closed' }) };

  async function subscribe(): Promise<void> {
    const { botId, secret } = options;
    try {
      await exchange.request(CMD.subscribe, newReqId(CMD.subscribe), { bot_id: botId, secret });
    } catch (error) {
      const { errcode, message } = error as WecomError;
      return end(errcode === null ? { why: 'silent', detail: message } : { why: 'refused', errcode, detail: message });
    }
    if (isOver) return;
    pinging = setInterval(ping, pingMs).unref();
    options.onSubscribed(line);
  }

  function ping(): void {
    if (missed >= MISSED_PINGS) return end({ why: 'silent', detail: `${missed} pings without an acknowledgement` });
    missed += 1;
    write(writeRequest(CMD.ping, newReqId(CMD.ping)));
  }

  function take(frame: Frame): void {
    if (frame.cmd === null) return acknowledged(frame);
    if (frame.cmd === CMD.event && eventType(frame.body) === 'disconnected_event') return end({ why: 'kicked' });
    if (frame.cmd === CMD.message || frame.cmd === CMD.event) options.onHeard(frame, line);
  }

  function acknowledged(frame: Frame): void {
    if (!frame.reqId.startsWith(`${CMD.ping}_`)) return exchange.acknowledge(frame);
    if (frame.errcode === NOT_SUBSCRIBED) return end({ why: 'dead', errcode: NOT_SUBSCRIBED });
    missed = 0;
  }

  function end(over: Pick<LineEnd, 'why'> & Partial<LineEnd>): void {
    if (isOver) return;
    isOver = true;
    clearInterval(pinging);
    exchange.end('the connection ended');
    socket.terminate();
    options.onEnd({ errcode: null, detail: over.why, ...over });
  }
}
