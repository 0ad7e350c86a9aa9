import { once } from 'node:events';
import { WebSocket } from 'ws';
import { closedAfterEach } from '../../../support/closed-after-each.ts';
import { LINE_BOT, LINE_GROUP, startLineWorld } from '../../../support/connection-world.ts';
import { until } from '../../../support/until.ts';

export const start = closedAfterEach(startLineWorld);
export const connect = closedAfterEach(openRaw);
export const HOUR_MS = 3_600_000;
export const IN_GROUP = { kind: 'group', chatid: LINE_GROUP.chatid } as const;
export const HELLO = { msgtype: 'markdown', markdown: { content: '您好' } };

interface Ack {
  headers: { req_id: string };
  errcode: number;
  body?: Record<string, unknown>;
}

/** A connection without any client: frames as they are on the wire. */
async function openRaw(url: string) {
  const socket = new WebSocket(url);
  const frames: Record<string, unknown>[] = [];
  let count = 0;
  socket.on(
    'message',
    (data) => void frames.push(JSON.parse(Buffer.isBuffer(data) ? data.toString() : '') as Record<string, unknown>),
  );
  await once(socket, 'open');
  const ask = async (cmd: string, body: object, reqId = `r${(count += 1)}`): Promise<Ack> => {
    const before = frames.length;
    socket.send(JSON.stringify({ cmd, headers: { req_id: reqId }, body }));
    const isAck = (frame: Record<string, unknown>) =>
      !('cmd' in frame) && (frame.headers as { req_id?: string }).req_id === reqId;
    return until(`the answer to ${cmd}`, () => (frames.slice(before).find(isAck) as Ack | undefined) ?? null);
  };
  return {
    frames,
    ask,
    subscribe: (secret: string = LINE_BOT.secret) => ask('aibot_subscribe', { bot_id: LINE_BOT.botId, secret }),
    closed: () => socket.readyState === WebSocket.CLOSED,
    close: async () => socket.terminate(),
  };
}

/** A world with a connection that is subscribed. */
export async function subscribed(settings: Parameters<typeof startLineWorld>[0] = {}) {
  const world = await start(settings);
  const raw = await connect(world.url);
  await raw.subscribe();
  return { world, ...raw };
}

/** Subscribed, and a message has come in: gives its req_id. */
export async function asked(settings: Parameters<typeof startLineWorld>[0] = {}) {
  const all = await subscribed(settings);
  await all.world.simulator.post({ as: 'wangqiang', chat: IN_GROUP, text: '您好' });
  const frame = await until('the message', () => all.frames.find(({ cmd }) => cmd === 'aibot_msg_callback') ?? null);
  return { ...all, reqId: (frame.headers as { req_id: string }).req_id };
}
