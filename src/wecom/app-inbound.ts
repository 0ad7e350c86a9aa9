import { createHash } from 'node:crypto';
import { type Inbound, type MediaRef, type Press, personId } from '../domain/inbound.ts';
import { childrenOf, parseXml, textOf, type XmlElement } from './xml.ts';

/** A callback of the app named in our words beside its elements, or why it is not one. */
export type AppMessage = { inbound: Inbound; raw: object } | { problem: string };

const KINDS: Readonly<Record<string, MediaRef['kind']>> = { image: 'image', voice: 'voice', video: 'video' };
const WRITTEN = new Set(['text', 'image', 'voice', 'video', 'location', 'link']);
const PRESSES = new Set(['template_card_event', 'template_card_menu_event']);

/** Names a decrypted callback of the self-built app in our words; never throws, and what it does not know becomes `unknown` (消息格式). */
export function readAppMessage(plaintext: string): AppMessage {
  const root = parseXml(plaintext);
  if (!root) return { problem: 'the decrypted callback is not the XML of a message' };
  const raw = asObject(root);
  const person = readPerson(root);
  const press = person ? readPress(root) : null;
  const inbound: Inbound = {
    id: `app/${readId(root, raw)}`,
    channel: 'app',
    kind: press ? 'press' : readKind(root, person),
    // An app hears nobody but who writes to it alone; groups it made are never pushed to it.
    chatType: 'single',
    botChatid: null,
    person,
    text: readWords(root),
    quote: null,
    responseUrl: null,
    media: readMedia(root),
    press,
    desk: readDesk(root),
  };
  return { inbound, raw };
}

function readKind(root: XmlElement, person: string | null): Inbound['kind'] {
  const type = textOf(root, 'MsgType') ?? '';
  if (type === 'event') return readDesk(root) ? 'knock' : 'event';
  return person && WRITTEN.has(type) ? 'message' : 'unknown';
}

/** The event of 微信客服 says only that something waits, and where (接收消息和事件). Its token lies in what is kept of the callback. */
function readDesk(root: XmlElement): string | null {
  if (textOf(root, 'Event') !== 'kf_msg_or_event') return null;
  const desk = textOf(root, 'OpenKfId')?.trim() ?? '';
  return /^[\w-]{1,64}$/.test(desk) ? desk : null;
}

/** `sys` is the platform itself. A slash would let a name reach into another corp's. */
function readPerson(root: XmlElement): string | null {
  const userid = textOf(root, 'FromUserName')?.trim();
  return userid && userid !== 'sys' && !userid.includes('/') ? personId(userid) : null;
}

/** MsgId is a 64-bit number kept as text. An event has none, and a repeat may order its elements anew: the hash is of the sorted elements. */
function readId(root: XmlElement, raw: object): string {
  const msgid = textOf(root, 'MsgId')?.trim() ?? '';
  if (/^[\x21-\x7e]{1,128}$/.test(msgid)) return msgid;
  return createHash('sha256').update(JSON.stringify(raw)).digest('hex');
}

function readWords(root: XmlElement): string {
  const type = textOf(root, 'MsgType');
  const parts = {
    text: ['Content'],
    link: ['Title', 'Description', 'Url'],
    location: ['Label'],
  }[type ?? ''];
  return (parts ?? [])
    .map((name) => textOf(root, name) ?? '')
    .filter(Boolean)
    .join('\n');
}

function readMedia(root: XmlElement): MediaRef[] {
  const kind = KINDS[textOf(root, 'MsgType') ?? ''];
  const mediaId = textOf(root, 'MediaId')?.trim();
  return kind && mediaId ? [{ kind, url: null, aesKey: null, mediaId }] : [];
}

function readPress(root: XmlElement): Press | null {
  const taskId = textOf(root, 'TaskId')?.trim();
  if (!taskId || !PRESSES.has(textOf(root, 'Event') ?? '')) return null;
  const items = childrenOf(childrenOf(root, 'SelectedItems')[0], 'SelectedItem');
  return {
    taskId,
    key: textOf(root, 'EventKey') ?? '',
    selections: items.map((item) => ({
      question: textOf(item, 'QuestionKey') ?? '',
      options: childrenOf(childrenOf(item, 'OptionIds')[0], 'OptionId').map((option) => option.text),
    })),
    responseCode: textOf(root, 'ResponseCode')?.trim() || null,
  };
}

/** The elements as a JSON object with sorted keys: names that repeat become lists. Text around elements is dropped. */
function asObject(element: XmlElement): Record<string, unknown> {
  const names = [...new Set(element.children.map((child) => child.name))].sort();
  return Object.fromEntries(
    names.map((name) => {
      const values = childrenOf(element, name).map((child) =>
        child.children.length > 0 ? asObject(child) : child.text,
      );
      return [name, values.length === 1 ? values[0] : values];
    }),
  );
}
