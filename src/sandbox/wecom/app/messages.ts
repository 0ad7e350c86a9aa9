import { createHash, randomBytes } from 'node:crypto';
import type { ApiRequest } from '../api.ts';
import { type Json, objectAt } from '../content.ts';
import { CORP, type MediaStore } from '../media-store.ts';
import type { Seen, SeenLog } from '../seen.ts';
import type { Switches } from '../switches.ts';
import { refuse, TAKEN, taken, type Verdict } from '../verdict.ts';
import type { Shown } from '../webhook-content.ts';
import type { Cards } from './cards.ts';
import { readAppMessage } from './content.ts';
import type { Corp } from './corp.ts';
import { findReceivers, type Found } from './receivers.ts';

/** What the app's messages stand on. */
export interface MessagesState {
  agentId: number;
  corp: Corp;
  log: SeenLog;
  media: MediaStore;
  cards: Cards;
  switches: Switches;
}

/** The messages of the app to people. */
export interface Messages {
  send(request: ApiRequest): Verdict;
  recall(request: ApiRequest): Verdict;
}

interface Sent {
  seen: Seen[];
  at: Date;
}

const RECALL_MS = 24 * 3_600_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const A_MINUTE = 30;
const AN_HOUR = 1_000;
const DUPLICATE_S = 1_800;
const MAX_DUPLICATE_S = 14_400;

/** Builds an app that has sent nothing yet. */
export function buildMessages(state: MessagesState): Messages {
  const sent = new Map<string, Sent>();
  const taskIds = new Set<string>();
  const told = new Map<string, number[]>();
  const contents = new Map<string, { msgid: string; at: number }>();

  /** A member hears no more than so much of one app; the rest is dropped and nobody is told (访问频率限制). */
  const isHeard = (userid: string, now: Date): boolean => {
    const times = (told.get(userid) ?? []).filter((time) => time > now.getTime() - HOUR_MS && time <= now.getTime());
    const recent = times.filter((time) => time > now.getTime() - MINUTE_MS).length;
    if (recent >= A_MINUTE || times.length >= AN_HOUR) return false;
    told.set(userid, [...times, now.getTime()]);
    return true;
  };

  const deliver = (shown: Shown, { members }: Found, now: Date): { msgid: string; seen: Seen[] } => {
    const msgid = randomBytes(24).toString('base64url');
    const heard = members.filter(({ userid }) => isHeard(userid, now));
    const seen = heard.map(({ userid, name }) =>
      state.log.add({ at: now, chat: { kind: 'single', id: userid, name }, from: 'bot', via: 'app', msgid, ...shown }),
    );
    sent.set(msgid, { seen, at: now });
    return { msgid, seen };
  };

  return {
    send({ body, now }) {
      if (!body) return refuse(40058, 'invalid Request Parameter. Warning: wrong json format.');
      if (body.agentid === undefined) return refuse(41011, 'missing agentid');
      if (body.agentid !== state.agentId) return refuse(40056, 'invalid agentid');
      const found = findReceivers(body, state.corp);
      if ('errcode' in found) return found;
      const view = { media: state.media, owner: CORP, now, switches: state.switches };
      const shown = readAppMessage(body, view, { cards: true });
      if ('errcode' in shown) return shown;
      const taskId = shown.card?.task_id;
      const isReused = typeof taskId === 'string' && taskIds.has(taskId);
      const before = body.enable_duplicate_check === 1 ? findBefore(contents, body, now) : null;
      if (before) return taken({ ...found.missed, msgid: before });
      if (isReused) return refuse(state.switches.taskIdCode, 'task_id was used before');
      const { msgid, seen } = deliver(shown, found, now);
      if (typeof taskId === 'string') taskIds.add(taskId);
      contents.set(contentKey(body), { msgid, at: now.getTime() });
      const code = shown.card && canBePressed(shown.card) ? { response_code: state.cards.issue(seen, now) } : {};
      return taken({ ...found.missed, msgid, ...code });
    },
    recall({ body, now }) {
      const message = sent.get(String(body?.msgid));
      if (!message) return refuse(40058, 'invalid msgid. invalid Request Parameter');
      if (now.getTime() - message.at.getTime() > RECALL_MS) return refuse(42052, 'msgid expired');
      for (const seen of message.seen) state.log.update(seen, { recalled: true });
      return TAKEN;
    },
  };
}

function canBePressed(card: Json): boolean {
  return card.card_type !== 'text_notice' && card.card_type !== 'news_notice' ? true : card.action_menu !== undefined;
}

/** Same words to the same people; the order of fields does not matter to us, since one client sends them all. */
function contentKey(body: Json): string {
  const { touser, toparty, totag, msgtype } = body;
  const parts = [touser, toparty, totag, msgtype, objectAt(body, String(msgtype))];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

function findBefore(contents: Map<string, { msgid: string; at: number }>, body: Json, now: Date): string | null {
  const asked = Number(body.duplicate_check_interval ?? DUPLICATE_S);
  const windowMs = Math.min(asked, MAX_DUPLICATE_S) * 1000;
  const before = contents.get(contentKey(body));
  return before && now.getTime() - before.at < windowMs ? before.msgid : null;
}
