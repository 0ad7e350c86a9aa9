import { APP_ERRCODES, KF_ERRCODES } from './errcodes-app.ts';
import { CARD_ERRCODES } from './errcodes-card.ts';

/** What an errcode means for a send: when to try again (null: repeating does not help) and what an operator should do. */
export interface Errcode {
  retryAfterMs: number | null;
  advice: string;
}

// Source: 全局错误码 and 访问频率限制. A limit of a minute blocks for a minute.
const ERRCODES: Readonly<Record<number, Errcode>> = {
  [-1]: { retryAfterMs: 2_000, advice: 'The platform is busy; the message is sent again later.' },
  40008: { retryAfterMs: null, advice: 'This kind of message is not allowed here; report it as a defect.' },
  40033: { retryAfterMs: null, advice: 'The text holds illegal characters; report it as a defect.' },
  40035: { retryAfterMs: null, advice: 'A parameter is illegal; report it as a defect.' },
  40058: {
    retryAfterMs: null,
    advice:
      'A parameter is invalid: on a response_url it was used already or is older than an hour, else report a defect.',
  },
  40063: { retryAfterMs: null, advice: 'A required parameter is empty; report it as a defect.' },
  44004: { retryAfterMs: null, advice: 'The text is empty; report it as a defect.' },
  45002: { retryAfterMs: null, advice: 'The text is longer than the platform takes; report it as a defect.' },
  45009: { retryAfterMs: 60_000, advice: 'Too many calls within the limit window; the message is sent again later.' },
  45011: { retryAfterMs: 60_000, advice: 'Too many calls a minute; the message is sent again later.' },
  45033: { retryAfterMs: 1_000, advice: 'Too many calls at the same time; the message is sent again later.' },
  60020: { retryAfterMs: 600_000, advice: "Add this server's address to the trusted IPs in the WeCom console." },
  93000: {
    retryAfterMs: null,
    advice:
      'The webhook address is wrong or its bot was removed from the group: add a bot there and import its new key.',
  },
  93004: { retryAfterMs: null, advice: 'The bot of this group is disabled: enable it in the WeCom client.' },
  93006: {
    retryAfterMs: null,
    advice: 'The chat id is wrong: import the roster with the chat id as the platform gave it.',
  },
  93008: { retryAfterMs: null, advice: 'The bot is not in the group: add it again and import its key.' },
};

const UNKNOWN: Errcode = {
  retryAfterMs: null,
  advice: 'Look the code up at https://open.work.weixin.qq.com/devtool/query.',
};

/** Finds what an errcode means; one that is not in our tables is taken as permanent. */
export function findErrcode(errcode: number): Errcode {
  return ERRCODES[errcode] ?? APP_ERRCODES[errcode] ?? CARD_ERRCODES[errcode] ?? KF_ERRCODES[errcode] ?? UNKNOWN;
}
