import { type Origin, type Press, useridOf } from '../../domain/inbound.ts';
import type { Target } from '../../domain/notice.ts';
import { speakingReporter } from '../../domain/personal.ts';
import { type Chat, chatFor, officeChat, type Roster } from '../../domain/roster.ts';
import type { InboxRow } from '../../store/inbox-row.ts';
import type { OutboxRow } from '../../store/outbox-store.ts';
import type { PushTarget, Sender } from '../../wecom/connection/sender.ts';
import type { Context } from '../context.ts';
import { toPerson } from './person-way.ts';

/** How a notice reaches its target. Keys and links are bearer credentials and stay here. */
export type Way =
  | { kind: 'webhook'; key: string; chat: Chat }
  | { kind: 'response'; url: string }
  /** A message of the app to one person. */
  | { kind: 'app'; userid: string }
  /** A message of 微信客服 to somebody outside; `conversation` counts them. */
  | { kind: 'kf'; openKfId: string; customer: string; conversation: string }
  /** The change of the card that a person pressed. */
  | { kind: 'card'; userid: string; person: string; responseCode: string; press: Press }
  /** By the long connection, in place of the message that it answers. */
  | { kind: 'answer'; by: Sender; origin: Origin; conversation: string }
  /** By the long connection, unasked; `chat` null: the chat of the message that it answers. */
  | { kind: 'push'; by: Sender; target: PushTarget; conversation: string; chat: Chat | null }
  /** By the long connection, which another process holds. */
  | { kind: 'elsewhere' }
  /** By the long connection, which is out: it is waited for. */
  | { kind: 'later'; why: string }
  | { kind: 'none'; why: string };

/** A way that can be gone here and now. */
export type SendWay = Exclude<Way, { kind: 'none' | 'elsewhere' | 'later' }>;

/** A response_url works once, within one hour of its callback (wecom-protocol 2.7). */
const RESPONSE_MS = 3_600_000;

/** A message that came by the long connection is answered in place for 24 hours (wecom-protocol 3.3). */
const ANSWER_MS = 24 * 3_600_000;

/** Nobody but one person reads what goes this way. */
export function isPrivate(way: SendWay): boolean {
  return way.kind === 'app' || way.kind === 'kf' || (way.kind === 'push' && way.target.kind === 'single');
}

/** What ways are looked for with. */
export interface WayView {
  roster: Roster;
  now: Date;
  context: Pick<Context, 'stores' | 'connection' | 'config'>;
}

/** The way to a target now; a chat tied since the notice was made counts. While the long connection is out the others are taken, or it is waited for. */
export async function findWay(row: OutboxRow, v: WayView): Promise<Way> {
  const { connection } = v.context;
  if (!connection?.isOut()) return search(row, v);
  const other = await search(row, { ...v, context: { ...v.context, connection: null } });
  if (other.kind !== 'none' || (await search(row, v)).kind === 'none') return other;
  return { kind: 'later', why: '长连接中断，恢复后发送' };
}

async function search(row: OutboxRow, v: WayView): Promise<Way> {
  const way = await wayTo(row, v);
  return way.kind === 'none' ? ((await wayInstead(row, v)) ?? way) : way;
}

async function wayTo(row: OutboxRow, v: WayView): Promise<Way> {
  const { to } = row;
  if (to.kind === 'person') return toPerson(to.of, row, v);
  return to.kind === 'reply' ? toSender(to, row, v) : toGroup(groupOf(to, v.roster), to.kind, v);
}

/**
 * An enterprise that has no group hears of its case through whoever reported it; a survey that reaches nobody in private goes to
 * the group, whose audience decides what is said there (design.md section 4, Survey). Null when there is no such way either.
 */
async function wayInstead({ to, about, number, ...row }: OutboxRow, v: WayView): Promise<Way | null> {
  // A file itself would come as its name alone.
  if (!number || about.kind === 'file' || (to.kind !== 'subject' && about.kind !== 'surveyInvite')) return null;
  const doc = await v.context.stores.cases.byNumber(number);
  if (!doc) return null;
  const { subject, reporter } = doc.snapshot;
  if (to.kind !== 'subject') return orNull(toGroup(chatFor(v.roster, 'subject', subject.id), 'subject', v));
  const person = speakingReporter(doc.snapshot, v.roster);
  if (person === null) return null;
  return orNull(await toPerson(person, row, { ...v, wroteToBot: reporter.botChatid === null }));
}

function orNull(way: Way): Way | null {
  return way.kind === 'none' ? null : way;
}

type ReplyTarget = Extract<Target, { kind: 'reply' }>;

/** Back to whoever wrote: in place of what they wrote where that can still be done, else to them or their group. */
async function toSender(to: ReplyTarget, row: OutboxRow, v: WayView): Promise<Way> {
  const heard = await v.context.stores.inbox.get(to.inbox);
  const hook = webhookOf(to.chat ? (v.roster.chats.get(to.chat) ?? null) : null);
  if (!heard) return hook ?? UNANSWERABLE;
  const age = v.now.getTime() - heard.saidAt.getTime();
  if (heard.responseUrl && age < RESPONSE_MS && !row.spent) return { kind: 'response', url: heard.responseUrl };
  const inPlace = cardOf(heard, row, v) ?? answerInPlace(heard, row, { age, ...v });
  if (inPlace) return inPlace;
  const cameByConnection = heard.origin !== null;
  if (heard.botChatid) {
    const push = pushToGroup(heard.botChatid, null, v);
    return (cameByConnection ? (push ?? hook) : (hook ?? push)) ?? UNANSWERABLE;
  }
  if (!heard.person) return UNANSWERABLE;
  const way = await toPerson(heard.person, row, { ...v, wroteToBot: heard.channel === 'bot', cameByConnection });
  return way.kind === 'none' && heard.channel !== 'kf' ? UNANSWERABLE : way;
}

const UNANSWERABLE = { kind: 'none', why: '回复链接已失效，且该会话没有其他推送方式' } as const;

/** The card that was pressed, by the app, changes once. */
function cardOf({ press, person }: InboxRow, row: OutboxRow, { context }: WayView): Way | null {
  if (!press?.responseCode || !person || !context.config.app || row.spent) return null;
  return { kind: 'card', userid: useridOf(person), person, responseCode: press.responseCode, press };
}

/** Only who holds the connection knows whether it is the one that brought the message. */
function answerInPlace(heard: InboxRow, row: OutboxRow, v: WayView & { age: number }): Way | null {
  const { connection } = v.context;
  if (!connection || !heard.origin) return null;
  if (!connection.isElected()) return { kind: 'elsewhere' };
  if (v.age >= ANSWER_MS || row.spent || !connection.brought(heard.origin)) return null;
  const { botChatid, person } = heard;
  const conversation = botChatid ? `group/${botChatid}` : `single/${person ?? ''}`;
  return { kind: 'answer', by: connection, origin: heard.origin, conversation };
}

function webhookOf(chat: Chat | null): Way | null {
  return chat?.webhookKey ? { kind: 'webhook', key: chat.webhookKey, chat } : null;
}

function pushToGroup(chatid: string | null | undefined, chat: Chat | null, { context }: WayView): Way | null {
  const { connection } = context;
  if (!connection || !chatid) return null;
  if (!connection.isElected()) return { kind: 'elsewhere' };
  return { kind: 'push', by: connection, target: { kind: 'group', chatid }, conversation: `group/${chatid}`, chat };
}

type GroupTarget = Exclude<Target, { kind: 'reply' | 'person' }>;

function groupOf(to: GroupTarget, roster: Roster): Chat | null {
  return to.kind === 'office' ? officeChat(roster) : chatFor(roster, to.kind, to.of);
}

const WHOSE = { subject: '企业群', unit: '责任部门群', leader: '包联领导群', office: '办公室群' } as const;

/** A group's robot needs nobody to have written before, and any process can use it. */
function toGroup(chat: Chat | null, whose: keyof typeof WHOSE, v: WayView): Way {
  const way = webhookOf(chat) ?? pushToGroup(chat?.botChatid, chat, v);
  return way ?? { kind: 'none', why: chat ? `“${chat.name}”没有配置推送地址` : `${WHOSE[whose]}尚未登记` };
}
