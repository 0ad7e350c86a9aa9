import { whyLost } from '../../../config/texts/desk.ts';
import { conversationOf, type InboxRow } from '../../store/inbox-row.ts';
import { WecomError } from '../../wecom/errors.ts';
import { type Json, textAt } from '../../wecom/json.ts';
import { readKfMessage } from '../../wecom/kf-inbound.ts';
import type { Context } from '../context.ts';

/** A page, and the pages of one turn, so that it ends within its lease. */
const PAGE_LENGTH = 100;
const PAGES = 10;

/** What is left then, and a log that says it goes on and does not, is read on after this. */
const PAUSE_MS = 1_000;

/**
 * Fetches what waits at a desk of 微信客服 into the inbox, from where it was last read. A message is kept before the place is: a
 * crash between reads it once more and keeps it once. Each counts from when it was said, also after an outage.
 * @throws WecomError when the platform does not give it now.
 */
export async function fetchDesk(row: InboxRow, context: Context): Promise<void> {
  const { inbox } = context.stores;
  const begun = new Date();
  for (let page = 0; page < PAGES; page += 1) {
    if (await fetchPage(row, context)) continue;
    // Knocks that came while nobody worked are all answered by one reading.
    await inbox.answerKnocks(row.conversation, begun);
    return inbox.finish(row._id, 'done');
  }
  const at = new Date((await context.clock.now()).getTime() + PAUSE_MS);
  await inbox.waitUntil(row.conversation, at);
  context.bell.ring('inbox', at);
}

/** True while there is more to read. */
async function fetchPage(row: InboxRow, context: Context): Promise<boolean> {
  const { desks } = context.stores;
  const { kf } = context.wecom;
  const openKfId = row.desk;
  if (!kf || !openKfId) throw new Error('微信客服 is read by the app, which is not configured');
  const now = await context.clock.now();
  const cursor = await desks.cursorOf(openKfId);
  const place = { openKfId, limit: PAGE_LENGTH, ...(cursor ? { cursor } : {}) };
  const page = await kf.syncMessages({ ...place, ...tokenOf(row, now) }).catch((error: unknown) => {
    if (isTokenOver(error)) return kf.syncMessages(place);
    throw error;
  });
  for (const message of page.messages) await keep(message, now, context);
  await desks.readOn(openKfId, { cursor, to: page.cursor ?? cursor, at: now });
  return page.hasMore;
}

/** The token of an event holds for ten minutes; without one the platform is strict about how often it is asked (读取消息). */
const TOKEN_MS = 10 * 60_000;

function tokenOf({ raw, saidAt }: InboxRow, now: Date): { token?: string } {
  const token = textAt({ ...raw }, 'Token');
  return token && now.getTime() - saidAt.getTime() < TOKEN_MS ? { token } : {};
}

/** 95007: the token is over, or was never one. */
function isTokenOver(error: unknown): boolean {
  return error instanceof WecomError && error.errcode === 95007;
}

async function keep(message: Json, now: Date, { stores, bell }: Context): Promise<void> {
  const heard = readKfMessage(message);
  if (!heard) return;
  if (heard.kind === 'lost') return stores.outbox.lostAfterwards(heard.msgid, whyLost(heard.failType));
  const { inbound } = heard;
  const saidAt = heard.saidAt < now ? heard.saidAt : now;
  await stores.conversations.wroteAt(conversationOf(inbound), { desk: inbound.desk ?? '', at: saidAt });
  if (await stores.inbox.insert(inbound, message, saidAt)) bell.ring('inbox');
}

/** An event that no attempt brought through is made up for after this long. */
const UNREAD_MS = 15 * 60_000;

/** Has every desk read that has not been for a while: a knock may have been lost with an outage, and what was said then must not be. */
export async function knockDesks({ stores, clock, wecom }: Context): Promise<void> {
  if (!wecom.kf) return;
  const now = await clock.now();
  for (const { _id: desk } of await stores.desks.unreadSince(new Date(now.getTime() - UNREAD_MS))) {
    const id = `kf/unread/${desk}/${Math.floor(now.getTime() / UNREAD_MS)}`;
    await stores.inbox.insert({ ...NOBODY, id, desk }, {}, now);
  }
}

const NOBODY = {
  channel: 'kf',
  kind: 'knock',
  chatType: 'single',
  botChatid: null,
  person: null,
  text: '',
  quote: null,
  responseUrl: null,
  media: [],
  press: null,
} as const;
