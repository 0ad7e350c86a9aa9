import { findErrcode } from './errcodes.ts';
import { WecomError, type WecomFailure } from './errors.ts';
import { type Json, parseJson } from './json.ts';

/** An HTTP answer as it came: what it means is decided here and nowhere else. */
export interface Answer {
  status: number;
  body: string;
  endpoint: string;
}

const REPAIR_MS = 60_000;

/**
 * Judges an HTTP answer of the platform by its errcode, by its status only where there is none (全局错误码), and gives its JSON.
 * @throws WecomError unless the errcode is 0.
 */
export function checkAnswer({ status, body, endpoint }: Answer): Json {
  if (status >= 500) throw failedOver(status, endpoint);
  const reply = readReply(body);
  if (reply && reply.errcode !== 0) throw refusedWith(reply, endpoint);
  if (status >= 300) throw strayed(status, endpoint);
  if (!reply) throw unreadable(endpoint);
  return reply.body;
}

/** Describes a failure without an answer; `code` is Node's (ECONNRESET …) and `written` says whether the request had left. */
export function describeLoss(loss: { code: string; written: boolean; endpoint: string }): WecomError {
  const { code, written, endpoint } = loss;
  const failure: WecomFailure = {
    errcode: null,
    endpoint,
    outcome: written ? 'unknown' : 'unsent',
    // A name that leads to an address of our own is not to be tried again.
    retryable: code !== 'EPRIVATE',
    retryAfterMs: null,
  };
  const what = written
    ? 'gave no answer: the message may have been delivered'
    : 'could not be reached: nothing was sent; check the network and WECOM_API_BASE';
  return new WecomError(failure, `WeCom ${endpoint} ${what} (${code}).`);
}

function refusedWith({ errcode, hint }: Reply, endpoint: string): WecomError {
  const { retryAfterMs, advice } = findErrcode(errcode);
  const failure: WecomFailure = {
    errcode,
    endpoint,
    outcome: 'refused',
    retryable: retryAfterMs !== null,
    retryAfterMs,
  };
  const trace = hint ? ` (hint ${hint})` : '';
  return new WecomError(failure, `WeCom ${endpoint} answered errcode ${errcode}${trace}. ${advice}`);
}

/** A gateway that gave up waiting does not know what became of the request; any other 5xx says that it was not done. */
function failedOver(status: number, endpoint: string): WecomError {
  const outcome = status === 504 ? 'unknown' : 'refused';
  const failure: WecomFailure = { errcode: null, endpoint, outcome, retryable: true, retryAfterMs: null };
  return new WecomError(failure, `WeCom ${endpoint} answered HTTP ${status}; the message is sent again later.`);
}

/** No errcode, so something between us and the platform answered: not a reason to give a message up. */
function strayed(status: number, endpoint: string): WecomError {
  const failure: WecomFailure = {
    errcode: null,
    endpoint,
    outcome: 'refused',
    retryable: true,
    retryAfterMs: REPAIR_MS,
  };
  const advice = 'Check that WECOM_API_BASE leads to the platform and not to a proxy page.';
  return new WecomError(failure, `WeCom ${endpoint} answered HTTP ${status} without an errcode. ${advice}`);
}

function unreadable(endpoint: string): WecomError {
  const failure: WecomFailure = {
    errcode: null,
    endpoint,
    outcome: 'unknown',
    retryable: true,
    retryAfterMs: REPAIR_MS,
  };
  const advice = 'Check that WECOM_API_BASE leads to the platform and not to a proxy page.';
  return new WecomError(failure, `WeCom ${endpoint} answered something that is not its JSON. ${advice}`);
}

interface Reply {
  body: Json;
  errcode: number;
  /** The number that the platform's support asks for; the rest of errmsg is not trusted. */
  hint: string | null;
}

function readReply(text: string): Reply | null {
  const body = parseJson(text);
  if (!body || typeof body.errcode !== 'number' || !Number.isSafeInteger(body.errcode)) return null;
  const errmsg = typeof body.errmsg === 'string' ? body.errmsg : '';
  return { body, errcode: body.errcode, hint: /hint: \[(\d{1,40})\]/.exec(errmsg)?.[1] ?? null };
}
