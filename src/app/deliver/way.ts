import type { Press } from '../../domain/inbound.ts';
import type { Target } from '../../domain/notice.ts';
import { canBeReached } from '../../domain/personal.ts';
import { type Chat, chatFor, officeChat, type Roster } from '../../domain/roster.ts';
import type { OutboxRow } from '../../store/outbox-store.ts';
import type { Context } from '../context.ts';

/** How a notice reaches its target. `bucket` paces it; keys and links are bearer credentials and stay here. */
export type Way =
  | { kind: 'webhook'; key: string; chat: Chat }
  | { kind: 'response'; url: string }
  /** A message of the app to one person. */
  | { kind: 'app'; userid: string }
  /** The change of the card that a person pressed. */
  | { kind: 'card'; userid: string; person: string; responseCode: string; press: Press }
  | { kind: 'none'; why: string };

/** A response_url works once, within one hour of its callback (wecom-protocol 2.7). */
const RESPONSE_MS = 3_600_000;

/** The way to a target now. A chat tied since the notice was made counts. */
export async function findWay(row: OutboxRow, v: { roster: Roster; now: Date; context: Context }): Promise<Way> {
  const { to } = row;
  if (to.kind === 'person') return toPerson(to.of, v.context);
  if (to.kind !== 'reply') return toGroup(groupOf(to, v.roster), to);
  const heard = await v.context.stores.inbox.get(to.inbox);
  const age = heard ? v.now.getTime() - heard.saidAt.getTime() : Number.POSITIVE_INFINITY;
  if (heard?.responseUrl && age < RESPONSE_MS && row.answer !== REFUSED)
    return { kind: 'response', url: heard.responseUrl };
  const { press, person } = heard ?? {};
  if (press?.responseCode && person && v.context.config.app && row.answer !== REFUSED)
    return { kind: 'card', userid: useridOf(person), person, responseCode: press.responseCode, press };
  const alone = heard?.chatType === 'single' && v.context.config.app;
  return alone && person ? toPerson(person, v.context) : otherWay(to.chat, v.roster);
}

/** The app writes to members of our own corp, where it is configured. */
function toPerson(person: string, { config }: Context): Way {
  if (!config.app) return { kind: 'none', why: '未配置自建应用，无法给个人发消息' };
  if (!canBeReached(person)) return { kind: 'none', why: '对方不是本单位企业微信成员，自建应用无法发送' };
  return { kind: 'app', userid: useridOf(person) };
}

const useridOf = (person: string) => person.split('/').at(-1) ?? '';

/** What a row's `answer` says once its response_url or response_code has been refused: the other way is next. */
export const REFUSED = 'the one-use way was refused';

/** The group's webhook, for an answer whose response_url no longer works. */
function otherWay(chatId: string | null, roster: Roster): Way {
  const chat = chatId ? (roster.chats.get(chatId) ?? null) : null;
  return chat?.webhookKey
    ? { kind: 'webhook', key: chat.webhookKey, chat }
    : { kind: 'none', why: '回复链接已失效，且该会话没有其他推送方式' };
}

type GroupTarget = Exclude<Target, { kind: 'reply' | 'person' }>;

function groupOf(to: GroupTarget, roster: Roster): Chat | null {
  return to.kind === 'office' ? officeChat(roster) : chatFor(roster, to.kind, to.of);
}

const WHOSE = { subject: '企业群', unit: '责任部门群', leader: '包联领导群', office: '办公室群' } as const;

function toGroup(chat: Chat | null, to: GroupTarget): Way {
  if (chat?.webhookKey) return { kind: 'webhook', key: chat.webhookKey, chat };
  return { kind: 'none', why: chat ? `“${chat.name}”没有配置推送地址` : `${WHOSE[to.kind]}尚未登记` };
}
