import { randomBytes } from 'node:crypto';
import type { ApiRequest } from '../api.ts';
import { type Json, objectAt } from '../content.ts';
import { CORP, type MediaStore } from '../media-store.ts';
import type { SeenLog } from '../seen.ts';
import type { Switches } from '../switches.ts';
import { refuse, TAKEN, taken, type Verdict } from '../verdict.ts';
import { readAppMessage } from './content.ts';
import type { Corp } from './corp.ts';

/** Groups that the app makes; what is written in them never reaches it (应用群聊). */
export interface Appchats {
  create(request: ApiRequest): Verdict;
  update(request: ApiRequest): Verdict;
  get(request: ApiRequest): Verdict;
  send(request: ApiRequest): Verdict;
}

interface Appchat {
  chatid: string;
  name: string;
  owner: string;
  userlist: string[];
}

const MAX_CREATED_A_DAY = 1_000;

/** Builds an app without groups. */
export function buildAppchats(v: { corp: Corp; log: SeenLog; media: MediaStore; switches: Switches }): Appchats {
  const chats = new Map<string, Appchat>();
  const created: string[] = [];
  const isMember = (userid: string) => v.corp.find(userid) !== null;
  return {
    create({ body, now }) {
      const users = textsAt(body ?? {}, 'userlist');
      const { chatid = randomBytes(12).toString('hex'), name = '', owner = users[0] } = body ?? {};
      const day = now.toISOString().slice(0, 10);
      if (users.length < 2 || users.length > 2000) return refuse(40058, 'userlist has 2 to 2000 members');
      if (!users.every(isMember)) return refuse(60111, 'userid not found');
      if (typeof chatid !== 'string' || !/^[0-9a-zA-Z]{1,32}$/.test(chatid)) return refuse(86001, 'invalid chatid');
      if (chats.has(chatid)) return refuse(86215, 'chatid exists');
      if (created.filter((when) => when === day).length >= MAX_CREATED_A_DAY)
        return refuse(45009, 'api freq out of limit');
      created.push(day);
      chats.set(chatid, { chatid, name: String(name), owner: String(owner), userlist: users });
      return taken({ chatid });
    },
    update({ body }) {
      const chat = chats.get(String(body?.chatid));
      if (!chat || !body) return missing(body?.chatid);
      const [added, removed] = [textsAt(body, 'add_user_list'), textsAt(body, 'del_user_list')];
      if (added.length > 500 || removed.length > 500) return refuse(40058, 'too many users. invalid Request Parameter');
      if (!added.every(isMember)) return refuse(60111, 'userid not found');
      chat.userlist = [...new Set([...chat.userlist, ...added])].filter((userid) => !removed.includes(userid));
      if (typeof body.name === 'string') chat.name = body.name;
      if (typeof body.owner === 'string') chat.owner = body.owner;
      return TAKEN;
    },
    get({ query }) {
      const chat = chats.get(query('chatid'));
      return chat ? taken({ chat_info: chat }) : missing(query('chatid'));
    },
    send({ body, now }) {
      const chat = chats.get(String(body?.chatid));
      if (!chat || !body) return missing(body?.chatid);
      const view = { media: v.media, owner: CORP, now, switches: v.switches };
      const shown = readAppMessage(body, view, { cards: false });
      if ('errcode' in shown) return shown;
      const mentions = textsAt(objectAt(body, 'text'), 'mentioned_list');
      const where = { kind: 'group', id: chat.chatid, name: chat.name } as const;
      v.log.add({
        at: now,
        chat: where,
        from: 'bot',
        via: 'appchat',
        ...shown,
        ...(mentions.length > 0 && { mentions }),
      });
      return TAKEN;
    },
  };
}

/** A group that the app did not make is, to the app, as if it were not its own. */
function missing(chatid: unknown): Verdict {
  return chatid === undefined || chatid === '' ? refuse(86003, 'missing chatid') : refuse(86008, 'not own chat');
}

function textsAt(body: Json, key: string): string[] {
  const list = body[key];
  return Array.isArray(list) ? list.map(String) : [];
}
