import { createHash } from 'node:crypto';
import { WecomError } from '../../wecom/errors.ts';
import type { OutboxRow } from '../../store/outbox-store.ts';
import { backoff } from '../act/limits.ts';
import type { Context } from '../context.ts';
import { REFUSED, type Way } from './way.ts';

/** A group robot takes 20 messages a minute (消息推送配置说明). Any window of a minute holds for a fixed and a sliding one alike. */
const WEBHOOK_LIMIT = 20;
const MINUTE_MS = 60_000;

/** After this long a notice that never got through is dead. */
const GIVE_UP_MS = 7 * 86_400_000;

export interface Message {
  /** The rows that this one message carries. */
  rows: readonly OutboxRow[];
  text: string;
  way: Exclude<Way, { kind: 'none' }>;
}

/** Sends one message within the platform's limits and writes what became of it on every row it carries. */
export async function send(message: Message, now: Date, context: Context): Promise<void> {
  const ids = message.rows.map((row) => row._id);
  const { outbox } = context.stores;
  const free = await takeSlot(message.way, now, context);
  if (free) {
    await outbox.putOff(ids, { at: free });
    context.bell.ring('outbox', free);
    return;
  }
  await outbox.markSending(ids);
  try {
    await post(message, context);
  } catch (error) {
    await failed(message, error, { now, context });
    return;
  }
  context.metrics.sends.inc({ way: message.way.kind, outcome: 'sent' });
  await outbox.finish(ids, { status: 'sent', answer: 'ok', sentAt: now });
}

async function post(message: Message, context: Context): Promise<void> {
  const { way, text } = message;
  if (way.kind === 'response') await context.wecom.respond(way.url, text);
  else await context.wecom.sendWebhook(way.key, { type: 'markdown', content: text });
}

async function takeSlot(way: Message['way'], now: Date, context: Context): Promise<Date | null> {
  if (way.kind === 'response') return null;
  return context.stores.leases.takeSend({ bucket: bucketOf(way), limit: WEBHOOK_LIMIT, windowMs: MINUTE_MS, now });
}

/** The key is a credential: the bucket is named by its hash. */
function bucketOf(way: Extract<Way, { kind: 'webhook' }>): string {
  return `rate/webhook/${createHash('sha256').update(way.key).digest('hex').slice(0, 16)}`;
}

interface Failure {
  now: Date;
  context: Context;
}

async function failed(message: Message, error: unknown, v: Failure): Promise<void> {
  const { context } = v;
  if (!(error instanceof WecomError)) throw error;
  const { rows, way } = message;
  const ids = rows.map((row) => row._id);
  context.metrics.sends.inc({ way: way.kind, outcome: error.outcome });
  context.log.warn({ err: error.toJSON(), target: rows[0]?.target, notices: ids }, 'a message did not get through');
  if (error.outcome === 'unknown') return uncertain(message, error, v);
  // A gateway's 5xx does not say whether the one-use link was spent on the way.
  const spentPerhaps = way.kind === 'response' && error.errcode === null && error.outcome === 'refused';
  if (error.retryable) return again(message, error, v, spentPerhaps);
  if (way.kind === 'response') return refusedResponse(message, v);
  await context.stores.outbox.finish(ids, { status: 'dead', answer: error.message });
}

/** It may have arrived. A reminder waits for its next stage; what somebody waits for is sent again. */
async function uncertain(message: Message, error: WecomError, v: Failure): Promise<void> {
  const reminders = message.rows.filter((row) => row.about.kind === 'remind');
  const others = message.rows.filter((row) => row.about.kind !== 'remind');
  await v.context.stores.outbox.finish(
    reminders.map((row) => row._id),
    { status: 'uncertain', answer: error.message },
  );
  if (others.length > 0) await again({ ...message, rows: others }, error, v, true);
}

async function again(message: Message, error: WecomError, v: Failure, maybeSent = false): Promise<void> {
  const { now, context } = v;
  const [first] = message.rows;
  const ids = message.rows.map((row) => row._id);
  if (first && now.getTime() - first.createdAt.getTime() > GIVE_UP_MS) {
    await context.stores.outbox.finish(ids, { status: maybeSent ? 'uncertain' : 'dead', answer: error.message });
    return;
  }
  const at = new Date(now.getTime() + pauseAfter(error, first?.attempts ?? 0));
  if (error.errcode === 45009 && message.way.kind === 'webhook')
    await context.stores.leases.block(bucketOf(message.way), at);
  await context.stores.outbox.putOff(ids, { at, answer: error.message, maybeSent });
  context.bell.ring('outbox', at);
}

/** A limit ends with its window; a platform that is busy or broken is asked ever more rarely. */
function pauseAfter(error: WecomError, attempts: number): number {
  const least = error.retryAfterMs ?? 0;
  return least >= MINUTE_MS ? least : Math.max(least, backoff(attempts));
}

/** A link that is refused after an attempt of unknown outcome did its work then; one refused outright is spent: the other way is next. */
async function refusedResponse(message: Message, v: Failure): Promise<void> {
  const { outbox } = v.context.stores;
  const delivered = message.rows.filter((row) => row.maybeSent).map((row) => row._id);
  const spent = message.rows.filter((row) => !row.maybeSent).map((row) => row._id);
  await outbox.finish(delivered, {
    status: 'sent',
    answer: 'refused after an attempt that may have arrived',
    sentAt: v.now,
  });
  await outbox.putOff(spent, { at: v.now, answer: REFUSED });
}
