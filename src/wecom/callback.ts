import { decrypt, encrypt as seal } from './cipher.ts';
import type { Credentials } from './credentials.ts';
import { type CallbackQuery, parseCallbackQuery } from './query.ts';
import { isSigned, signature } from './signature.ts';

/** Why a callback is not taken: 403 it is not the platform's, or not of now; 400 it is malformed. The problem holds no secret. */
export interface Refused {
  ok: false;
  status: 400 | 403;
  problem: string;
}

/** A callback that is the platform's: what it says, and the nonce that a passive reply must repeat. */
export interface OpenedCallback {
  ok: true;
  plaintext: string;
  nonce: string;
}

/** How far a callback's timestamp may be off our clock, either way (design.md section 6). */
export const REPLAY_WINDOW_MS = 5 * 60_000;

/** Opens one callback: form of the query, time window, signature, envelope, in this order; pure. */
export function openCallback(call: {
  credentials: Credentials;
  /** The raw query string, without `?`. */
  query: string;
  encrypt: string;
  now: Date;
}): OpenedCallback | Refused {
  const query = parseCallbackQuery(call.query);
  if (!query) return malformedQuery();
  return open({ ...call, query });
}

/** Opens the verification of an address (GET with `echostr`); the answer is the plaintext alone, nothing around it (接收消息与事件). */
export function openVerification(call: {
  credentials: Credentials;
  query: string;
  now: Date;
}): OpenedCallback | Refused {
  const query = parseCallbackQuery(call.query);
  if (!query || !query.echostr) return malformedQuery();
  return open({ ...call, query, encrypt: query.echostr });
}

/** Takes the `encrypt` text out of the raw JSON body of a bot's callback. */
export function readBotBody(raw: Buffer | string): { ok: true; encrypt: string } | Refused {
  const body = parseJson(raw.toString());
  if (typeof body !== 'object' || body === null) return refuse(400, 'the body is not a JSON object');
  const sealed = 'encrypt' in body ? body.encrypt : 'Encrypt' in body ? body.Encrypt : null;
  if (typeof sealed !== 'string' || sealed === '') return refuse(400, 'the body has no encrypt text');
  return { ok: true, encrypt: sealed };
}

/** Seals a passive reply into the body of the HTTP answer; `nonce` is the callback's own (被动回复消息). */
export function sealReply(reply: { credentials: Credentials; nonce: string; now: Date; message: object }): string {
  const { credentials, nonce } = reply;
  const timestamp = Math.floor(reply.now.getTime() / 1000);
  const encrypt = seal(JSON.stringify(reply.message), credentials);
  const msgsignature = signature({ token: credentials.token, timestamp: String(timestamp), nonce, encrypt });
  return JSON.stringify({ encrypt, msgsignature, timestamp, nonce });
}

function open(call: { credentials: Credentials; query: CallbackQuery; encrypt: string; now: Date }) {
  const { credentials, query, encrypt } = call;
  const skew = Math.abs(call.now.getTime() - Number(query.timestamp) * 1000);
  if (skew > REPLAY_WINDOW_MS) {
    return refuse(403, `the timestamp is ${Math.round(skew / 1000)} s off this server's clock; compare the two clocks`);
  }
  const { timestamp, nonce } = query;
  if (!isSigned({ token: credentials.token, timestamp, nonce, encrypt }, query.signature)) {
    return refuse(403, 'the signature does not match; compare the Token with the one on the API page');
  }
  const opened = decrypt(encrypt, credentials);
  return opened.ok ? { ...opened, nonce } : refuse(403, opened.problem);
}

function malformedQuery(): Refused {
  return refuse(400, 'the query lacks a well-formed msg_signature, timestamp, nonce or echostr');
}

function refuse(status: 400 | 403, problem: string): Refused {
  return { ok: false, status, problem };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
