import { DRAFT_CONFIRM_MS } from '../../../config/rules.ts';
import type { Notice } from '../../domain/notice.ts';
import type { InboxRow } from '../../store/inbox-store.ts';
import type { Context } from '../context.ts';
import { leaveTime } from '../deliver/leave-time.ts';
import type { Hearing } from './hearing.ts';

/** Keeps a notice for delivery, unless it is there already, and wakes the sender. */
export async function post(notice: Notice, context: Context, notBefore?: Date): Promise<void> {
  const [now, world] = await Promise.all([context.clock.now(), context.worlds.current()]);
  const dueAt = leaveTime(notice.class, notBefore && notBefore > now ? notBefore : now, world.calendar);
  if (await context.stores.outbox.insert(notice, { now, dueAt })) context.bell.ring('outbox', dueAt);
}

/** One answer to one message, however many commands it held. Silence when none of them says anything. */
export async function tellSender(
  row: InboxRow,
  replies: readonly (string | null)[],
  context: Context,
  key = `reply/${row._id}`,
): Promise<void> {
  const text = [...new Set(replies.filter((reply) => reply !== null))].join('\n\n');
  if (!text) return;
  const to = { kind: 'reply', inbox: row._id, chat: chatIdOf(row, await chats(context)) } as const;
  await post({ key, to, class: 'now', number: null, about: { kind: 'text', text } }, context);
}

/** The office hears of a message that could not be worked on. */
export async function tellOfFailure(row: InboxRow, context: Context): Promise<void> {
  const chatName = chatNameOf(row, await chats(context));
  const about = { kind: 'failedMessage', inbox: row._id, chatName, person: row.person } as const;
  await post({ key: `failed/${row._id}`, to: { kind: 'office' }, class: 'workHours', number: null, about }, context);
}

/** The office hears that somebody it has not registered reports a problem: no report is lost. */
export async function tellOfStranger(hearing: Hearing, context: Context): Promise<void> {
  const { row } = hearing;
  const about = {
    kind: 'strangerReported',
    inbox: row._id,
    chatName: chatNameOf(row, hearing.world.roster.chatsByBotChatid),
    person: row.person,
  } as const;
  await post({ key: `stranger/${row._id}`, to: { kind: 'office' }, class: 'workHours', number: null, about }, context);
}

/** The office hears, ten minutes on, of a report whose enterprise is still unknown; void when its sender has reported since. */
export async function tellOfUnfiled(hearing: Hearing, context: Context): Promise<void> {
  const { row } = hearing;
  const chatName = chatNameOf(row, hearing.world.roster.chatsByBotChatid);
  const about = { kind: 'unfiledReport', inbox: row._id, chatName, person: row.person } as const;
  const notice = {
    key: `unfiled/${row._id}`,
    to: { kind: 'office' },
    class: 'workHours',
    number: null,
    about,
  } as const;
  await post(notice, context, new Date(row.saidAt.getTime() + DRAFT_CONFIRM_MS));
}

type ChatsByBotChatid = Hearing['world']['roster']['chatsByBotChatid'];

async function chats(context: Context): Promise<ChatsByBotChatid> {
  return (await context.worlds.current()).roster.chatsByBotChatid;
}

function chatIdOf(row: InboxRow, byBotChatid: ChatsByBotChatid): string | null {
  return row.botChatid ? (byBotChatid.get(row.botChatid)?.id ?? null) : null;
}

function chatNameOf(row: InboxRow, byBotChatid: ChatsByBotChatid): string {
  if (!row.botChatid) return '单聊';
  return byBotChatid.get(row.botChatid)?.name ?? '未登记的群';
}
