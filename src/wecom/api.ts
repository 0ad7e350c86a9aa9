import { type HttpAnswer, addressOf, exchange, postJson, type Reach, request, tooLong } from './request.ts';
import { WecomError } from './errors.ts';
import type { Json } from './json.ts';
import { type MediaFile, packMedia, uploadTime } from './multipart.ts';
import type { TokenSource } from './token.ts';

type Query = Record<string, string | number>;

/** The calls that need an access_token. Each throws a WecomError unless its errcode is 0. */
export interface Api {
  get(path: string, query?: Query): Promise<Json>;
  /** `maxAnswerBytes` where the answer is a page of many things. */
  post(path: string, body: object, v?: { maxAnswerBytes: number }): Promise<Json>;
  upload(path: string, query: Query, file: MediaFile): Promise<Json>;
  /** Judges nothing: a file has no errcode. `judge` throws when the answer is a refusal in place of one. */
  fetch(path: string, query: Query, v: { maxBytes: number; judge: (answer: HttpAnswer) => void }): Promise<HttpAnswer>;
}

/** A file of 20 MB takes longer than a call. */
const FETCH_MS = 20_000;

/** A refusal in place of a small file may be longer than the file. */
const MAX_REFUSAL_BYTES = 4096;

/** The token is not, or no longer, valid: 40014 an early end, 42001 its time. */
const TOKEN_CODES = [40014, 42001];

/** Builds the calls; a token that is refused is dropped, and the call made once more with the next. */
export function buildApi(reach: Reach, tokens: TokenSource): Api {
  const withToken = async <T>(call: (token: string) => Promise<T>): Promise<T> => {
    const token = await tokens.get();
    try {
      return await call(token);
    } catch (error) {
      if (!isTokenRefused(error)) throw error;
    }
    return call(await tokens.get(token));
  };
  const urlOf = (path: string, token: string, query: Query = {}) =>
    addressOf(reach.base, path, { access_token: token, ...query });
  return {
    get: (path, query) =>
      withToken((token) => request(reach, { url: urlOf(path, token, query), endpoint: path, method: 'GET' })),
    post: (path, body, more) =>
      withToken((token) => postJson(reach, { url: urlOf(path, token), endpoint: path, body, ...more })),
    upload(path, query, file) {
      const packed = packMedia(file);
      return withToken((token) =>
        request(reach, {
          url: urlOf(path, token, query),
          endpoint: path,
          method: 'POST',
          ...packed,
          timeoutMs: uploadTime(reach, file),
        }),
      );
    },
    fetch: (path, query, { maxBytes, judge }) =>
      withToken(async (token) => {
        const url = urlOf(path, token, query);
        const answer = await exchange(reach, {
          url,
          endpoint: path,
          method: 'GET',
          maxAnswerBytes: Math.max(maxBytes, MAX_REFUSAL_BYTES),
          timeoutMs: Math.max(FETCH_MS, reach.timeoutMs),
        });
        judge(answer);
        if (answer.body.length > maxBytes) throw tooLong(path, maxBytes);
        return answer;
      }),
  };
}

function isTokenRefused(error: unknown): boolean {
  return error instanceof WecomError && error.errcode !== null && TOKEN_CODES.includes(error.errcode);
}
