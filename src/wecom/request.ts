import axios, { isAxiosError } from 'axios';
import { MediaTooLarge } from './errors.ts';
import type { Json } from './json.ts';
import { checkAnswer, describeLoss } from './read-answer.ts';
import { buildTrackedTransport, type Lookup } from './tracked-transport.ts';

/** Where the platform is and how long it may take. */
export interface Reach {
  /** Address of the platform, with a path prefix where a proxy needs one. */
  base: string;
  timeoutMs: number;
  /** Headers to add to each call, asked for at each call. */
  headers?: () => Record<string, string> | Promise<Record<string, string>>;
}

/** One HTTP exchange. `endpoint` is what errors call it: never with a query, which holds the credential. */
export interface Exchange {
  url: URL;
  endpoint: string;
  method: 'GET' | 'POST';
  body?: string | Buffer;
  contentType?: string;
  maxAnswerBytes?: number;
  timeoutMs?: number;
  /** Resolves the host instead of the machine's own way. */
  lookup?: Lookup;
}

/** An HTTP answer as it came. */
export interface HttpAnswer {
  status: number;
  body: Buffer;
  contentType: string;
  disposition: string;
}

// The largest request is a file of 20 MB with its frame.
const MAX_REQUEST_BYTES = 24 * 1024 * 1024;
const MAX_ANSWER_BYTES = 64 * 1024;

/** Builds the address of a call, keeping the path prefix of the base. */
export function addressOf(base: string, path: string, query: Record<string, string | number> = {}): URL {
  const root = new URL(base);
  const url = new URL(`${root.pathname.replace(/\/+$/, '')}${path}`, root);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
  return url;
}

/** Posts JSON and gives the platform's answer. @throws WecomError unless it was taken. */
export function postJson(
  reach: Reach,
  call: { url: URL; endpoint: string; body: object; maxAnswerBytes?: number },
): Promise<Json> {
  return request(reach, { ...call, method: 'POST', body: JSON.stringify(call.body), contentType: 'application/json' });
}

/** Makes one call and gives the platform's answer. @throws WecomError unless its errcode is 0. */
export async function request(reach: Reach, call: Exchange): Promise<Json> {
  const { status, body } = await exchange(reach, call);
  return checkAnswer({ status, body: body.toString(), endpoint: call.endpoint });
}

/**
 * Exchanges one request for one answer, whatever it says; follows no redirect and no proxy.
 * @throws WecomError when there is no answer. It has no `cause`: an axios error carries the whole address.
 */
export async function exchange(reach: Reach, call: Exchange): Promise<HttpAnswer> {
  const { url, endpoint, method, body, contentType } = call;
  const headers = { ...(await reach.headers?.()), ...(contentType && { 'Content-Type': contentType }) };
  const tracked = buildTrackedTransport(url, call.lookup);
  // The signal is the deadline of the whole exchange; axios' own timeout starts anew with each byte.
  const signal = AbortSignal.timeout(call.timeoutMs ?? reach.timeoutMs);
  const answer = await axios
    .request<Buffer>({
      url: url.href,
      method,
      data: body,
      headers,
      transport: tracked.transport,
      signal,
      adapter: 'http',
      maxRedirects: 0,
      proxy: false,
      maxBodyLength: MAX_REQUEST_BYTES,
      maxContentLength: call.maxAnswerBytes ?? MAX_ANSWER_BYTES,
      responseType: 'arraybuffer',
      transformResponse: (bytes: unknown) => bytes,
      validateStatus: null,
    })
    .catch((error: unknown) => {
      if (call.maxAnswerBytes !== undefined && isTooLong(error)) throw tooLong(endpoint, call.maxAnswerBytes);
      throw describeLoss({ code: lossCode(error, signal), written: tracked.isWritten(), endpoint });
    });
  const header = (name: string) => String(answer.headers[name] ?? '');
  return {
    status: answer.status,
    body: answer.data,
    contentType: header('content-type'),
    disposition: header('content-disposition'),
  };
}

/** Only the code of the failure is kept: its message and its config hold the address with the credential. */
function lossCode(error: unknown, signal: AbortSignal): string {
  if (signal.aborted) return 'ETIMEDOUT';
  return isAxiosError(error) && error.code && /^[A-Z_]{2,40}$/.test(error.code) ? error.code : 'no code';
}

/** axios has no code of its own for an answer that is longer than `maxContentLength`, which it counts as it streams. */
function isTooLong(error: unknown): boolean {
  return isAxiosError(error) && error.message.startsWith('maxContentLength');
}

/** Describes a file that is longer than it may be. */
export function tooLong(endpoint: string, max: number): MediaTooLarge {
  const failure = { errcode: null, endpoint, outcome: 'refused', retryable: false, retryAfterMs: null } as const;
  return new MediaTooLarge(
    failure,
    `WeCom ${endpoint}: the file has more than ${max} bytes and was not read to its end.`,
  );
}
