import { randomBytes } from 'node:crypto';
import type { ApiRequest } from '../api.ts';
import type { Switches } from '../switches.ts';
import { refuse, taken, type Verdict } from '../verdict.ts';

/** What the app of the simulated corp is known by. */
export interface AppSecret {
  corpId: string;
  secret: string;
  /** From where calls with a token may come; from anywhere when it is left out. */
  trustedIps?: readonly string[];
}

/** The access_tokens of the app (获取access_token). */
export interface Tokens {
  give(request: ApiRequest): Verdict;
  /** Says why a call with this token is refused; null when it is not. */
  refuse(request: ApiRequest): Verdict | null;
  /** Ends the token before its time, as the platform may. */
  revoke(): void;
}

const LIFE_S = 7200;

interface Given {
  value: string;
  at: Date;
}

/** Builds a platform that has given no token yet. */
export function buildTokens(app: AppSecret, switches: Switches): Tokens {
  let current: Given | null = null;
  const isAlive = (given: Given, now: Date) => now.getTime() - given.at.getTime() < LIFE_S * 1000;
  return {
    give({ query, now }) {
      if (query('corpid') === '') return refuse(41002, 'corpid missing');
      if (query('corpsecret') === '') return refuse(41004, 'corpsecret missing');
      if (query('corpid') !== app.corpId) return refuse(40013, 'invalid corpid');
      if (query('corpsecret') !== app.secret) return refuse(40001, 'invalid credential');
      if (!current || !isAlive(current, now) || switches.newTokenEachTime) {
        current = { value: randomBytes(64).toString('base64url'), at: now };
      }
      const leftS = LIFE_S - Math.floor(Math.max(now.getTime() - current.at.getTime(), 0) / 1000);
      return taken({ access_token: current.value, expires_in: leftS });
    },
    refuse({ query, ip, now }) {
      const value = query('access_token');
      if (value === '') return refuse(41001, 'access_token missing');
      if (current?.value === value && !isAlive(current, now)) return refuse(42001, 'access_token expired');
      if (current?.value !== value) return refuse(40014, 'invalid access_token');
      if (app.trustedIps && !app.trustedIps.includes(ip)) return refuse(60020, 'not allow to access from your ip');
      return null;
    },
    revoke() {
      current = null;
    },
  };
}
