import { DRAFT_CONFIRM_MS } from '../../../config/rules.ts';
import { dayOf } from '../../domain/day.ts';
import type { World } from '../../domain/decision.ts';
import type { About, Notice } from '../../domain/notice.ts';
import { TO_OFFICE } from '../../domain/notices.ts';
import type { Roster } from '../../domain/roster.ts';
import type { InboxRow } from '../../store/inbox-row.ts';
import type { Context } from '../context.ts';
import { keepNotice } from '../deliver/keep-notice.ts';
import type { Hearing } from './hearing.ts';

/** One answer to one message, however many commands it held. Silence when none of them says anything. */
export async function tellSender(
  row: InboxRow,
  replies: readonly (string | null)[],
  context: Context,
  v: { key?: string; undone?: boolean } = {},
): Promise<void> {
  const text = [...new Set(replies.filter((reply) => reply !== null))].join('\n\n');
  if (!text) return;
  const view = await presentView(context);
  const to = { kind: 'reply', inbox: row._id, chat: chatIdOf(row, view.roster) } as const;
  const about = { kind: 'text', text, ...(v.undone ? { undone: true as const } : {}) } as const;
  const key = v.key ?? `reply/${row._id}`;
  await keepNotice({ key, to, class: 'now', number: null, about }, { ...view, heldUntil: callbacksTime(row) }, context);
}

/** How long a press's callback looks for its answer, with room for the way of it; machine time. */
const CALLBACK_MS = 2_500;

function callbacksTime({ kind, arrivedAt }: InboxRow): Date | null {
  return kind === 'press' ? new Date(arrivedAt.getTime() + CALLBACK_MS) : null;
}

/** The office hears of a message that could not be worked on. */
export async function tellOfFailure(row: InboxRow, context: Context): Promise<void> {
  const view = await presentView(context);
  const about = { kind: 'failedMessage', ...whereAndWho(row, view.roster) } as const;
  await keepNotice(toOffice(`failed/${row._id}`, about), view, context);
}

/** The office hears that somebody it has not registered reports a problem: no report is lost. Once a day of somebody whose words are kept anyway. */
export async function tellOfStranger(hearing: Hearing, context: Context, v: { onceADay?: true } = {}): Promise<void> {
  const { row, world, place } = hearing;
  const about = { kind: 'strangerReported', ...whereAndWho(row, world.roster) } as const;
  const once = v.onceADay ? `${place.person}/${dayOf(row.saidAt)}` : row._id;
  await keepNotice(toOffice(`stranger/${once}`, about), await presentView(context), context);
}

/** The office hears, ten minutes on, of a report whose enterprise is still unknown; void when its sender has reported since. */
export async function tellOfUnfiled(hearing: Hearing, context: Context): Promise<void> {
  const { row, world } = hearing;
  const about = { kind: 'unfiledReport', ...whereAndWho(row, world.roster) } as const;
  const notBefore = new Date(row.saidAt.getTime() + DRAFT_CONFIRM_MS);
  await keepNotice(toOffice(`unfiled/${row._id}`, about), { ...(await presentView(context)), notBefore }, context);
}

function toOffice(key: string, about: About): Notice {
  return { key, to: TO_OFFICE, class: 'workHours', number: null, about };
}

/** The world and the instant of telling, asked for once. */
async function presentView(context: Context): Promise<World & { now: Date }> {
  const [now, world] = await Promise.all([context.clock.now(), context.worlds.current()]);
  return { ...world, now };
}

function whereAndWho(row: InboxRow, roster: Roster) {
  return { inbox: row._id, chatName: chatNameOf(row, roster), person: row.person };
}

function chatIdOf(row: InboxRow, roster: Roster): string | null {
  return row.botChatid ? (roster.chatsByBotChatid.get(row.botChatid)?.id ?? null) : null;
}

function chatNameOf(row: InboxRow, roster: Roster): string {
  if (!row.botChatid) return '单聊';
  return roster.chatsByBotChatid.get(row.botChatid)?.name ?? '未登记的群';
}
