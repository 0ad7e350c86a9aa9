import { randomBytes } from 'node:crypto';
import type { ApiRequest } from '../api.ts';
import { type Json, objectAt, readContent, textAt } from '../content.ts';
import type { SeenChat, SeenLog } from '../seen.ts';
import type { Switches } from '../switches.ts';
import { refuse, taken, type Verdict } from '../verdict.ts';
import { buildKfLog, OPEN_KFID } from './kf-log.ts';

/** 微信客服 as people outside use it; the app hears by an event without words and fetches the rest. */
export interface KfDesk {
  openKfId: string;
  /** A customer writes. Gives the msgid of the message and what became of the event. */
  write(v: { customer: string; text: string }): Promise<{ msgid: string; status: number }>;
  /** A customer opens the chat, which gives a code to greet them with. */
  enter(customer: string): Promise<{ welcomeCode: string; status: number }>;
  /** The next message to this customer is taken, and later said to have failed (`fail_type`). */
  failNext(customer: string, failType: number): void;
}

/** The calls of 微信客服. */
export interface KfApi {
  sync(request: ApiRequest): Verdict;
  send(request: ApiRequest): Verdict;
  welcome(request: ApiRequest): Verdict;
}

/** What the desk stands on. `tell` sends the event of the app. */
export interface KfState {
  log: SeenLog;
  switches: Switches;
  now: () => Promise<Date>;
  tell: (detail: { token: string; openKfId: string }) => Promise<{ status: number }>;
}

interface Customer {
  wroteAt: Date | null;
  /** Messages sent to them since. */
  told: number;
  failType: number | null;
}

const WINDOW_MS = 48 * 3_600_000;
const MAX_TOLD = 5;
const WELCOME_MS = 20_000;
const TEXT = { msgtype: 'text', maxBytes: 2048, emptyCode: 44004 };
const TYPES = ['image', 'voice', 'video', 'file', 'link', 'miniprogram', 'msgmenu', 'location', 'ca_link'];

/** Builds a desk to which nobody has written. */
export function buildKf(state: KfState): { desk: KfDesk; api: KfApi } {
  const happened = buildKfLog({ emptyPage: state.switches.kfEmptyPage });
  const customers = new Map<string, Customer>();
  const welcomes = new Map<string, { customer: string; at: Date }>();
  const sentIds = new Set<string>();
  const customerOf = (id: string): Customer => {
    const known = customers.get(id) ?? { wroteAt: null, told: 0, failType: null };
    customers.set(id, known);
    return known;
  };
  const happen = async (message: Json, now: Date) => {
    const { msgid, token } = happened.add(message, now);
    const { status } = await state.tell({ token, openKfId: OPEN_KFID });
    return { msgid, status };
  };
  return {
    desk: {
      openKfId: OPEN_KFID,
      async write({ customer, text }) {
        const now = await state.now();
        Object.assign(customerOf(customer), { wroteAt: now, told: 0 });
        state.log.add({ at: now, chat: chatOf(customer), from: customer, via: 'member', text });
        return happen({ external_userid: customer, origin: 3, msgtype: 'text', text: { content: text } }, now);
      },
      async enter(customer) {
        const now = await state.now();
        customerOf(customer);
        const welcomeCode = randomBytes(24).toString('base64url');
        welcomes.set(welcomeCode, { customer, at: now });
        const { status } = await happen(eventOf(customer, 'enter_session', { welcome_code: welcomeCode }), now);
        return { welcomeCode, status };
      },
      failNext(customer, failType) {
        customerOf(customer).failType = failType;
      },
    },
    api: {
      sync: (request) => happened.sync(request),
      send({ body, now }) {
        const id = textAt(body ?? {}, 'touser');
        const customer = customers.get(id);
        const refused = refusal(body, customer, now);
        if (!body || !customer || refused) return refused ?? refuse(84061, 'not external contact');
        const msgid = textAt(body, 'msgid') || randomBytes(12).toString('hex');
        if (!/^[0-9a-zA-Z_-]{1,32}$/.test(msgid) || sentIds.has(msgid))
          return refuse(40058, 'invalid msgid. invalid Request Parameter');
        const words = readWords(body);
        if ('errcode' in words) return words;
        const { failType } = customer;
        sentIds.add(msgid);
        Object.assign(customer, { told: customer.told + 1, failType: null });
        if (failType === null) show(state.log, { customer: id, msgid, now, ...words });
        else void happen(eventOf(id, 'msg_send_fail', { fail_msgid: msgid, fail_type: failType }), now);
        return taken({ msgid });
      },
      welcome({ body, now }) {
        const code = textAt(body ?? {}, 'code');
        const welcome = welcomes.get(code);
        if (!body || !welcome || now.getTime() - welcome.at.getTime() > WELCOME_MS)
          return refuse(95007, 'invalid code');
        if (body.msgtype !== 'text' && body.msgtype !== 'msgmenu') return refuse(40008, 'invalid message type');
        const words = readWords(body);
        if ('errcode' in words) return words;
        welcomes.delete(code);
        const msgid = randomBytes(12).toString('hex');
        show(state.log, { customer: welcome.customer, msgid, now, ...words });
        return taken({ msgid });
      },
    },
  };
}

/** Five messages within 48 hours of the customer's last one (发送消息). */
function refusal(body: Json | null, customer: Customer | undefined, now: Date): Verdict | null {
  if (!body) return refuse(40058, 'invalid Request Parameter. Warning: wrong json format.');
  if (body.open_kfid !== OPEN_KFID) return refuse(95000, 'invalid open_kfid');
  if (!customer) return refuse(84061, 'not external contact');
  if (!customer.wroteAt || now.getTime() - customer.wroteAt.getTime() > WINDOW_MS)
    return refuse(95002, 'time window over');
  return customer.told >= MAX_TOLD ? refuse(95001, 'message count limit') : null;
}

function eventOf(customer: string, type: string, detail: object): Json {
  const event = { event_type: type, open_kfid: OPEN_KFID, external_userid: customer, ...detail };
  return { external_userid: customer, origin: 4, msgtype: 'event', event };
}

function chatOf(customer: string): SeenChat {
  return { kind: 'single', id: customer, name: customer };
}

function show(log: SeenLog, v: { customer: string; content: string; msgid: string; now: Date }): void {
  const { customer, content, msgid, now } = v;
  log.add({ at: now, chat: chatOf(customer), from: 'bot', via: 'kf', msgid, text: content });
}

function readWords(body: Json): { content: string } | Verdict {
  const msgtype = textAt(body, 'msgtype');
  if (msgtype === 'text') return readContent(body, TEXT);
  if (!TYPES.includes(msgtype)) return refuse(40008, 'invalid message type');
  const content = objectAt(body, msgtype);
  return { content: textAt(content, 'head_content') || textAt(content, 'title') || `[${msgtype}]` };
}
