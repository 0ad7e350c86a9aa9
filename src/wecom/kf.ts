import type { Api } from './api.ts';
import { given } from './articles.ts';
import { cutBytes } from './bytes.ts';
import { unsent } from './errors.ts';
import { type Json, objectsAt, textAt } from './json.ts';
import { CONTENT_LIMITS } from './limits.ts';

/** A message to a customer of 微信客服 (发送消息). `link` opens a page, `menu` offers answers to press. */
export type KfMessage =
  | { type: 'text'; content: string }
  | { type: 'image' | 'voice' | 'video' | 'file'; mediaId: string }
  | { type: 'link'; title: string; url: string; thumbMediaId: string; description?: string }
  | { type: 'menu'; head?: string; tail?: string; items: { id: string; content: string }[] };

/** One page of what customers wrote; a page may be empty and yet not the last. */
export interface KfPage {
  /** The platform's own objects: `msgid`, `open_kfid`, `external_userid`, `send_time`, `origin`, `msgtype` and its object. */
  messages: Json[];
  /** To be kept, and given to the next call. */
  cursor: string | null;
  hasMore: boolean;
}

/** 微信客服: 1:1 with people outside, by the token of the app that may call it. Each call throws a WecomError unless it was taken. */
export interface KfClient {
  /** Reads on from a cursor. `token` is that of the event, for ten minutes; without one the platform is strict about how often. */
  syncMessages(v: { cursor?: string; token?: string; openKfId: string; limit?: number }): Promise<KfPage>;
  /** Writes to a customer: five times within 48 hours of their last message. Gives the msgid. To be taken is not to be delivered. */
  sendMessage(v: { to: string; openKfId: string; msgid?: string; message: KfMessage }): Promise<string | null>;
  /** Greets whoever has opened the chat: once, within 20 seconds of the event that brought the code. */
  sendOnEvent(v: {
    code: string;
    msgid?: string;
    message: Extract<KfMessage, { type: 'text' | 'menu' }>;
  }): Promise<string | null>;
}

/** A page of 1000 messages of 2 kB and their frames. */
const PAGE_BYTES = 4 * 1024 * 1024;

const SYNC = '/cgi-bin/kf/sync_msg';
const SEND = '/cgi-bin/kf/send_msg';
const WELCOME = '/cgi-bin/kf/send_msg_on_event';

/** Builds 微信客服 over the calls of the app. */
export function buildKfClient(api: Api): KfClient {
  return {
    async syncMessages({ cursor, token, openKfId, limit }) {
      const answer = await api.post(SYNC, given({ cursor, token, limit, open_kfid: openKfId }), {
        maxAnswerBytes: PAGE_BYTES,
      });
      const messages = objectsAt(answer, 'msg_list');
      return { messages, cursor: textAt(answer, 'next_cursor'), hasMore: answer.has_more === 1 };
    },
    async sendMessage({ to, openKfId, msgid, message }) {
      const head = given({ touser: to, open_kfid: openKfId, msgid: checkedId(SEND, msgid) });
      return textAt(await api.post(SEND, { ...head, ...bodyOf(SEND, message) }), 'msgid');
    },
    async sendOnEvent({ code, msgid, message }) {
      const head = given({ code, msgid: checkedId(WELCOME, msgid) });
      return textAt(await api.post(WELCOME, { ...head, ...bodyOf(WELCOME, message) }), 'msgid');
    },
  };
}

/** The only help against sending twice: the platform takes an id once. */
function checkedId(endpoint: string, msgid: string | undefined): string | undefined {
  if (msgid === undefined || /^[0-9a-zA-Z_-]{1,32}$/.test(msgid)) return msgid;
  throw unsent(endpoint, { errcode: 40058, words: 'msgid must be 1 to 32 letters, digits, _ or -' });
}

function bodyOf(endpoint: string, message: KfMessage): object {
  switch (message.type) {
    case 'text': {
      if (message.content === '') throw unsent(endpoint, { errcode: 44004, words: 'the content is empty' });
      return { msgtype: 'text', text: { content: cutBytes(message.content, CONTENT_LIMITS.text) } };
    }
    case 'link': {
      const { title, url, thumbMediaId, description } = message;
      return { msgtype: 'link', link: given({ title, url, thumb_media_id: thumbMediaId, desc: description }) };
    }
    case 'menu': {
      const list = message.items.map((click) => ({ type: 'click', click }));
      const { head, tail } = message;
      return { msgtype: 'msgmenu', msgmenu: given({ head_content: head, list, tail_content: tail }) };
    }
    default:
      return { msgtype: message.type, [message.type]: { media_id: message.mediaId } };
  }
}
