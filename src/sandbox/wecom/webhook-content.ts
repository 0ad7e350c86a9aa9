import { createHash } from 'node:crypto';
import { checkCard } from '../../wecom/check-card.ts';
import { wordsOfCard } from './card-words.ts';
import { isJson, type Json, objectAt } from './content.ts';
import type { MediaStore } from './media-store.ts';
import type { Seen } from './seen.ts';
import type { Switches } from './switches.ts';
import { refuse, type Verdict } from './verdict.ts';

/** What of a message stands in the chat. */
export type Shown = Pick<Seen, 'text' | 'card' | 'file'>;

/** What judging a message needs besides it. */
export interface ContentView {
  media: MediaStore;
  /** Whose files may be named. */
  owner: string;
  now: Date;
  switches: Switches;
}

const MAX_IMAGE_BYTES = 2 * 1024 * 1024;
const MAX_ARTICLES = 8;

/** Reads a picture of a webhook: base64 without line ends, its md5, 2 MB at most, JPG or PNG. */
export function readImage(body: Json): Shown | Verdict {
  const { base64, md5 } = objectAt(body, 'image');
  if (typeof base64 !== 'string' || base64 === '') return refuse(40063, 'empty image.base64');
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.toString('base64') !== base64)
    return refuse(40058, 'image.base64 is not base64. invalid Request Parameter');
  if (bytes.length > MAX_IMAGE_BYTES) return refuse(40009, 'invalid image size');
  if (createHash('md5').update(bytes).digest('hex') !== md5) return refuse(301019, 'md5 of file illegal');
  return { text: '[图片]', file: { name: '', bytes: bytes.length } };
}

/** Reads articles: one to eight, each with a title and an address with its scheme. */
export function readNews(body: Json): Shown | Verdict {
  const { articles } = objectAt(body, 'news');
  if (!Array.isArray(articles) || articles.length === 0) return refuse(40063, 'empty news.articles');
  if (articles.length > MAX_ARTICLES) return refuse(45008, 'article count out of limit');
  const titles: string[] = [];
  for (const article of articles) {
    const { title, url } = isJson(article) ? article : {};
    if (typeof title !== 'string' || title === '') return refuse(41016, 'missing title');
    if (typeof url !== 'string' || !/^https?:\/\//.test(url)) return refuse(45034, 'url without scheme');
    titles.push(title);
  }
  return { text: titles.join('\n') };
}

/** Reads a file by its media_id, which must be of this type, of this owner, and no older than three days. */
export function readFile(body: Json, type: string, { media, owner, now }: ContentView): Shown | Verdict {
  const file = media.find(objectAt(body, type).media_id, owner, now);
  if (!file || file.type !== type) return refuse(40007, 'invalid media_id');
  return { text: `[${KINDS[type] ?? type}] ${file.filename}`, file: { name: file.filename, bytes: file.bytes.length } };
}

const KINDS: Readonly<Record<string, string>> = { image: '图片', file: '文件', voice: '语音', video: '视频' };

/** Reads a card for this place. */
export function readCard(body: Json, place: 'webhook' | 'app' | 'bot', switches: Switches): Shown | Verdict {
  const card = objectAt(body, 'template_card');
  const problem = checkCard(card, place);
  if (problem) return refuse(problem.errcode, problem.words);
  if (switches.cardImageRequired && card.card_type === 'news_notice' && card.card_image === undefined)
    return refuse(42044, 'missing card_image.url');
  return { text: wordsOfCard(card), card };
}
