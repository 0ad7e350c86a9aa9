import type { Target } from '../../domain/notice.ts';
import { type Chat, chatFor, officeChat, type Roster } from '../../domain/roster.ts';
import type { OutboxRow } from '../../store/outbox-store.ts';
import type { Context } from '../context.ts';

/** How a notice reaches its target. `bucket` paces it; keys and links are bearer credentials and stay here. */
export type Way =
  | { kind: 'webhook'; key: string; chat: Chat }
  | { kind: 'response'; url: string }
  | { kind: 'none'; why: string };

/** A response_url works once, within one hour of its callback (wecom-protocol 2.7). */
const RESPONSE_MS = 3_600_000;

/** The way to a target now. A chat tied since the notice was made counts. */
export async function findWay(row: OutboxRow, v: { roster: Roster; now: Date; context: Context }): Promise<Way> {
  const { to } = row;
  if (to.kind !== 'reply') return toGroup(groupOf(to, v.roster), to);
  const heard = await v.context.stores.inbox.get(to.inbox);
  const age = heard ? v.now.getTime() - heard.saidAt.getTime() : Number.POSITIVE_INFINITY;
  if (heard?.responseUrl && age < RESPONSE_MS && row.answer !== REFUSED)
    return { kind: 'response', url: heard.responseUrl };
  return otherWay(to.chat, v.roster);
}

/** What a row's `answer` says once its response_url has been refused: the chat's other way is next. */
export const REFUSED = 'the response_url was refused';

/** The group's webhook, for an answer whose response_url no longer works. */
function otherWay(chatId: string | null, roster: Roster): Way {
  const chat = chatId ? (roster.chats.get(chatId) ?? null) : null;
  return chat?.webhookKey
    ? { kind: 'webhook', key: chat.webhookKey, chat }
    : { kind: 'none', why: '回复链接已失效，且该会话没有其他推送方式' };
}

function groupOf(to: Exclude<Target, { kind: 'reply' }>, roster: Roster): Chat | null {
  return to.kind === 'office' ? officeChat(roster) : chatFor(roster, to.kind, to.of);
}

const WHOSE = { subject: '企业群', unit: '责任部门群', leader: '包联领导群', office: '办公室群' } as const;

function toGroup(chat: Chat | null, to: Exclude<Target, { kind: 'reply' }>): Way {
  if (chat?.webhookKey) return { kind: 'webhook', key: chat.webhookKey, chat };
  return { kind: 'none', why: chat ? `“${chat.name}”没有配置推送地址` : `${WHOSE[to.kind]}尚未登记` };
}
