import { isReminder } from '../../domain/reminding.ts';
import { UNANSWERABLE } from '../../wecom/connection/read-ack.ts';
import { WecomError } from '../../wecom/errors.ts';
import type { OutboxRow } from '../../store/outbox-store.ts';
import { backoff } from '../act/limits.ts';
import type { Context } from '../context.ts';
import type { Card } from '../../render/card.ts';
import { coolDown, countFromAnswer, MINUTE_MS, takeSlot } from './pace.ts';
import { post, type Sent } from './post.ts';
import type { SendWay } from './way.ts';

/** After this long a notice that never got through is dead. */
const GIVE_UP_MS = 7 * 86_400_000;

/** True when a notice has been tried for long enough. */
export function isGivenUp({ createdAt }: Pick<OutboxRow, 'createdAt'>, now: Date): boolean {
  return now.getTime() - createdAt.getTime() > GIVE_UP_MS;
}

export interface Message {
  /** The rows that this one message carries. */
  rows: readonly OutboxRow[];
  text: string;
  /** The same as a card, where the target can show one. */
  card: Card | null;
  way: SendWay;
}

/** Sends one message within the platform's limits and writes what became of it on every row it carries. */
export async function send(message: Message, now: Date, context: Context): Promise<void> {
  const { outbox, leases } = context.stores;
  const free = await takeSlot(message.way, now, leases);
  if (free) return waitUntil(free, message, { now, context });
  const by = await outbox.markSending(message.rows);
  if (!by) return;
  await give(message, { now, context, by });
  const answered = await context.clock.now();
  await countFromAnswer(message.way, { taken: now, answered }, leases);
}

/** The request itself, and what became of it. */
async function give(message: Message, v: Attempt): Promise<void> {
  const { now, context } = v;
  let sent: Sent;
  try {
    sent = await post(message, context);
  } catch (error) {
    await failed(message, error, v);
    return;
  }
  context.metrics.sends.inc({ way: message.way.kind, outcome: 'sent' });
  await context.stores.outbox.arrived(
    message.rows.map((row) => row._id),
    { answer: 'ok', sentAt: now, ...sent },
  );
}

/** At its limit a way takes nothing of its target: all that is due waits together, so that it leaves in order afterwards. */
async function waitUntil(at: Date, { rows }: Message, v: { now: Date; context: Context }): Promise<void> {
  const [first] = rows;
  if (first) await v.context.stores.outbox.holdUp(first.target, { now: v.now, at });
  v.context.bell.ring('outbox', at);
}

interface Attempt {
  now: Date;
  context: Context;
  /** The sender whose rows these are, as long as they are. */
  by: string;
}

async function failed(message: Message, error: unknown, v: Attempt): Promise<void> {
  const { context, by } = v;
  if (!(error instanceof WecomError)) throw error;
  const { rows, way } = message;
  const ids = rows.map((row) => row._id);
  context.metrics.sends.inc({ way: way.kind, outcome: error.outcome });
  context.log.warn({ err: error.toJSON(), target: rows[0]?.target, notices: ids }, 'a message did not get through');
  if (error.outcome === 'unknown') return uncertain(message, error, v);
  if (way.kind === 'kf' && isClosedDesk(error)) return deskClosed(message, error, v);
  // A gateway's 5xx does not say whether the one-use link was spent on the way.
  const isOnce = way.kind === 'response' || way.kind === 'card';
  const spentPerhaps = isOnce && error.errcode === null && error.outcome === 'refused';
  if (error.retryable) return again(message, error, v, spentPerhaps);
  if (isOnce || isSecondCard(error)) return refusedOnce(message, v);
  if (way.kind === 'answer' && UNANSWERABLE.includes(error.errcode ?? 0))
    return context.stores.outbox.putOff(ids, { at: v.now, answer: SPENT, spent: true, by });
  await context.stores.outbox.finish(ids, { status: 'dead', answer: error.message, by });
}

/** It may have arrived. A reminder waits for its next stage; what somebody waits for is sent again. */
async function uncertain(message: Message, error: WecomError, v: Attempt): Promise<void> {
  const reminders = message.rows.filter((row) => isReminder(row.about));
  const others = message.rows.filter((row) => !isReminder(row.about));
  await v.context.stores.outbox.finish(
    reminders.map((row) => row._id),
    { status: 'uncertain', answer: error.message, by: v.by },
  );
  if (others.length > 0) await again({ ...message, rows: others }, error, v, true);
}

async function again(message: Message, error: WecomError, v: Attempt, maybeSent = false): Promise<void> {
  const { now, context, by } = v;
  const [first] = message.rows;
  const ids = message.rows.map((row) => row._id);
  if (first && isGivenUp(first, now)) {
    await context.stores.outbox.finish(ids, { status: maybeSent ? 'uncertain' : 'dead', answer: error.message, by });
    return;
  }
  const at = new Date(now.getTime() + pauseAfter(error, first?.attempts ?? 0));
  if (error.errcode === 45009) await coolDown(message.way, at, context.stores.leases);
  await context.stores.outbox.putOff(ids, { at, answer: error.message, maybeSent, by });
  context.bell.ring('outbox', at);
}

/** A limit ends with its window; a platform that is busy or broken is asked ever more rarely. */
function pauseAfter(error: WecomError, attempts: number): number {
  const least = error.retryAfterMs ?? 0;
  return least >= MINUTE_MS ? least : Math.max(least, backoff(attempts));
}

/** A customer takes nothing more for now (微信客服 errcodes). */
function isClosedDesk({ errcode }: WecomError): boolean {
  return errcode !== null && [95001, 95002, 95013, 95018, 84061].includes(errcode);
}

/** Says nothing of an earlier attempt whose outcome is not known: that stays so. */
async function deskClosed({ rows }: Message, { message: answer }: WecomError, v: Attempt): Promise<void> {
  const { outbox } = v.context.stores;
  const [perhaps, not] = [rows.filter((row) => row.maybeSent), rows.filter((row) => !row.maybeSent)];
  await outbox.finish(
    perhaps.map((row) => row._id),
    { status: 'uncertain', answer, by: v.by },
  );
  await outbox.putOff(
    not.map((row) => row._id),
    { at: v.now, answer: SPENT, spent: true, by: v.by },
  );
}

/** What a row says once its response_url, response_code, req_id or card has been refused: its other way is next. */
const SPENT = 'the one-use way was refused';

/** A card is named by its notice (task_id, wecom-protocol 2.8): the platform has had one of this name. */
function isSecondCard({ errcode }: WecomError): boolean {
  return errcode === 42014;
}

/**
 * What works once and is refused after an attempt of unknown outcome did its work then; refused outright it is spent, a card's name
 * by one that reached nobody: the other way is next.
 */
async function refusedOnce(message: Message, v: Attempt): Promise<void> {
  const { outbox } = v.context.stores;
  const delivered = message.rows.filter((row) => row.maybeSent).map((row) => row._id);
  const spent = message.rows.filter((row) => !row.maybeSent).map((row) => row._id);
  await outbox.arrived(delivered, {
    answer: 'refused after an attempt that may have arrived',
    sentAt: v.now,
  });
  await outbox.putOff(spent, { at: v.now, answer: SPENT, spent: true, by: v.by });
}
