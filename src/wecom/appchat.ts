import type { Api } from './api.ts';
import { type ChatMessage, messageBody } from './app-message.ts';
import { given } from './articles.ts';
import { unsent } from './errors.ts';
import { isJson, textAt, textsAt } from './json.ts';

/** A message for a group of the app; only a text can mention people, by userid or `@all`. There are no cards (应用推送消息). */
export type AppchatMessage = ChatMessage | { type: 'text'; content: string; mentions?: string[] };

/** A group of the app as the platform knows it. */
export interface Appchat {
  chatid: string;
  name: string;
  owner: string | null;
  users: string[];
}

/** Groups that the app makes for members of the corp (应用群聊). What is written in them never reaches the app. */
export interface AppchatClient {
  /** Makes a group of 2 to 2000 members; nobody sees it before its first message. Gives its chatid. */
  create(group: { users: string[]; name?: string; owner?: string; chatid?: string }): Promise<string>;
  update(change: { chatid: string; name?: string; owner?: string; add?: string[]; remove?: string[] }): Promise<void>;
  get(chatid: string): Promise<Appchat>;
  send(chatid: string, message: AppchatMessage, options?: { safe?: 0 | 1 }): Promise<void>;
}

const CREATE = '/cgi-bin/appchat/create';
const SEND = '/cgi-bin/appchat/send';
const MAX_NAME = 50;

/** Builds the groups of the app over its calls. */
export function buildAppchatClient(api: Api): AppchatClient {
  return {
    async create({ users, name, owner, chatid }) {
      if (users.length < 2 || users.length > 2000)
        throw unsent(CREATE, { errcode: 40058, words: 'userlist must have 2 to 2000 members' });
      if (chatid !== undefined && !/^[0-9a-zA-Z]{1,32}$/.test(chatid))
        throw unsent(CREATE, { errcode: 86001, words: 'chatid must be 1 to 32 letters and digits' });
      const body = given({ name: shorten(name), owner, userlist: users, chatid });
      return textAt(await api.post(CREATE, body), 'chatid') ?? chatid ?? '';
    },
    async update({ chatid, name, owner, add, remove }) {
      const body = given({ chatid, name: shorten(name), owner, add_user_list: add, del_user_list: remove });
      await api.post('/cgi-bin/appchat/update', body);
    },
    async get(chatid) {
      const { chat_info: info } = await api.get('/cgi-bin/appchat/get', { chatid });
      const chat = isJson(info) ? info : {};
      return {
        chatid: textAt(chat, 'chatid') ?? chatid,
        name: textAt(chat, 'name') ?? '',
        owner: textAt(chat, 'owner'),
        users: textsAt(chat, 'userlist'),
      };
    },
    async send(chatid, message, options = {}) {
      const body = messageBody(SEND, message);
      const mentions = 'mentions' in message && message.mentions ? { mentioned_list: message.mentions } : {};
      if (message.type === 'text') body.text = { ...Object(body.text), ...mentions };
      await api.post(SEND, { chatid, ...body, ...given(options) });
    },
  };
}

/** A name has 50 characters at most. */
function shorten(name: string | undefined): string | undefined {
  return name === undefined ? undefined : [...name].slice(0, MAX_NAME).join('');
}
