import { randomInt, randomUUID } from 'node:crypto';
import { decrypt, encrypt, getSignature } from '@wecom/crypto';
import { buildOutsideDesk, type OutsideDesk } from './outside-desk.ts';

/** The self-built app as its console pages show it. */
export const APP = {
  corpId: 'wwOUTSIDE',
  agentId: '1000002',
  secret: 'outsideAppSecret2026',
  token: 'OutsideAppToken2026',
  aesKey: 'ZYXWVUTSRQPONMLKJIHGFEDCBAzyxwvutsrqponmlk0',
};

/** The settings that turn the app on. */
export const APP_SETTINGS = {
  WECOM_CORP_ID: APP.corpId,
  WECOM_APP_AGENT_ID: APP.agentId,
  WECOM_APP_SECRET: APP.secret,
  WECOM_APP_TOKEN: APP.token,
  WECOM_APP_AES_KEY: APP.aesKey,
};

/** A message of the app on somebody's telephone; a card as it stands after its last change. */
export interface Phone {
  to: string;
  msgtype: string;
  text: string | null;
  card: Record<string, unknown> | null;
  responseCode: string | null;
  at: Date;
}

const OWN_PATHS = ['/cgi-bin/kf/', '/cgi-bin/message/', '/cgi-bin/getcallbackip', '/cgi-bin/user/get'];

const TOKEN = 'outsideAccessToken';

/** The app's side of the platform, written from the platform's documents alone. */
export interface OutsideApp {
  phones: Phone[];
  /** What was dropped in silence, since its member had had enough (访问频率限制): the sender was told that all is well. */
  dropped: Phone[];
  desk: OutsideDesk;
  /** The address book: names by userid. */
  members: Map<string, string>;
  /** Judges a call: its answer, or null for a path that is none of the app's. */
  answer(call: { url: URL; body: string; now: Date }): Record<string, unknown> | null;
  /** Seals the XML of a callback: the query and the body. */
  seal(xml: string, now: Date): { query: string; body: string };
  /** Opens a passive answer; null for an empty one. @throws Error when the platform would not take it. */
  open(answer: string): string | null;
}

/** Opens the app's side without messages. */
export function buildOutsideApp(): OutsideApp {
  const phones: Phone[] = [];
  const dropped: Phone[] = [];
  const tasks = new Set<string>();
  const desk = buildOutsideDesk();
  const members = new Map<string, string>();
  return {
    members,
    desk,
    phones,
    dropped,
    answer({ url, body, now }) {
      const { pathname, searchParams } = url;
      if (pathname === '/cgi-bin/gettoken') return giveToken(searchParams);
      if (!OWN_PATHS.some((path) => pathname.startsWith(path))) return null;
      if (searchParams.get('access_token') !== TOKEN) return { errcode: 40014, errmsg: 'invalid access_token' };
      if (pathname === '/cgi-bin/getcallbackip') return { errcode: 0, errmsg: 'ok', ip_list: ['127.0.0.*'] };
      if (pathname === '/cgi-bin/user/get') return memberOf(searchParams.get('userid') ?? '', members);
      const said = JSON.parse(body) as Record<string, unknown>;
      if (pathname.startsWith('/cgi-bin/kf/')) return desk.answer({ pathname, said, now });
      if (pathname === '/cgi-bin/message/send') return send(said, { phones, dropped, tasks, now });
      return pathname === '/cgi-bin/message/update_template_card' ? update(said, phones) : null;
    },
    seal(xml, now) {
      const encrypted = encrypt(APP.aesKey, xml, APP.corpId);
      const timestamp = String(Math.floor(now.getTime() / 1000));
      const nonce = String(randomInt(1_000_000_000, 9_999_999_999));
      const signature = getSignature(APP.token, timestamp, nonce, encrypted);
      return {
        query: `msg_signature=${signature}&timestamp=${timestamp}&nonce=${nonce}`,
        body: `<xml><ToUserName><![CDATA[${APP.corpId}]]></ToUserName><AgentID>${APP.agentId}</AgentID><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`,
      };
    },
    open(answer) {
      if (answer === '') return null;
      const part = (name: string) =>
        new RegExp(`<${name}>(?:<!\\[CDATA\\[)?(.*?)(?:\\]\\]>)?</${name}>`).exec(answer)?.[1] ?? '';
      const encrypted = part('Encrypt');
      if (getSignature(APP.token, part('TimeStamp'), part('Nonce'), encrypted) !== part('MsgSignature'))
        throw new Error('the passive reply is signed wrongly');
      const { message, id } = decrypt(APP.aesKey, encrypted);
      if (id !== APP.corpId) throw new Error('the passive reply is meant for another receiveid');
      return message;
    },
  };
}

function giveToken(query: URLSearchParams): Record<string, unknown> {
  if (query.get('corpid') !== APP.corpId) return { errcode: 40013, errmsg: 'invalid corpid' };
  if (query.get('corpsecret') !== APP.secret) return { errcode: 40001, errmsg: 'invalid secret' };
  return { errcode: 0, errmsg: 'ok', access_token: TOKEN, expires_in: 7200 };
}

function memberOf(userid: string, members: ReadonlyMap<string, string>): Record<string, unknown> {
  const name = members.get(userid);
  if (name === undefined) return { errcode: 60111, errmsg: 'userid not found' };
  return { errcode: 0, errmsg: 'ok', userid, name, department: [1] };
}

function send(said: Record<string, unknown>, v: { phones: Phone[]; dropped: Phone[]; tasks: Set<string>; now: Date }) {
  const msgtype = String(said.msgtype);
  const content = said[msgtype] as { content?: string; task_id?: string; media_id?: string } | undefined;
  if (!content || said.agentid !== Number(APP.agentId)) return { errcode: 40058, errmsg: 'invalid parameter' };
  const isCard = msgtype === 'template_card';
  if (isCard && (!content.task_id || v.tasks.has(content.task_id))) return { errcode: 42014, errmsg: 'task_id' };
  if (content.task_id) v.tasks.add(content.task_id);
  const responseCode = isCard ? randomUUID() : null;
  for (const to of String(said.touser).split('|')) {
    const text = content.content ?? content.media_id ?? null;
    const phone = { to, msgtype, text, card: isCard ? content : null, responseCode, at: v.now };
    (hasHadEnough(to, v) ? v.dropped : v.phones).push(phone);
  }
  return { errcode: 0, errmsg: 'ok', msgid: randomUUID(), ...(responseCode ? { response_code: responseCode } : {}) };
}

/** What one app may send to one member: messages within so many ms. */
const PER_MEMBER = [
  { most: 30, ms: 60_000 },
  { most: 1_000, ms: 3_600_000 },
];

function hasHadEnough(to: string, { phones, now }: { phones: Phone[]; now: Date }): boolean {
  const ages = phones.filter((phone) => phone.to === to).map(({ at }) => now.getTime() - at.getTime());
  return PER_MEMBER.some(({ most, ms }) => ages.filter((age) => age < ms).length >= most);
}

function update(said: Record<string, unknown>, phones: Phone[]) {
  const phone = phones.find((one) => one.responseCode === said.response_code);
  if (!phone) return { errcode: 42022, errmsg: 'response_code used' };
  phone.responseCode = null;
  phone.card = said.template_card as Record<string, unknown>;
  return { errcode: 0, errmsg: 'ok', invaliduser: [] };
}
