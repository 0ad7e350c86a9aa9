import { createHash } from 'node:crypto';
import type { LeaseStore } from '../../store/leases.ts';
import type { SendWay } from './way.ts';

export const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

interface Limit {
  bucket: string;
  limit: number;
  windowMs: number;
}

/**
 * What a way allows. Any window of a minute holds for a fixed and a sliding one alike. A group robot takes 20 messages a minute
 * (消息推送配置说明). A member gets 30 a minute and 1,000 an hour of an app, and more is dropped in silence (访问频率限制); a
 * conversation takes as many of the smart bot, answers and pushes together (智能机器人长连接).
 */
function limitsOf(way: SendWay): Limit[] {
  if (way.kind === 'webhook') return [{ bucket: bucketOf(way), limit: 20, windowMs: MINUTE_MS }];
  // Customers of 微信客服 are counted with their conversation.
  if (way.kind === 'response' || way.kind === 'card' || way.kind === 'kf') return [];
  const bucket = bucketOf(way);
  return [
    { bucket, limit: 30, windowMs: MINUTE_MS },
    { bucket: `${bucket}/hour`, limit: 1_000, windowMs: HOUR_MS },
  ];
}

/** Takes one send of every limit of a way, across processes; null when it may leave, else when to try again. */
export async function takeSlot(way: SendWay, now: Date, leases: LeaseStore): Promise<Date | null> {
  const cooling = await leases.blockedUntil(coolName(way));
  if (cooling && cooling > now) return cooling;
  for (const limit of limitsOf(way)) {
    const free = await leases.takeSend({ ...limit, now });
    if (free) return free;
  }
  return null;
}

/** Counts a send from its answer: a minute that began with a slow one would else end too early, and more would arrive in it than the platform takes. */
export async function countFromAnswer(
  way: SendWay,
  v: { taken: Date; answered: Date },
  leases: LeaseStore,
): Promise<void> {
  if (v.answered <= v.taken) return;
  for (const { bucket } of limitsOf(way)) await leases.countFrom(bucket, v);
}

/** The platform has said 45009: nothing leaves by this webhook, in this conversation, or by this interface of the app before `until`. */
export async function coolDown(way: SendWay, until: Date, leases: LeaseStore): Promise<void> {
  await leases.block(coolName(way), until);
}

function coolName(way: SendWay): string {
  const isApi = way.kind === 'app' || way.kind === 'card' || way.kind === 'response' || way.kind === 'kf';
  return isApi ? `rate/${way.kind}` : bucketOf(way);
}

/** The key is a credential: the bucket is named by its hash. */
function bucketOf(way: Exclude<SendWay, { kind: 'response' | 'card' | 'kf' }>): string {
  if (way.kind === 'app') return `rate/app/${way.userid}`;
  if (way.kind !== 'webhook') return `rate/bot/${way.conversation}`;
  return `rate/webhook/${createHash('sha256').update(way.key).digest('hex').slice(0, 16)}`;
}
