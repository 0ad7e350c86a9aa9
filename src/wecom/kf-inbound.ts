import { type Inbound, KF_CORP, type MediaRef, personId } from '../domain/inbound.ts';
import { type Json, objectAt, textAt } from './json.ts';

/** Something fetched from a desk of 微信客服, named in our words. */
export type KfHeard =
  /** A customer wrote. `saidAt` is the platform's time of it. */
  | { kind: 'message'; inbound: Inbound; saidAt: Date }
  /** A message to a customer was taken, and never reached them (`fail_type`). */
  | { kind: 'lost'; msgid: string; failType: number };

const MEDIA: ReadonlySet<string> = new Set(['image', 'voice', 'video', 'file']);

/** Origins of a message (读取消息): by a customer, by the platform. What a person at the desk wrote (5) is none of ours. */
const BY_CUSTOMER = 3;
const BY_PLATFORM = 4;

/** Names one object of 微信客服's log; null for what tells us nothing. Never throws. */
export function readKfMessage(message: Json): KfHeard | null {
  if (message.origin === BY_PLATFORM) return readLost(objectAt(message, 'event'));
  const msgid = textAt(message, 'msgid') ?? '';
  const customer = textAt(message, 'external_userid') ?? '';
  const desk = textAt(message, 'open_kfid');
  if (message.origin !== BY_CUSTOMER || !isName(msgid) || !isName(customer) || !desk) return null;
  const inbound: Inbound = {
    id: `kf/${msgid}`,
    channel: 'kf',
    kind: 'message',
    chatType: 'single',
    botChatid: null,
    person: personId(customer, KF_CORP),
    text: readWords(message),
    quote: null,
    responseUrl: null,
    media: readMedia(message),
    press: null,
    desk,
  };
  return { kind: 'message', inbound, saidAt: new Date(Number(message.send_time) * 1000) };
}

/** The id becomes a key of the store and part of a person's id: no slash, no end. */
function isName(text: string): boolean {
  return /^[\w-]{1,128}$/.test(text);
}

function readLost(event: Json): KfHeard | null {
  const msgid = textAt(event, 'fail_msgid');
  if (event.event_type !== 'msg_send_fail' || !msgid) return null;
  return { kind: 'lost', msgid, failType: Number(event.fail_type ?? 0) };
}

/** A choice of a menu comes as a text of its words. */
function readWords(message: Json): string {
  const type = textAt(message, 'msgtype') ?? '';
  const names = { text: ['content'], link: ['title', 'desc', 'url'], location: ['name', 'address'] }[type] ?? [];
  const body = objectAt(message, type);
  return names
    .map((name) => textAt(body, name) ?? '')
    .filter(Boolean)
    .join('\n');
}

function readMedia(message: Json): MediaRef[] {
  const type = textAt(message, 'msgtype') ?? '';
  const mediaId = textAt(objectAt(message, type), 'media_id');
  return MEDIA.has(type) && mediaId ? [{ kind: type as MediaRef['kind'], url: null, aesKey: null, mediaId }] : [];
}
