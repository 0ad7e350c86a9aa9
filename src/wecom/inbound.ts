import { createHash } from 'node:crypto';
import { type Inbound, type MediaRef, type Press, personId } from '../domain/inbound.ts';
import { isJson, type Json, objectAt, parseJson } from './json.ts';

/** A callback named in our words beside its body, or why it is not one. */
export type BotMessage = { inbound: Inbound; raw: object } | { problem: string };

const MESSAGE_TYPES = new Set(['text', 'mixed', 'voice', 'image', 'file', 'video']);

/** Names a decrypted callback of the bot in our words; never throws, and what it does not know becomes `unknown` (接收消息). */
export function readBotMessage(plaintext: string, ownCorpId: string | undefined): BotMessage {
  const body = parseJson(plaintext);
  if (!body) return { problem: 'the decrypted callback is not a JSON object' };
  const chatType = readChatType(body);
  const botChatid = chatType === 'group' ? nonEmpty(body.chatid) : null;
  const person = readPerson(objectAt(body, 'from'), ownCorpId);
  const press = person === null ? null : readPress(body);
  const inbound: Inbound = {
    id: `bot/${readId(body, plaintext)}`,
    channel: 'bot',
    kind: press ? 'press' : readKind(body.msgtype, person !== null && (chatType === 'single' || botChatid !== null)),
    chatType,
    botChatid,
    person,
    text: readWords(body),
    quote: readWords(objectAt(body, 'quote')) || null,
    responseUrl: nonEmpty(body.response_url),
    media: readMedia(body),
    press,
    desk: null,
  };
  return { inbound, raw: body };
}

/** A message of nobody, or of no known group, can be neither answered nor tied to a conversation: it is kept as unknown. */
function readKind(msgtype: unknown, addressed: boolean): Inbound['kind'] {
  if (msgtype === 'stream') return 'refresh';
  if (msgtype === 'event') return 'event';
  return typeof msgtype === 'string' && MESSAGE_TYPES.has(msgtype) && addressed ? 'message' : 'unknown';
}

function readChatType(body: Json): Inbound['chatType'] {
  if (body.chattype === 'single') return 'single';
  return body.chattype === 'group' || nonEmpty(body.chatid) !== null ? 'group' : 'single';
}

/** The id becomes a key of the store, so it is bounded and printable; an id written as a number may have lost digits. */
function readId(body: Json, plaintext: string): string {
  if (typeof body.msgid !== 'string' || body.msgid === '') return sha256(plaintext);
  return /^[\x21-\x7e]{1,128}$/.test(body.msgid) ? body.msgid : sha256(body.msgid);
}

/** `sys` is the platform itself. A slash would let a name reach into another corp's. */
function readPerson(from: Json, ownCorpId: string | undefined): string | null {
  const userid = nonEmpty(from.userid);
  const corpid = nonEmpty(from.corpid);
  if (userid === null || userid === 'sys' || userid.includes('/') || corpid?.includes('/')) return null;
  return personId(userid, corpid === ownCorpId ? null : corpid);
}

function readWords(message: Json): string {
  if (message.msgtype === 'mixed') return readMixedWords(message);
  if (message.msgtype === 'text' || message.msgtype === 'voice') return readContent(message, message.msgtype);
  return '';
}

function readMixedWords(message: Json): string {
  const items = objectAt(message, 'mixed').msg_item;
  if (!Array.isArray(items)) return '';
  const words = items.map((item) => (isJson(item) ? readContent(item, 'text') : ''));
  return words.filter((part) => part !== '').join('\n');
}

const MEDIA_KINDS = ['image', 'file', 'video'] as const;

/** Pictures and files of the message itself; a quoted one was sent before, and its link then. A voice comes as words alone. */
function readMedia(message: Json): MediaRef[] {
  const items = message.msgtype === 'mixed' ? objectAt(message, 'mixed').msg_item : [message];
  if (!Array.isArray(items)) return [];
  return items.filter(isJson).flatMap((item) => {
    const kind = MEDIA_KINDS.find((name) => name === item.msgtype);
    const media = kind ? objectAt(item, kind) : {};
    const url = nonEmpty(media.url);
    return kind && url ? [{ kind, url, aesKey: nonEmpty(media.aeskey), mediaId: null }] : [];
  });
}

/** A press on a card. The page's tables and samples name its fields differently: both are taken (接收事件, wecom-protocol 2.5). */
function readPress(body: Json): Press | null {
  const event = objectAt(body, 'event');
  if (body.msgtype !== 'event' || event.eventtype !== 'template_card_event') return null;
  const card = objectAt(event, 'template_card_event');
  const taskId = nonEmpty(card.task_id) ?? nonEmpty(card.taskid);
  if (!taskId) return null;
  const chosen = objectAt(card, 'selected_items').selected_item;
  return {
    taskId,
    key: nonEmpty(card.event_key) ?? nonEmpty(card.eventkey) ?? '',
    selections: (Array.isArray(chosen) ? chosen : []).filter(isJson).map(readSelection),
    responseCode: null,
  };
}

function readSelection(item: Json): Press['selections'][number] {
  const ids = objectAt(item, 'option_ids').option_id ?? objectAt(item, 'optionids').option_id;
  const options = Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
  return { question: nonEmpty(item.question_key) ?? '', options };
}

function readContent(message: Json, part: 'text' | 'voice'): string {
  return nonEmpty(objectAt(message, part).content) ?? '';
}

function nonEmpty(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
