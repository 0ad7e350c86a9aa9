import { desk as words } from '../../../config/texts/desk.ts';
import { isCustomer, OWN_CORP, useridOf } from '../../domain/inbound.ts';
import { canBeReached } from '../../domain/personal.ts';
import { conversationOf } from '../../store/inbox-row.ts';
import type { OutboxRow } from '../../store/outbox-store.ts';
import type { Way, WayView } from './way.ts';

/** A customer of 微信客服 is written to five times within 48 hours of their last message (发送消息, 微信客服). */
const WINDOW_MS = 48 * 3_600_000;
const MAX_TOLD = 5;

/** How somebody came to be written to. */
interface Known {
  /** They have written 1:1 to the smart bot, which writes to nobody else. */
  wroteToBot?: boolean;
  /** By the long connection: their answer is looked for there. */
  cameByConnection?: boolean;
}

/** The way to one person: 微信客服 outside, the app or the long connection within our own corp. */
export async function toPerson(person: string, row: Pick<OutboxRow, 'spent'>, v: WayView & Known): Promise<Way> {
  if (isCustomer(person)) return toCustomer(person, row, v);
  const push = v.wroteToBot ? pushTo(person, v) : null;
  const app = appTo(person, v);
  const way = v.cameByConnection ? (push ?? app) : (app ?? push);
  if (way) return way;
  const why = v.context.config.app
    ? '对方不是本单位企业微信成员，自建应用无法发送'
    : '未配置自建应用，无法给个人发消息';
  return { kind: 'none', why };
}

/** The app writes to members of our own corp, where it is configured. */
function appTo(person: string, { context }: WayView): Way | null {
  return context.config.app && canBeReached(person) ? { kind: 'app', userid: useridOf(person) } : null;
}

/** A person of another corp has no address of their own: theirs could be somebody else's here. */
function pushTo(person: string, { context }: WayView): Way | null {
  const { connection } = context;
  const [corp, userid] = person.split('/');
  if (!connection || corp !== OWN_CORP || !userid) return null;
  if (!connection.isElected()) return { kind: 'elsewhere' };
  const conversation = `single/${person}`;
  return { kind: 'push', by: connection, target: { kind: 'single', userid }, conversation, chat: null };
}

async function toCustomer(person: string, row: Pick<OutboxRow, 'spent'>, v: WayView): Promise<Way> {
  const conversation = conversationOf({ kind: 'message', botChatid: null, person, desk: null });
  const { desk } = await v.context.stores.conversations.get(conversation);
  const isOpen = desk && desk.told < MAX_TOLD && v.now.getTime() - desk.at.getTime() < WINDOW_MS;
  if (!v.context.config.app || !isOpen || row.spent) return { kind: 'none', why: words.closed };
  return { kind: 'kf', openKfId: desk.id, customer: useridOf(person), conversation };
}
