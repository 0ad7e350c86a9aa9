import { randomInt } from 'node:crypto';

/** What the platform thinks of a request; it is told in the body of an HTTP 200 whatever it is (全局错误码). */
export interface Verdict {
  errcode: number;
  /** The beginning of errmsg. */
  words: string;
  /** What stands in the answer beside it. */
  reply?: object;
}

/** The request was taken. */
export const TAKEN: Verdict = { errcode: 0, words: 'ok' };

/** Builds the answer to what was taken, with what it tells. */
export function taken(reply: object): Verdict {
  return { ...TAKEN, reply };
}

/** Builds a refusal. */
export function refuse(errcode: number, words: string): Verdict {
  return { errcode, words };
}

/** Writes a verdict as the platform does, a refusal with hint, address and link. */
export function writeVerdict({ errcode, words, reply }: Verdict, ip: string): { errcode: number; errmsg: string } {
  if (errcode === 0) return { errcode, errmsg: words, ...reply };
  const link = `https://open.work.weixin.qq.com/devtool/query?e=${errcode}`;
  return { errcode, errmsg: `${words}, hint: [${buildHint()}], from ip: ${ip}, more info at ${link}` };
}

function buildHint(): string {
  return Array.from({ length: 25 }, (_, place) => randomInt(place === 0 ? 1 : 0, 10)).join('');
}
