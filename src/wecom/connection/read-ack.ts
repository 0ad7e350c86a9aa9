import { type Errcode, findErrcode } from '../errcodes.ts';
import { WecomError, type WecomFailure } from '../errors.ts';
import type { Body, Frame } from './frame.ts';

/** The subscription is gone though pings are still acknowledged: only a fresh connection helps. */
export const NOT_SUBSCRIBED = 846609;

/** The credentials are wrong: no repetition helps, and repetitions bring a block. */
export const BAD_CREDENTIALS: readonly number[] = [853000, 93019];

/** A req_id that can no longer be answered: of an earlier connection, of a frame of another kind, or of a stream that is over. */
export const UNANSWERABLE: readonly number[] = [846605, 846608];

// No page of the platform lists these; what they mean was reported by users of its SDKs (wecom-protocol 3.4).
const OF_CONNECTION: Readonly<Record<number, Errcode>> = {
  40201: { retryAfterMs: null, advice: 'The platform took the message for spam; it is not repeated.' },
  93019: {
    retryAfterMs: null,
    advice: 'The bot is not known: set WECOM_BOT_ID as its API 模式 page shows it and start again.',
  },
  846601: { retryAfterMs: 2_000, advice: 'The platform had a passing fault; the message is sent again later.' },
  846602: { retryAfterMs: 2_000, advice: 'The platform had a passing fault; the message is sent again later.' },
  846605: {
    retryAfterMs: null,
    advice: 'The message can no longer be answered in place; the answer is pushed instead.',
  },
  846608: { retryAfterMs: null, advice: 'The stream is over; what is left is pushed instead.' },
  846609: {
    retryAfterMs: 1_000,
    advice: 'The connection had lost its subscription; it is opened anew and the message sent again.',
  },
  853000: {
    retryAfterMs: null,
    advice: 'The secret is wrong: set WECOM_BOT_SECRET as the API 模式 page of the bot shows it and start again.',
  },
};

/** Finds what an errcode of the long connection means; the codes of the HTTP calls hold here too. */
export function findConnectionErrcode(errcode: number): Errcode {
  return OF_CONNECTION[errcode] ?? findErrcode(errcode);
}

/**
 * Judges the acknowledgement of a request and gives its body.
 * @throws WecomError unless its errcode is 0.
 */
export function checkAck({ errcode, errmsg, body }: Frame, cmd: string): Body {
  if (errcode === 0) return body;
  if (errcode === null) throw lostAck(cmd, 'its acknowledgement has no errcode');
  const { retryAfterMs, advice } = findConnectionErrcode(errcode);
  const failure: WecomFailure = {
    errcode,
    endpoint: cmd,
    outcome: 'refused',
    retryable: retryAfterMs !== null,
    retryAfterMs,
  };
  const hint = /hint: \[(\d{1,40})\]/.exec(errmsg)?.[1];
  throw new WecomError(failure, `WeCom ${cmd} answered errcode ${errcode}${hint ? ` (hint ${hint})` : ''}. ${advice}`);
}

/** A request that was written and not acknowledged: it may have been taken. */
export function lostAck(cmd: string, why: string): WecomError {
  const failure: WecomFailure = {
    errcode: null,
    endpoint: cmd,
    outcome: 'unknown',
    retryable: true,
    retryAfterMs: null,
  };
  return new WecomError(failure, `WeCom ${cmd} was not acknowledged: it may have been taken (${why}).`);
}

/** A request that cannot have left, and may be made again. */
export function notConnected(cmd: string): WecomError {
  const failure: WecomFailure = {
    errcode: null,
    endpoint: cmd,
    outcome: 'unsent',
    retryable: true,
    retryAfterMs: null,
  };
  return new WecomError(failure, `WeCom ${cmd} was not sent: the long connection is down and opened again by itself.`);
}

/** A request that would be refused and was therefore not made; `errcode` is the one that the platform would have answered. */
export function pointless(cmd: string, errcode: number, words: string): WecomError {
  const failure: WecomFailure = { errcode, endpoint: cmd, outcome: 'unsent', retryable: false, retryAfterMs: null };
  return new WecomError(failure, `WeCom ${cmd} was not sent: ${words} (it would answer ${errcode}).`);
}
