import { type Json, objectAt } from '../content.ts';
import type { Seen, SeenChat } from '../seen.ts';
import { refuse, TAKEN, type Verdict } from '../verdict.ts';
import { readCard, readMessage } from './content.ts';
import type { ConversationLimit } from './conversation-limit.ts';
import type { PlatformParts } from './platform-options.ts';

/** Something that the service was sent and may answer by its req_id, on the connection that brought it alone. */
export interface Asked {
  kind: 'message' | 'enter_chat' | 'template_card_event' | 'feedback_event';
  chat: SeenChat;
  at: Date;
}

/** A stream that has begun: its message, and when it must be over. */
interface Stream {
  seen: Seen;
  until: number;
  finished: boolean;
}

/** What saying something stands on. */
export interface SayParts extends Pick<PlatformParts, 'log'> {
  limit: ConversationLimit;
  isMedia: (id: string, now: Date) => boolean;
  countStreamFrames: boolean;
  /** The chats in which somebody has written to the bot. */
  known: ReadonlyMap<string, SeenChat>;
}

/** What the bot says over one connection. */
export interface Said {
  respond(asked: Asked | undefined, body: Json, now: Date): Verdict;
  welcome(asked: Asked | undefined, body: Json, now: Date): Verdict;
  updateCard(asked: Asked | undefined, body: Json, now: Date): Verdict;
  push(body: Json, now: Date): Verdict;
}

const DAY_MS = 86_400_000;
const AT_ONCE_MS = 5_000;
const STREAM_MS = 6 * 60_000;
const MEDIA = ['file', 'image', 'voice', 'video'];
/** `stream_with_template_card` is listed once and excluded later on the same page; in the field the card is not shown. */
const REPLIES = ['stream', 'template_card', 'markdown', ...MEDIA];
const PUSHES = ['template_card', 'markdown', ...MEDIA];

/** Builds what one connection says; streams live and end with it. */
export function buildSaid(parts: SayParts): Said {
  const { log, limit, known } = parts;
  const streams = new Map<string, Stream>();
  const read = (body: Json, types: readonly string[], now: Date) =>
    readMessage(body, { types, isMedia: (id) => parts.isMedia(id, now) });
  const show = (chat: SeenChat, text: string, v: { via: Seen['via']; at: Date }): Seen | Verdict =>
    limit.take(conversationOf(chat), v.at)
      ? log.add({ at: v.at, chat, from: 'bot', text, via: v.via })
      : refuse(45009, 'api freq out of limit');

  const stream = (chat: SeenChat, body: Json, v: { text: string; now: Date }): Verdict => {
    const { id, finish } = objectAt(body, 'stream');
    const begun = streams.get(String(id));
    const finished = finish === true;
    if (!begun) {
      const seen = show(chat, v.text, { via: 'respond', at: v.now });
      if ('errcode' in seen) return seen;
      streams.set(String(id), { seen, until: v.now.getTime() + STREAM_MS, finished });
      return TAKEN;
    }
    if (begun.finished || v.now.getTime() > begun.until) return refuse(846608, 'stream message update expired');
    if (parts.countStreamFrames && !limit.take(conversationOf(chat), v.now))
      return refuse(45009, 'api freq out of limit');
    begun.finished = finished;
    log.change(begun.seen, v.text);
    return TAKEN;
  };

  return {
    respond(asked, body, now) {
      if (!isOpen(asked, ['message'], now, DAY_MS)) return refuse(846605, 'invalid req_id');
      const message = read(body, REPLIES, now);
      if ('errcode' in message) return message;
      if (body.msgtype === 'stream') return stream(asked.chat, body, { text: message.text, now });
      return verdictOf(show(asked.chat, message.text, { via: 'respond', at: now }));
    },
    welcome(asked, body, now) {
      if (!isOpen(asked, ['enter_chat'], now, AT_ONCE_MS)) return refuse(846605, 'invalid req_id');
      const message = read(body, ['text', 'template_card'], now);
      return 'errcode' in message ? message : verdictOf(show(asked.chat, message.text, { via: 'respond', at: now }));
    },
    updateCard(asked, body, now) {
      if (!isOpen(asked, ['template_card_event'], now, AT_ONCE_MS)) return refuse(846605, 'invalid req_id');
      if (body.response_type !== 'update_template_card') return refuse(40008, 'invalid message type');
      const card = readCard(objectAt(body, 'template_card'));
      return 'errcode' in card ? card : verdictOf(show(asked.chat, card.text, { via: 'respond', at: now }));
    },
    push(body, now) {
      const chat = addressee(body, known);
      // The platform's code for a chat in which nobody has written yet is not known.
      if (!chat) return refuse(93006, 'invalid chatid');
      const message = read(body, PUSHES, now);
      return 'errcode' in message ? message : verdictOf(show(chat, message.text, { via: 'push', at: now }));
    },
  };
}

/** The name of a conversation, as the chats that the bot knows are kept. */
export function conversationOf(chat: Pick<SeenChat, 'kind' | 'id'>): string {
  // A person of another corp is addressed by the bare userid too.
  return `${chat.kind}/${chat.kind === 'single' ? (chat.id.split('/').at(-1) ?? '') : chat.id}`;
}

function addressee({ chatid, chat_type: type }: Json, known: ReadonlyMap<string, SeenChat>): SeenChat | null {
  if (typeof chatid !== 'string' || chatid === '') return null;
  const group = type === 1 ? undefined : known.get(`group/${chatid}`);
  return group ?? (type === 2 ? undefined : known.get(`single/${chatid}`)) ?? null;
}

function isOpen(asked: Asked | undefined, kinds: readonly Asked['kind'][], now: Date, lifeMs: number): asked is Asked {
  return asked !== undefined && kinds.includes(asked.kind) && now.getTime() - asked.at.getTime() <= lifeMs;
}

function verdictOf(shown: Seen | Verdict): Verdict {
  return 'errcode' in shown ? shown : TAKEN;
}
