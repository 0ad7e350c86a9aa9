import { type Json, objectAt, readContent } from '../content.ts';
import { refuse, type Verdict } from '../verdict.ts';

/** A message that the platform would take, and what a person sees of it. */
export type Shown = { text: string };

const MARKDOWN = { msgtype: 'markdown', maxBytes: 20_480, emptyCode: 40063 };
const TEXT = { msgtype: 'text', maxBytes: 20_480, emptyCode: 44004 };
const MEDIA = ['file', 'image', 'voice', 'video'];

/** Reads a message of one of these types, or says why the platform refuses it. `isMedia` knows the uploaded files. */
export function readMessage(
  body: Json,
  v: { types: readonly string[]; isMedia: (id: string) => boolean },
): Shown | Verdict {
  const type = typeof body.msgtype === 'string' ? body.msgtype : '';
  if (!v.types.includes(type)) return refuse(40008, 'invalid message type');
  if (MEDIA.includes(type)) return readMedia(objectAt(body, type), type, v.isMedia);
  if (type === 'template_card') return readCard(objectAt(body, 'template_card'));
  if (type === 'stream') return readStream(objectAt(body, 'stream'));
  const read = readContent(body, type === 'text' ? TEXT : MARKDOWN);
  return 'errcode' in read ? read : { text: read.content };
}

/** The words of a card that a person sees first. */
export function readCard(card: Json): Shown | Verdict {
  const { title } = objectAt(card, 'main_title');
  const words = title ?? card.sub_title_text;
  if (typeof card.card_type !== 'string') return refuse(42031, 'invalid card_type');
  return typeof words === 'string' && words !== '' ? { text: words } : refuse(42033, 'missing title');
}

function readMedia(media: Json, type: string, isMedia: (id: string) => boolean): Shown | Verdict {
  const id = media.media_id;
  return typeof id === 'string' && isMedia(id) ? { text: `[${type}] ${id}` } : refuse(40007, 'invalid media_id');
}

function readStream(stream: Json): Shown | Verdict {
  const { id, content = '', msg_item: items } = stream;
  if (typeof id !== 'string' || id === '') return refuse(40058, 'stream.id is missing. invalid Request Parameter');
  if (items !== undefined) return refuse(40058, 'stream.msg_item is not supported. invalid Request Parameter');
  if (typeof content !== 'string') return refuse(40058, 'stream.content is not a string. invalid Request Parameter');
  if (Buffer.byteLength(content) > MARKDOWN.maxBytes) return refuse(45002, 'content size out of limit');
  return { text: content };
}
