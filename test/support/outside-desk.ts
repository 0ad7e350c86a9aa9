/** The account of 微信客服 that customers write to. */
export const OPEN_KFID = 'wkOUTSIDE';

/** A message of the desk on a customer's telephone. */
export interface Letter {
  to: string;
  msgid: string;
  text: string;
  at: Date;
}

/** 微信客服 as its documents tell: a log that is read page by page, five messages within 48 hours of what a customer wrote. */
export interface OutsideDesk {
  letters: Letter[];
  /** A customer writes; it lies in the log until it is read. */
  write(customer: string, message: Record<string, unknown>, at: Date): void;
  /** The next message to anybody is taken, and then said to be lost. */
  loseNext(failType: number): void;
  /** How many messages a page has at most. */
  pagesOf(length: number): void;
  answer(call: { pathname: string; said: Record<string, unknown>; now: Date }): Record<string, unknown> | null;
}

const WINDOW_MS = 48 * 3_600_000;
const MAX_TOLD = 5;

/** Opens a desk to which nobody has written. The pages have two messages at first, so that whoever reads one alone is found out. */
export function buildOutsideDesk(): OutsideDesk {
  const log: Record<string, unknown>[] = [];
  const letters: Letter[] = [];
  const wroteAt = new Map<string, Date>();
  let pageLength = 2;
  let failType: number | null = null;
  const happened = (v: { origin: number; at: Date } & Record<string, unknown>) => {
    const { at, ...rest } = v;
    const msgid = `KF${log.length + 1}`;
    log.push({ msgid, open_kfid: OPEN_KFID, send_time: Math.floor(at.getTime() / 1000), ...rest });
  };
  return {
    letters,
    write(customer, message, at) {
      wroteAt.set(customer, at);
      happened({ origin: 3, at, external_userid: customer, ...message });
    },
    pagesOf: (length) => void (pageLength = length),
    loseNext: (type) => void (failType = type),
    answer({ pathname, said, now }) {
      if (said.open_kfid !== OPEN_KFID) return { errcode: 95000, errmsg: 'invalid open_kfid' };
      if (pathname === '/cgi-bin/kf/sync_msg') return page(log, said, pageLength);
      if (pathname !== '/cgi-bin/kf/send_msg') return null;
      const [to, msgid] = [String(said.touser), String(said.msgid)];
      const wrote = wroteAt.get(to);
      if (!wrote || now.getTime() - wrote.getTime() > WINDOW_MS) return { errcode: 95002, errmsg: 'time window over' };
      if (letters.filter((one) => one.to === to && one.at >= wrote).length >= MAX_TOLD)
        return { errcode: 95001, errmsg: 'message count limit' };
      if (letters.some((one) => one.msgid === msgid)) return { errcode: 40058, errmsg: 'invalid msgid' };
      const { content } = said.text as { content: string };
      if (failType === null) letters.push({ to, msgid, text: content, at: now });
      else {
        const event = { event_type: 'msg_send_fail', fail_msgid: msgid, fail_type: failType };
        happened({ origin: 4, at: now, msgtype: 'event', event });
      }
      failType = null;
      return { errcode: 0, errmsg: 'ok', msgid };
    },
  };
}

function page(
  log: readonly Record<string, unknown>[],
  said: Record<string, unknown>,
  length: number,
): Record<string, unknown> {
  const from = Number(said.cursor ?? 0);
  const end = Math.min(from + Math.min(Number(said.limit), length), log.length);
  return {
    errcode: 0,
    errmsg: 'ok',
    next_cursor: String(end),
    has_more: end < log.length ? 1 : 0,
    msg_list: log.slice(from, end),
  };
}
