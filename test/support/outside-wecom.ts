import { randomInt, randomUUID } from 'node:crypto';
import { decrypt, encrypt, getSignature } from '@wecom/crypto';
import { openPlatform, type Platform, type Shown } from './outside-platform.ts';

/** The bot's credentials as the platform's API page shows them. */
export const BOT = { token: 'OutsideToken2026', aesKey: 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNO12', name: '帮企通' };

/** How long the platform waits for an answer, machine time; generous, since test machines can be slow. */
const PATIENCE_MS = 10_000;

/** What somebody writes. `chat` null: in the 1:1 chat with the bot. */
export interface Post {
  as: string;
  chat: string | null;
  text: string;
  quote?: string;
  /** Whether a group message mentions the bot; true by default. */
  mention?: boolean;
}

/** A callback and what came back. */
export interface Delivered {
  msgid: string;
  status: number;
  /** The passive reply, decrypted; null for an empty one. */
  passive: Record<string, unknown> | null;
}

/** The platform and its people, played without a line of the service: all that is known of it is its outside contract. */
export interface OutsideWecom extends Platform {
  /** Where callbacks go, and business time, which their timestamps follow. */
  attach(service: { url: string; now: () => Date }): void;
  /** Builds the body of somebody's message, to be delivered as often as one likes. */
  write(post: Post): Record<string, unknown> & { msgid: string };
  /** Seals a body and posts it. @throws when the answer takes longer than the platform waits. */
  deliver(body: object, patienceMs?: number): Promise<Delivered>;
  /** Posts a body of the caller's own making, sealed or not. */
  postRaw(query: string, body: string, patienceMs?: number): Promise<Response>;
  /** Seals a text with the platform's own library; `now` in seconds. */
  seal(text: string, v?: { now?: number; receiveid?: string; token?: string }): { query: string; encrypt: string };
  /** The query of a text that stands in `encrypt`, whatever it is. */
  sign(encrypt: string): { query: string };
  /** What stands in a chat, a group's or a person's 1:1 chat. */
  shownIn(chat: string): Shown[];
  answersTo(msgid: string): string[];
}

/** Opens the outside platform without chats. */
export async function openOutsideWecom(): Promise<OutsideWecom> {
  const platform = await openPlatform();
  let service = { url: 'http://127.0.0.1:1', now: () => new Date() };
  const seal: OutsideWecom['seal'] = (text, v = {}) => sealed(text, { now: service.now().getTime() / 1000, ...v });
  const postRaw: OutsideWecom['postRaw'] = (query, body, patienceMs = PATIENCE_MS) =>
    fetch(`${service.url}/wecom/bot?${query}`, { method: 'POST', body, signal: AbortSignal.timeout(patienceMs) });
  return {
    ...platform,
    attach: (attached) => void (service = attached),
    seal,
    sign: (text) => ({ query: signed(text, { now: service.now().getTime() / 1000 }) }),
    postRaw,
    write: (post) => written(post, (target) => platform.issueResponseUrl({ ...target, now: service.now() })),
    async deliver(body, patienceMs) {
      const { query, encrypt: encrypted } = seal(JSON.stringify(body));
      const response = await postRaw(query, JSON.stringify({ encrypt: encrypted }), patienceMs);
      const passive = opened(await response.text(), query);
      const { msgid = '' } = body as { msgid?: string };
      showPassive({ platform, body, passive, now: service.now() });
      return { msgid, status: response.status, passive };
    },
    shownIn: (chat) => platform.shown.filter((shown) => shown.chat === chat),
    answersTo: (msgid) => platform.shown.filter((shown) => shown.answers === msgid).map((shown) => shown.text),
  };
}

function sealed(
  text: string,
  v: { now: number; receiveid?: string; token?: string },
): { query: string; encrypt: string } {
  const encrypted = encrypt(BOT.aesKey, text, v.receiveid ?? '');
  return { query: signed(encrypted, v), encrypt: encrypted };
}

function signed(encrypted: string, v: { now: number; token?: string }): string {
  const timestamp = String(Math.floor(v.now));
  const nonce = String(randomInt(1_000_000_000, 9_999_999_999));
  const signature = getSignature(v.token ?? BOT.token, timestamp, nonce, encrypted);
  return `msg_signature=${signature}&timestamp=${timestamp}&nonce=${nonce}`;
}

function written(post: Post, issue: (target: { chat: string; answers: string }) => string) {
  const { as, chat, quote } = post;
  const msgid = `CAIQ${randomUUID().replaceAll('-', '')}`;
  const text = chat && post.mention !== false ? `@${BOT.name} ${post.text}` : post.text;
  return {
    ...headOf({ as, chat, msgid }),
    response_url: issue({ chat: chat ?? as, answers: msgid }),
    msgtype: 'text',
    text: { content: text },
    ...(quote === undefined ? {} : { quote: { msgtype: 'text', text: { content: quote } } }),
  };
}

/** The head that all callbacks of one person in one chat have in common. */
export function headOf(v: { as: string; chat: string | null; msgid: string }) {
  const [first = '', second] = v.as.split('/');
  const from = second === undefined ? { userid: first } : { corpid: first, userid: second };
  const where = v.chat ? { chatid: v.chat, chattype: 'group' } : { chattype: 'single' };
  return { msgid: v.msgid, aibotid: 'aibOUTSIDE01', ...where, from };
}

/** @throws Error when the platform would not take the envelope. */
function opened(answer: string, query: string): Record<string, unknown> | null {
  if (answer === '') return null;
  const { encrypt: encrypted, msgsignature, timestamp, nonce } = JSON.parse(answer) as Record<string, string | number>;
  if (nonce !== new URLSearchParams(query).get('nonce')) throw new Error('the passive reply has another nonce');
  if (getSignature(BOT.token, timestamp ?? '', nonce ?? '', String(encrypted)) !== msgsignature) {
    throw new Error('the passive reply is signed wrongly');
  }
  const { message, id } = decrypt(BOT.aesKey, String(encrypted));
  if (id !== '') throw new Error('the passive reply names a receiveid');
  return JSON.parse(message) as Record<string, unknown>;
}

function showPassive(v: { platform: Platform; body: object; passive: Delivered['passive']; now: Date }): void {
  const { content } = (v.passive?.stream ?? {}) as { content?: string };
  const { msgid, chatid, from } = v.body as ReturnType<typeof headOf> & { chatid?: string };
  if (content === undefined) return;
  v.platform.shown.push({ chat: chatid ?? from.userid, text: content, via: 'passive', at: v.now, answers: msgid });
}
