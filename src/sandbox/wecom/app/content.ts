import { type Json, objectAt, readContent } from '../content.ts';
import type { Switches } from '../switches.ts';
import { refuse, type Verdict } from '../verdict.ts';
import { type ContentView, readCard, readFile, readNews, type Shown } from '../webhook-content.ts';

const MAX_TEXT_BYTES = 2048;

/** Reads a message of an app (发送应用消息), or says why it is refused. A text that is too long is cut, markdown is not. */
export function readAppMessage(body: Json, view: ContentView, { cards }: { cards: boolean }): Shown | Verdict {
  const { switches } = view;
  switch (body.msgtype) {
    case 'text':
      return readText(body);
    case 'markdown':
      return readMarkdown(body, switches);
    case 'image':
    case 'voice':
    case 'video':
    case 'file':
      return readFile(body, body.msgtype, view);
    case 'textcard':
      return readTextcard(objectAt(body, 'textcard'));
    case 'news':
      return readNews(body);
    case 'mpnews':
      return readPages(objectAt(body, 'mpnews'));
    case 'miniprogram_notice':
      return cards ? readNotice(objectAt(body, 'miniprogram_notice')) : refuse(40008, 'invalid message type');
    case 'template_card':
      return cards ? readCard(body, 'app', switches) : refuse(40008, 'invalid message type');
    default:
      return refuse(40008, 'invalid message type');
  }
}

function readText(body: Json): Shown | Verdict {
  const read = readContent(body, { msgtype: 'text', maxBytes: Number.POSITIVE_INFINITY, emptyCode: 44004 });
  if ('errcode' in read) return read;
  const bytes = Buffer.from(read.content);
  return { text: bytes.length > MAX_TEXT_BYTES ? bytes.subarray(0, MAX_TEXT_BYTES).toString() : read.content };
}

function readMarkdown(body: Json, switches: Switches): Shown | Verdict {
  const rule = { msgtype: 'markdown', maxBytes: MAX_TEXT_BYTES, emptyCode: 40063, longCode: switches.longTextCode };
  const read = readContent(body, rule);
  return 'errcode' in read ? read : { text: read.content };
}

function readTextcard({ title, description, url }: Json): Shown | Verdict {
  if (!isFilled(title)) return refuse(41016, 'missing title');
  if (!isFilled(description)) return refuse(40063, 'empty textcard.description');
  if (!isFilled(url) || !/^https?:\/\//.test(url)) return refuse(45034, 'url without scheme');
  return { text: `${title}\n${description}` };
}

function readPages({ articles }: Json): Shown | Verdict {
  if (!Array.isArray(articles) || articles.length === 0) return refuse(40063, 'empty mpnews.articles');
  if (articles.length > 8) return refuse(45008, 'article count out of limit');
  const titles = articles.map((article: Json) => article.title);
  return titles.every(isFilled) ? { text: titles.join('\n') } : refuse(41016, 'missing title');
}

function readNotice({ appid, title }: Json): Shown | Verdict {
  if (!isFilled(appid)) return refuse(90207, 'invalid appid');
  return isFilled(title) ? { text: title } : refuse(41016, 'missing title');
}

function isFilled(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
