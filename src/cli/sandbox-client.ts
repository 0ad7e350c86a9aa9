import { setTimeout as wait } from 'node:timers/promises';
import { type AxiosInstance, create } from 'axios';

/** One message as a sandbox's chats show it; instants as they travel in JSON. */
export interface ShownMessage {
  at: string;
  chat: { kind: 'group' | 'single'; id: string; name: string };
  /** `bot`, or the person as `userid` or `corpid/userid`. */
  from: string;
  text: string;
  via: 'webhook' | 'response' | 'passive' | 'member' | 'app' | 'respond' | 'push';
  /** Of a message of the app, by which its card is pressed. */
  msgid?: string;
}

/** What a person writes: in the group called `chat`, without one in the 1:1 chat with the bot. */
export interface Words {
  as: string;
  chat: string | null;
  text: string;
  /** A picture sent along, or alone when `text` is empty; base64. */
  picture?: string;
}

/** Who presses what on the card of which message. */
export interface CardPress {
  as: string;
  msgid: string;
  key: string;
  selections: readonly { question: string; options: readonly string[] }[];
}

/** The sandbox of a running service, spoken to over HTTP. */
export interface SandboxClient {
  /** Writes in a chat. @throws SandboxRefusal when there is no such chat or the service does not take the message. */
  say(words: Words): Promise<void>;
  /** Presses a button of a card. @throws SandboxRefusal when there is no such card or button. */
  press(press: CardPress): Promise<void>;
  /** Moves the clock and resolves when nothing more is due there. @throws SandboxRefusal for a move that is none. */
  moveClock(move: { now: string } | { advance: string }): Promise<void>;
  /** Everything shown from the given place on; `next` is where to go on from. */
  seenFrom(from: number): Promise<{ next: number; seen: ShownMessage[] }>;
  /** Resolves when nothing more can be done at the present clock. @throws SandboxRefusal when that takes too long. */
  settle(): Promise<void>;
  /** The sandbox's present instant. */
  now(): Promise<Date>;
  statusOf(number: string): Promise<string | null>;
}

/** The sandbox said no; the message is a sentence for whoever asked. */
export class SandboxRefusal extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'SandboxRefusal';
  }
}

const REQUEST_MS = 60_000;
const SETTLE_MS = 30_000;
const LOOK_MS = 20;
/** Beyond any log, so that only the place to go on from is asked for. */
export const THE_END = Number.MAX_SAFE_INTEGER;

/** Builds the client of the sandbox at an address, e.g. http://127.0.0.1:3000. */
export function buildSandboxClient(url: string): SandboxClient {
  const http = create({ baseURL: url, proxy: false, timeout: REQUEST_MS, validateStatus: null });
  return {
    say: (words) => say(http, words),
    press: async (press) => void (await taken(http.post('/sandbox/wecom/press', press))),
    moveClock: async (move) => void (await taken(http.post('/sandbox/clock', move))),
    seenFrom: (from) => taken(http.get('/sandbox/seen', { params: { from } })),
    settle: () => settle(http),
    now: async () => new Date((await stateOf(http)).now),
    async statusOf(number) {
      const { status, data } = await http.get<{ status: string }>(`/sandbox/cases/${number}`);
      return status === 200 ? data.status : null;
    },
  };
}

async function say(http: AxiosInstance, { as, chat, text, picture }: Words): Promise<void> {
  const body = { as, text, ...(chat === null ? {} : { chat }), ...(picture === undefined ? {} : { picture }) };
  const { status, data } = await http.post<{ status: number; error?: string }>('/sandbox/say', body);
  if (status === 404) throw new SandboxRefusal(chat ? `没有叫“${chat}”的群，请核对群名。` : NO_SANDBOX);
  if (status !== 200) throw new SandboxRefusal(`沙箱没有接受这句话（${data.error ?? status}）。`);
  if (data.status !== 200) throw new SandboxRefusal(`服务没有接收这条消息（HTTP ${data.status}），请稍后再发。`);
}

const NO_SANDBOX = '这个服务没有开沙箱：请先运行 npm run demo，或以 SANDBOX=1 启动服务。';

async function settle(http: AxiosInstance): Promise<void> {
  for (const deadline = Date.now() + SETTLE_MS; Date.now() < deadline; await wait(LOOK_MS)) {
    if ((await stateOf(http)).idle) return;
  }
  throw new SandboxRefusal('服务在30秒内没有处理完，请查看它的日志。');
}

function stateOf(http: AxiosInstance): Promise<{ now: string; idle: boolean }> {
  return taken(http.get('/sandbox/state'));
}

async function taken<T>(asked: Promise<{ status: number; data: T & { error?: string } }>): Promise<T> {
  const { status, data } = await asked;
  if (status === 200) return data;
  throw new SandboxRefusal(status === 404 ? NO_SANDBOX : `沙箱没有照办（${data?.error ?? `HTTP ${status}`}）。`);
}
