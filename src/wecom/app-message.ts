import { type Article, checkArticles, cutLine, given, newsBody } from './articles.ts';
import { cutBytes } from './bytes.ts';
import type { AnyCard, TemplateCard } from './cards.ts';
import { checkCard } from './check-card.ts';
import { unsent } from './errors.ts';
import { CONTENT_LIMITS } from './limits.ts';

/** A page that is kept on the platform. `content` is HTML of 666 KB at most. */
export interface PlatformArticle {
  title: string;
  thumbMediaId: string;
  content: string;
  author?: string;
  sourceUrl?: string;
  digest?: string;
}

/** What an app sends alike to people and to the groups it made. `<a href>` works in a text (发送应用消息). */
export type ChatMessage =
  | { type: 'text'; content: string }
  | { type: 'markdown'; content: string }
  | { type: 'image' | 'voice' | 'file'; mediaId: string }
  | { type: 'video'; mediaId: string; title?: string; description?: string }
  /** `button` has 4 characters at most; without it the platform writes 详情. */
  | { type: 'textcard'; title: string; description: string; url: string; button?: string }
  | { type: 'news'; articles: Article[] }
  | { type: 'mpnews'; articles: PlatformArticle[] };

/** What an app sends to people: cards besides, and notices of a mini program. */
export type AppMessage =
  | ChatMessage
  | {
      type: 'miniprogram_notice';
      appid: string;
      /** 4 to 12 characters. */
      title: string;
      page?: string;
      description?: string;
      emphasisFirst?: boolean;
      items?: { key: string; value: string }[];
    }
  | { type: 'template_card'; card: TemplateCard | AnyCard };

const MAX_URL_BYTES = 2048;
const MAX_PAGE_BYTES = 666 * 1024;
const MAX_NOTICE_ITEMS = 10;

/** Builds `msgtype` and its object; words are cut to their bytes. @throws WecomError for what the platform would refuse. */
export function messageBody(endpoint: string, message: AppMessage): { msgtype: string; [type: string]: unknown } {
  return { msgtype: message.type, [message.type]: contentOf(endpoint, message) };
}

function contentOf(endpoint: string, message: AppMessage): object {
  switch (message.type) {
    case 'text':
      return { content: filled(endpoint, cutBytes(message.content, CONTENT_LIMITS.text)) };
    case 'markdown':
      return { content: filled(endpoint, cutBytes(message.content, CONTENT_LIMITS.appMarkdown)) };
    case 'image':
    case 'voice':
    case 'file':
      return { media_id: message.mediaId };
    case 'video': {
      const { mediaId, title, description } = message;
      return given({ media_id: mediaId, title: line(title, 128), description: line(description, 512) });
    }
    case 'textcard':
      return textcardOf(endpoint, message);
    case 'news':
      return newsBody(endpoint, message.articles);
    case 'mpnews':
      return pagesOf(endpoint, message.articles);
    case 'miniprogram_notice':
      return noticeOf(endpoint, message);
    case 'template_card': {
      const problem = checkCard(message.card, 'app');
      if (problem) throw unsent(endpoint, problem);
      return message.card;
    }
  }
}

function filled(endpoint: string, content: string): string {
  if (content === '') throw unsent(endpoint, { errcode: 44004, words: 'the content is empty' });
  return content;
}

function line(text: string | undefined, max: number): string | undefined {
  return text === undefined ? undefined : cutLine(text, max);
}

/** The description may hold marks of HTML, which a cut could break: it is cut at its end as the platform does. */
function textcardOf(endpoint: string, card: Extract<AppMessage, { type: 'textcard' }>): object {
  const { title, description, url, button } = card;
  if (!URL.canParse(url)) throw unsent(endpoint, { errcode: 45034, words: 'textcard.url has no scheme' });
  if (Buffer.byteLength(url) > MAX_URL_BYTES)
    throw unsent(endpoint, { errcode: 40058, words: `textcard.url is longer than ${MAX_URL_BYTES} bytes` });
  return given({ title: cutLine(title, 128), description: cutLine(description, 512), url, btntxt: button });
}

function pagesOf(endpoint: string, articles: readonly PlatformArticle[]): object {
  checkArticles(endpoint, articles);
  if (articles.some(({ content }) => Buffer.byteLength(content) > MAX_PAGE_BYTES))
    throw unsent(endpoint, { errcode: 45002, words: `mpnews.content is longer than ${MAX_PAGE_BYTES} bytes` });
  return {
    articles: articles.map(({ title, thumbMediaId, content, author, sourceUrl, digest }) =>
      given({
        title: cutLine(title, 128),
        thumb_media_id: thumbMediaId,
        author,
        content_source_url: sourceUrl,
        content,
        digest: line(digest, 512),
      }),
    ),
  };
}

function noticeOf(endpoint: string, notice: Extract<AppMessage, { type: 'miniprogram_notice' }>): object {
  const { appid, title, page, description, emphasisFirst, items } = notice;
  const length = [...title].length;
  if (length < 4 || length > 12)
    throw unsent(endpoint, { errcode: 40058, words: 'miniprogram_notice.title must have 4 to 12 characters' });
  if (items && items.length > MAX_NOTICE_ITEMS)
    throw unsent(endpoint, { errcode: 40058, words: `miniprogram_notice has more than ${MAX_NOTICE_ITEMS} items` });
  return given({ appid, page, title, description, emphasis_first_item: emphasisFirst, content_item: items });
}
