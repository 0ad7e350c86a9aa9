import axios, { isAxiosError } from 'axios';
import { cutBytes } from './bytes.ts';
import { WecomError } from './errors.ts';
import { checkAnswer, describeLoss } from './read-answer.ts';
import { buildTrackedTransport } from './tracked-transport.ts';

/** A message for a group's webhook; mentions are userids or `@all`, and only a text can have them (消息推送配置说明). */
export type WebhookMessage =
  | { type: 'text'; content: string; mentions?: string[] }
  | { type: 'markdown'; content: string };

/** What the service asks of the platform. Each call resolves when the platform has taken the message and throws a WecomError otherwise. */
export interface WecomClient {
  /** Posts to the group whose webhook has this key. */
  sendWebhook(key: string, message: WebhookMessage): Promise<void>;
  /** Answers the callback that carried this response_url: once, within an hour. */
  respond(responseUrl: string, markdown: string): Promise<void>;
}

/** Where the platform is and how long it may take. */
export interface WecomClientOptions {
  base: string;
  timeoutMs: number;
  /** Headers to add to each call, asked for at each call. */
  headers?: () => Record<string, string> | Promise<Record<string, string>>;
}

/** Longest contents in bytes of UTF-8; longer ones are cut with a notice, since the platform's code for them is not documented. */
export const CONTENT_LIMITS = { text: 2048, markdown: 4096, response: 20_480 } as const;

const WEBHOOK_PATH = '/cgi-bin/webhook/send';
const RESPONSE_PATH = '/cgi-bin/aibot/response';
const MAX_REQUEST_BYTES = 256 * 1024;
const MAX_ANSWER_BYTES = 64 * 1024;

/** Builds the client of one platform; it follows no redirect and no proxy, and none of its errors holds a credential. */
export function buildWecomClient(options: WecomClientOptions): WecomClient {
  const base = new URL(options.base);
  const prefix = base.pathname.replace(/\/+$/, '');
  return {
    sendWebhook(key, message) {
      const url = new URL(`${prefix}${WEBHOOK_PATH}?key=${encodeURIComponent(key)}`, base);
      return post(options, { url, endpoint: WEBHOOK_PATH, body: webhookBody(message) });
    },
    async respond(responseUrl, markdown) {
      const url = ownUrl(responseUrl, base);
      const content = cutBytes(markdown, CONTENT_LIMITS.response);
      await post(options, { url, endpoint: RESPONSE_PATH, body: { msgtype: 'markdown', markdown: { content } } });
    },
  };
}

function webhookBody(message: WebhookMessage): object {
  const content = cutBytes(message.content, CONTENT_LIMITS[message.type]);
  if (message.type === 'markdown') return { msgtype: 'markdown', markdown: { content } };
  const mentioned = message.mentions?.length ? { mentioned_list: message.mentions } : {};
  return { msgtype: 'text', text: { content, ...mentioned } };
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
  const failure = { errcode: null, endpoint: RESPONSE_PATH, retryAfterMs: null };
  throw new WecomError(
    { ...failure, outcome: 'unsent', retryable: false },
    `A response_url is not on the origin of WECOM_API_BASE and was not called. Set WECOM_API_BASE to where the platform's answers go.`,
  );
}

async function post(options: WecomClientOptions, call: { url: URL; endpoint: string; body: object }): Promise<void> {
  const { endpoint } = call;
  const headers = { ...(await options.headers?.()), 'Content-Type': 'application/json' };
  const tracked = buildTrackedTransport(call.url);
  // The signal is the deadline of the whole exchange; axios' own timeout starts anew with each byte.
  const signal = AbortSignal.timeout(options.timeoutMs);
  const answer = await axios
    .request<string>({
      url: call.url.href,
      method: 'POST',
      data: JSON.stringify(call.body),
      headers,
      transport: tracked.transport,
      signal,
      adapter: 'http',
      maxRedirects: 0,
      proxy: false,
      maxBodyLength: MAX_REQUEST_BYTES,
      maxContentLength: MAX_ANSWER_BYTES,
      responseType: 'text',
      transformResponse: (text: unknown) => text,
      validateStatus: null,
    })
    .catch((error: unknown) => {
      throw describeLoss({ code: lossCode(error, signal), written: tracked.isWritten(), endpoint });
    });
  checkAnswer({ status: answer.status, body: answer.data, endpoint });
}

/** Only the code of the failure is kept: its message and its config hold the address with the credential. */
function lossCode(error: unknown, signal: AbortSignal): string {
  if (signal.aborted) return 'ETIMEDOUT';
  return isAxiosError(error) && error.code && /^[A-Z_]{2,40}$/.test(error.code) ? error.code : 'no code';
}
