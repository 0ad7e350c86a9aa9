import { LEADER_BUDGET } from '../../../config/rules.ts';
import { isReminder } from '../../domain/reminding.ts';
import { nextFoldTime } from '../../domain/working-time.ts';
import { isInFlight } from '../../store/outbox-sending.ts';
import type { OutboxRow } from '../../store/outbox-store.ts';
import { sendable } from '../connection/sendable.ts';
import type { Context } from '../context.ts';
import { composeDigest } from '../deliver/digest.ts';
import { leaveTime, mayLeave } from '../deliver/leave-time.ts';
import { isGivenUp, send } from '../deliver/send.ts';
import { wordsOf } from '../deliver/words.ts';
import { findWay } from '../deliver/way.ts';
import { inTurn } from '../in-turn.ts';

/** Delivers what is due for a target in its order, under its turn: a digest is folded once. */
export async function onNotice(row: OutboxRow, context: Context): Promise<void> {
  const { outbox, leases } = context.stores;
  // An answer is the only row of its target: its own lease is turn enough.
  if (row.to.kind === 'reply') return deliver(row, context);
  await inTurn(leases, `target/${row.target}`, {
    next: async () => outbox.nextOf(row.target, await context.clock.now(), sendable(context)),
    work: (next) => deliver(next, context),
  });
}

async function deliver(row: OutboxRow, context: Context): Promise<void> {
  const { outbox } = context.stores;
  if (row.status === 'sending') return isInFlight(row) ? undefined : recover(row, context);
  const [now, world] = await Promise.all([context.clock.now(), context.worlds.current()]);
  // Checked again: a retry, pacing or a new day off may have pushed it out of hours.
  if (!mayLeave(row.class, now, world.calendar)) {
    const at = leaveTime(row.class, now, world.calendar);
    await outbox.putOff([row._id], { at });
    context.bell.ring('outbox', at);
    return;
  }
  const way = await findWay(row, { roster: world.roster, now, context });
  if (way.kind === 'elsewhere') return outbox.leaveForConnection(row._id);
  if (way.kind === 'later') return waitForConnection(row, { now, why: way.why, context });
  if (way.kind === 'none') return outbox.finish([row._id], { status: 'dead', answer: way.why });
  if (row.class === 'digest' || row.class === 'fold') {
    for (const message of await composeDigest(row, { world, now, way, context })) await send(message, now, context);
    return;
  }
  const rendered = await wordsOf(row, { world, now, way, context });
  if ('void' in rendered) return outbox.finish([row._id], { status: 'void', answer: rendered.void });
  if (await isTooMuch(row, now, context)) {
    const at = nextFoldTime(world.calendar, now);
    await outbox.fold(row._id, at);
    return context.bell.ring('outbox', at);
  }
  await send({ rows: [row], text: rendered.text, card: rendered.card ?? null, way }, now, context);
}

const LOOK_AGAIN_MS = 5 * 60_000;

/** As long as anything that does not get through (design.md section 6, When things leave). */
async function waitForConnection(row: OutboxRow, v: { now: Date; why: string; context: Context }): Promise<void> {
  const { now, why, context } = v;
  if (isGivenUp(row, now)) return context.stores.outbox.finish([row._id], { status: 'dead', answer: why });
  const at = new Date(now.getTime() + LOOK_AGAIN_MS);
  await context.stores.outbox.putOff([row._id], { at, answer: why });
  context.bell.ring('outbox', at);
}

const HOUR_MS = 3_600_000;

/**
 * A leader, or anybody by the app, who has had many messages already reads the rest in the next digest. Assignments count, and are always sent: the outside
 * contract promises each its notice (design.md section 6). A report is too long to be folded.
 */
async function isTooMuch(row: OutboxRow, now: Date, { stores }: Context): Promise<boolean> {
  if (
    (row.to.kind !== 'leader' && row.to.kind !== 'person') ||
    row.class === 'now' ||
    row.about.kind === 'report' ||
    row.attempts > 0
  )
    return false;
  const { messages, hours } = LEADER_BUDGET;
  const bucket = `budget/${row.target}`;
  const free = await stores.leases.takeSend({ bucket, limit: messages, windowMs: hours * HOUR_MS, now });
  return free !== null && row.class === 'workHours';
}

/** The process died with this request in flight: a reminder waits for its next stage, anything else is sent again. */
async function recover(row: OutboxRow, context: Context): Promise<void> {
  const { outbox } = context.stores;
  // By whoever holds it as it was read: a sender that was only stalled may have said meanwhile that it has arrived.
  const by = row.sender;
  const answer = 'the sender stopped while the request was in flight';
  if (isReminder(row.about)) return outbox.finish([row._id], { status: 'uncertain', answer, by });
  await outbox.putOff([row._id], { at: await context.clock.now(), answer, maybeSent: true, by });
}
