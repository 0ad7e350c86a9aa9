import { randomBytes } from 'node:crypto';
import type { ApiRequest } from '../api.ts';
import type { Json } from '../content.ts';
import { refuse, taken, type Verdict } from '../verdict.ts';

/** The account of 微信客服 on the simulated platform. */
export const OPEN_KFID = 'wkSANDBOX0001';

/** What happened in the chats of 微信客服, to be fetched page by page. */
export interface KfLog {
  /** Notes something. Gives its msgid and the token that the event brings. */
  add(message: Json, now: Date): { msgid: string; token: string };
  sync(request: ApiRequest): Verdict;
}

const TOKEN_MS = 10 * 60_000;
const MAX_PAGE = 1_000;

/** Builds an empty log. With `emptyPage` the first page at each place is empty although there is more, as happens in life. */
export function buildKfLog({ emptyPage }: { emptyPage: boolean }): KfLog {
  const list: Json[] = [];
  const tokens = new Map<string, Date>();
  const emptied = new Set<number>();
  return {
    add(message, now) {
      const msgid = `KF${randomBytes(12).toString('hex')}`;
      list.push({ msgid, open_kfid: OPEN_KFID, send_time: Math.floor(now.getTime() / 1000), ...message });
      const token = randomBytes(24).toString('base64url');
      tokens.set(token, now);
      return { msgid, token };
    },
    sync({ body, now }) {
      const { cursor, token, limit = MAX_PAGE, open_kfid: account } = body ?? {};
      const issuedAt = typeof token === 'string' ? tokens.get(token) : undefined;
      if (token !== undefined && (!issuedAt || now.getTime() - issuedAt.getTime() > TOKEN_MS))
        return refuse(95007, 'invalid msg token');
      if (account !== undefined && account !== OPEN_KFID) return refuse(95000, 'invalid open_kfid');
      const from = placeOf(cursor);
      if (from === null) return refuse(40058, 'invalid cursor. invalid Request Parameter');
      if (emptyPage && from < list.length && !emptied.has(from)) {
        emptied.add(from);
        return taken({ next_cursor: `c${from}`, has_more: 1, msg_list: [] });
      }
      const end = Math.min(from + Math.min(Number(limit), MAX_PAGE), list.length);
      return taken({ next_cursor: `c${end}`, has_more: end < list.length ? 1 : 0, msg_list: list.slice(from, end) });
    },
  };
}

/** A cursor is opaque to the service; without one the log is read from its beginning. */
function placeOf(cursor: unknown): number | null {
  if (cursor === undefined || cursor === '') return 0;
  const [, place] = /^c(\d+)$/.exec(typeof cursor === 'string' ? cursor : '') ?? [];
  return place === undefined ? null : Number(place);
}
