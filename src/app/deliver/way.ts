import { type Origin, OWN_CORP, type Press, useridOf } from '../../domain/inbound.ts';
import type { Target } from '../../domain/notice.ts';
import { canBeReached } from '../../domain/personal.ts';
import { type Chat, chatFor, officeChat, type Roster } from '../../domain/roster.ts';
import type { InboxRow } from '../../store/inbox-row.ts';
import type { OutboxRow } from '../../store/outbox-store.ts';
import type { PushTarget, Sender } from '../../wecom/connection/sender.ts';
import type { ConnectionHolder } from '../connection/holder.ts';
import type { Context } from '../context.ts';

/** How a notice reaches its target. Keys and links are bearer credentials and stay here. */
export type Way =
  | { kind: 'webhook'; key: string; chat: Chat }
  | { kind: 'response'; url: string }
  /** A message of the app to one person. */
  | { kind: 'app'; userid: string }
  /** The change of the card that a person pressed. */
  | { kind: 'card'; userid: string; person: string; responseCode: string; press: Press }
  /** By the long connection, in place of the message that it answers. */
  | { kind: 'answer'; by: Sender; origin: Origin; conversation: string }
  /** By the long connection, unasked; `chat` null: the chat of the message that it answers. */
  | { kind: 'push'; by: Sender; target: PushTarget; conversation: string; chat: Chat | null }
  /** By the long connection, which another process holds. */
  | { kind: 'elsewhere' }
  | { kind: 'none'; why: string };

/** A way that can be gone here and now. */
export type SendWay = Exclude<Way, { kind: 'none' | 'elsewhere' }>;

/** A response_url works once, within one hour of its callback (wecom-protocol 2.7). */
const RESPONSE_MS = 3_600_000;

/** A message that came by the long connection is answered in place for 24 hours (wecom-protocol 3.3). */
const ANSWER_MS = 24 * 3_600_000;

interface View {
  roster: Roster;
  now: Date;
  context: Pick<Context, 'stores' | 'connection' | 'config'>;
}

/** The way to a target now. A chat tied since the notice was made counts. */
export async function findWay(row: OutboxRow, v: View): Promise<Way> {
  const { to } = row;
  if (to.kind === 'person') return toPerson(to.of, v.context);
  if (to.kind !== 'reply') return toGroup(groupOf(to, v.roster), to, v.context);
  const heard = await v.context.stores.inbox.get(to.inbox);
  const age = heard ? v.now.getTime() - heard.saidAt.getTime() : Number.POSITIVE_INFINITY;
  if (heard?.responseUrl && age < RESPONSE_MS && !row.spent) return { kind: 'response', url: heard.responseUrl };
  const card = heard && cardOf(heard, row, v.context);
  if (card) return card;
  const hook = webhookOf(to.chat ? (v.roster.chats.get(to.chat) ?? null) : null);
  const app = heard?.chatType === 'single' && heard.person ? appOf(heard.person, v.context) : null;
  const none = { kind: 'none', why: '回复链接已失效，且该会话没有其他推送方式' } as const;
  if (!heard?.origin) return app ?? hook ?? (heard && pushBack(heard, v.context)) ?? none;
  return answerInPlace(heard, row, { age, ...v }) ?? pushBack(heard, v.context) ?? app ?? hook ?? none;
}

/** The card that was pressed, by the app, changes once. */
function cardOf({ press, person }: InboxRow, row: OutboxRow, { config }: View['context']): Way | null {
  if (!press?.responseCode || !person || !config.app || row.spent) return null;
  return { kind: 'card', userid: useridOf(person), person, responseCode: press.responseCode, press };
}

/** The app writes to members of our own corp, where it is configured. */
function toPerson(person: string, context: View['context']): Way {
  const none = (why: string) => ({ kind: 'none', why }) as const;
  if (!context.config.app) return none('未配置自建应用，无法给个人发消息');
  return appOf(person, context) ?? none('对方不是本单位企业微信成员，自建应用无法发送');
}

function appOf(person: string, { config }: View['context']): Way | null {
  return config.app && canBeReached(person) ? { kind: 'app', userid: useridOf(person) } : null;
}

/** Only who holds the connection knows whether it is the one that brought the message. */
function answerInPlace(heard: InboxRow, row: OutboxRow, v: View & { age: number }): Way | null {
  const { connection } = v.context;
  if (!connection || !heard.origin) return null;
  if (!connection.isElected()) return { kind: 'elsewhere' };
  if (v.age >= ANSWER_MS || row.spent || !connection.brought(heard.origin)) return null;
  const { botChatid, person } = heard;
  const conversation = botChatid ? `group/${botChatid}` : `single/${person ?? ''}`;
  return { kind: 'answer', by: connection, origin: heard.origin, conversation };
}

/** To the chat of a message. A person of another corp has no address of their own: theirs could be somebody else's here. */
function pushBack({ botChatid, person }: InboxRow, { connection }: View['context']): Way | null {
  if (!connection) return null;
  if (botChatid) return pushTo({ kind: 'group', chatid: botChatid }, { connection, chat: null });
  const [corp, userid] = person?.split('/') ?? [];
  if (corp !== OWN_CORP || !userid) return null;
  return pushTo({ kind: 'single', userid }, { connection, chat: null });
}

function pushTo(target: PushTarget, v: { connection: ConnectionHolder; chat: Chat | null }): Way {
  if (!v.connection.isElected()) return { kind: 'elsewhere' };
  const conversation = target.kind === 'group' ? `group/${target.chatid}` : `single/${OWN_CORP}/${target.userid}`;
  return { kind: 'push', by: v.connection, target, conversation, chat: v.chat };
}

function webhookOf(chat: Chat | null): Way | null {
  return chat?.webhookKey ? { kind: 'webhook', key: chat.webhookKey, chat } : null;
}

type GroupTarget = Exclude<Target, { kind: 'reply' | 'person' }>;

function groupOf(to: GroupTarget, roster: Roster): Chat | null {
  return to.kind === 'office' ? officeChat(roster) : chatFor(roster, to.kind, to.of);
}

const WHOSE = { subject: '企业群', unit: '责任部门群', leader: '包联领导群', office: '办公室群' } as const;

/** A group's robot needs nobody to have written before, and any process can use it. */
function toGroup(chat: Chat | null, to: GroupTarget, { connection }: View['context']): Way {
  const hook = webhookOf(chat);
  if (hook) return hook;
  if (chat?.botChatid && connection) return pushTo({ kind: 'group', chatid: chat.botChatid }, { connection, chat });
  return { kind: 'none', why: chat ? `“${chat.name}”没有配置推送地址` : `${WHOSE[to.kind]}尚未登记` };
}
