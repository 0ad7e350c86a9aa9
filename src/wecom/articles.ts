import { cutBytes } from './bytes.ts';
import { unsent } from './errors.ts';

/** One piece of a picture-and-text message (图文消息). */
export interface Article {
  title: string;
  description?: string;
  url: string;
  picurl?: string;
}

/** What stands at the end of a title that was cut: there is no room for more. */
const ELLIPSIS = '…';
const MAX_ARTICLES = 8;

/** Cuts a title or description to its bytes, an ellipsis at its end. */
export function cutLine(text: string, max: number): string {
  return cutBytes(text, max, ELLIPSIS);
}

/** Leaves out what is not given. */
export function given<T extends object>(parts: T): Partial<T> {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as Partial<T>;
}

/** @throws WecomError unless there are one to eight, each with a title. */
export function checkArticles(endpoint: string, articles: readonly { title: string }[]): void {
  if (articles.length === 0) throw unsent(endpoint, { errcode: 40063, words: 'articles is empty' });
  if (articles.length > MAX_ARTICLES)
    throw unsent(endpoint, { errcode: 45008, words: `articles has more than ${MAX_ARTICLES} entries` });
  if (articles.some(({ title }) => title === ''))
    throw unsent(endpoint, { errcode: 41016, words: 'an article has no title' });
}

/** Builds the `news` object; title and description are cut to 128 and 512 bytes as the platform would cut them. */
export function newsBody(endpoint: string, articles: readonly Article[]): { articles: object[] } {
  checkArticles(endpoint, articles);
  return {
    articles: articles.map(({ title, description, url, picurl }) =>
      given({
        title: cutLine(title, 128),
        description: description === undefined ? undefined : cutLine(description, 512),
        url,
        picurl,
      }),
    ),
  };
}
