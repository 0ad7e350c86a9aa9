/**
 * What became of a request that failed. `refused`: the platform answered that it did not take it; `unknown`: it was written
 * and may have been taken; `unsent`: it was never written.
 */
export type Outcome = 'refused' | 'unknown' | 'unsent';

/** The facts of a failed call. None is ever a key, a token, a response_url or what the platform said word for word. */
export interface WecomFailure {
  /** The platform's code; null when there was no answer of its own. */
  errcode: number | null;
  /** Path of the call without its query, which holds the credential. */
  endpoint: string;
  outcome: Outcome;
  retryable: boolean;
  /** How long to wait at least before the next try; null: the caller's own backoff. */
  retryAfterMs: number | null;
}

/** A call to the platform that did not succeed. Has no `cause` by design: an axios error carries the whole URL. */
export class WecomError extends Error implements WecomFailure {
  override readonly name = 'WecomError';
  readonly errcode: number | null;
  readonly endpoint: string;
  readonly outcome: Outcome;
  readonly retryable: boolean;
  readonly retryAfterMs: number | null;

  constructor(failure: WecomFailure, message: string) {
    super(message);
    this.errcode = failure.errcode;
    this.endpoint = failure.endpoint;
    this.outcome = failure.outcome;
    this.retryable = failure.retryable;
    this.retryAfterMs = failure.retryAfterMs;
  }

  toJSON(): WecomFailure & { name: string; message: string } {
    const { name, message, errcode, endpoint, outcome, retryable, retryAfterMs } = this;
    return { name, message, errcode, endpoint, outcome, retryable, retryAfterMs };
  }
}

/** What a caller may do about a call that was never made: mend it. `errcode` is the one that the platform would have answered. */
export function unsent(endpoint: string, { errcode, words }: { errcode: number | null; words: string }): WecomError {
  const failure: WecomFailure = { errcode, endpoint, outcome: 'unsent', retryable: false, retryAfterMs: null };
  const code = errcode === null ? '' : ` (it would answer ${errcode})`;
  return new WecomError(failure, `WeCom ${endpoint} was not called: ${words}${code}.`);
}

/** A link to a file that no longer works: links of a bot's chats live for five minutes (接收消息). */
export class MediaExpired extends WecomError {}

/** A file that has more bytes than its reader takes; it was not read to its end. */
export class MediaTooLarge extends WecomError {}
