import { randomInt } from 'node:crypto';
import axios from 'axios';
import { encrypt } from './cipher.ts';
import type { Credentials } from './credentials.ts';
import { signature } from './signature.ts';

const TIMEOUT_MS = 5_000;
const MAX_ANSWER_BYTES = 4_096;

/** How a look from outside goes: no redirect, no proxy, any status, the bare text. */
const PLAIN = {
  timeout: TIMEOUT_MS,
  adapter: 'http',
  maxRedirects: 0,
  proxy: false,
  maxContentLength: MAX_ANSWER_BYTES,
  responseType: 'text',
  transformResponse: (text: unknown) => text,
  validateStatus: null,
} as const;

/** Whether the platform answers at all, and its time, where it tells it; null when it does not. Needs no credential. */
export async function platformDate(base: string): Promise<{ date: Date | null } | null> {
  try {
    const { headers } = await axios.get<string>(new URL('/cgi-bin/gettoken', base).href, PLAIN);
    const date = new Date(String(headers.date ?? ''));
    return { date: Number.isNaN(date.getTime()) ? null : date };
  } catch {
    // Whatever the reason is, it holds nothing that an operator needs besides that there was no answer.
    return null;
  }
}

/** Verifies a callback address as the platform does when it is saved (接收消息与事件); null when it cannot be reached. */
export async function askEcho(
  url: string,
  credentials: Credentials,
  now: Date,
): Promise<{ ok: boolean; status: number } | null> {
  const text = `${randomInt(1, 10)}${String(randomInt(0, 1e14)).padStart(18, '0')}`;
  const echostr = encrypt(text, credentials);
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const nonce = String(randomInt(1_000_000_000, 9_999_999_999));
  const signed = signature({ token: credentials.token, timestamp, nonce, encrypt: echostr });
  const query = `msg_signature=${signed}&timestamp=${timestamp}&nonce=${nonce}&echostr=${encodeURIComponent(echostr)}`;
  try {
    const { status, data } = await axios.get<string>(`${url}?${query}`, PLAIN);
    return { ok: status === 200 && data === text, status };
  } catch {
    // As above: the address is the operator's own, and is named by the caller.
    return null;
  }
}
