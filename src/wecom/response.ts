import { cutBytes } from './bytes.ts';
import type { AnyCard, TemplateCard } from './cards.ts';
import { checkCard } from './check-card.ts';
import { unsent } from './errors.ts';
import { CONTENT_LIMITS } from './limits.ts';
import { postJson, type Reach } from './request.ts';

/** An answer by a response_url: words, or in a 1:1 chat a card (主动回复消息). */
export type ResponseMessage =
  | { type: 'markdown'; content: string }
  | { type: 'template_card'; card: TemplateCard | AnyCard };

const RESPONSE = '/cgi-bin/aibot/response';

/** Answers the callback that carried this response_url; a text is markdown. @throws WecomError when it was not taken. */
export async function respond(reach: Reach, responseUrl: string, message: string | ResponseMessage): Promise<void> {
  const url = ownUrl(responseUrl, new URL(reach.base));
  const body = bodyOf(typeof message === 'string' ? { type: 'markdown', content: message } : message);
  await postJson(reach, { url, endpoint: RESPONSE, body });
}

function bodyOf(message: ResponseMessage): object {
  if (message.type === 'markdown') {
    return { msgtype: 'markdown', markdown: { content: cutBytes(message.content, CONTENT_LIMITS.response) } };
  }
  const problem = checkCard(message.card, 'bot');
  if (problem) throw unsent(RESPONSE, problem);
  return { msgtype: 'template_card', template_card: message.card };
}

/**
 * A response_url comes from outside: only the platform's own origin is called.
 * @throws WecomError when it is another's.
 */
function ownUrl(responseUrl: string, base: URL): URL {
  if (URL.canParse(responseUrl)) {
    const url = new URL(responseUrl);
    if (url.origin === base.origin) return url;
  }
  const words =
    "a response_url is not on the origin of WECOM_API_BASE; set WECOM_API_BASE to where the platform's answers go";
  throw unsent(RESPONSE, { errcode: null, words });
}
