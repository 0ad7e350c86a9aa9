import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** Something that arrived in a chat: a group by its webhook's key, or the answer to one message by its id. */
export type Shown = { via: 'webhook'; key: string; text: string } | { via: 'response'; msgid: string; text: string };

/** WeCom as the service sees it from outside: it takes messages, keeps what chats show, and takes each response_url once. */
export interface Platform {
  origin: string;
  responseUrl(msgid: string): string;
  /** All that arrived, in order of arrival. */
  shown: readonly Shown[];
  /** How often a response_url was used again and refused. */
  refused: ReadonlyMap<string, number>;
  close(): Promise<void>;
}

/** Long enough that a kill finds requests in flight. */
const ANSWER_MS = 12;

/** Opens the platform on a free port; `hear` is told of everything that arrives. */
export async function openPlatform(hear: (shown: Shown) => void): Promise<Platform> {
  const shown: Shown[] = [];
  const refused = new Map<string, number>();
  const answered = new Set<string>();
  const take = (url: URL, text: string): number => {
    const one = readShown(url, text);
    if (one.via === 'response' && answered.has(one.msgid)) {
      refused.set(one.msgid, (refused.get(one.msgid) ?? 0) + 1);
      return 40058;
    }
    if (one.via === 'response') answered.add(one.msgid);
    shown.push(one);
    hear(one);
    return 0;
  };
  const server = createServer((request, response) => void serve(request, response, take));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const responseUrl = (msgid: string) => `${origin}/cgi-bin/aibot/response?response_code=${msgid}`;
  return { origin, responseUrl, shown, refused, close: () => closed(server) };
}

function readShown(url: URL, text: string): Shown {
  const code = url.searchParams.get('response_code');
  return code === null
    ? { via: 'webhook', key: url.searchParams.get('key') ?? '', text }
    : { via: 'response', msgid: code, text };
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  take: (url: URL, text: string) => number,
): Promise<void> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  } catch {
    return; // The sender died before the whole request was here: nothing has arrived.
  }
  const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { markdown?: { content?: string } };
  const errcode = take(new URL(request.url ?? '/', 'http://platform'), body.markdown?.content ?? '');
  await delay(ANSWER_MS);
  response.writeHead(200, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify({ errcode, errmsg: errcode === 0 ? 'ok' : 'invalid Request Parameter' }));
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
