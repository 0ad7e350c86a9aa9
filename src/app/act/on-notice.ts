import type { World } from '../../domain/decision.ts';
import type { OutboxRow } from '../../store/outbox-store.ts';
import { type Rendered, renderCaseNotice, renderPlainNotice } from '../../render/notice.ts';
import type { Context } from '../context.ts';
import { composeDigest } from '../deliver/digest.ts';
import { leaveTime, mayLeave } from '../deliver/leave-time.ts';
import { send } from '../deliver/send.ts';
import { findWay, type Way } from '../deliver/way.ts';
import { inTurn } from '../in-turn.ts';

/** Delivers what is due for a target, oldest first, under its turn: order is kept and a digest is folded once. */
export async function onNotice(row: OutboxRow, context: Context): Promise<void> {
  const { outbox, leases } = context.stores;
  // An answer is the only row of its target: its own lease is turn enough.
  if (row.to.kind === 'reply') return deliver(row, context);
  await inTurn(leases, `target/${row.target}`, {
    next: async () => outbox.nextOf(row.target, await context.clock.now()),
    work: (next) => deliver(next, context),
  });
}

async function deliver(row: OutboxRow, context: Context): Promise<void> {
  const { outbox } = context.stores;
  if (row.status === 'sending') return recover(row, context);
  const [now, world] = await Promise.all([context.clock.now(), context.worlds.current()]);
  // Checked again: a retry, pacing or a new day off may have pushed it out of hours.
  if (!mayLeave(row.class, now, world.calendar)) {
    const at = leaveTime(row.class, now, world.calendar);
    await outbox.putOff([row._id], { at });
    context.bell.ring('outbox', at);
    return;
  }
  const way = await findWay(row, { roster: world.roster, now, context });
  if (way.kind === 'none') return outbox.finish([row._id], { status: 'dead', answer: way.why });
  if (row.class === 'digest') {
    for (const message of await composeDigest(row, { world, now, way, context })) await send(message, now, context);
    return;
  }
  const rendered = await render(row, { world, now, way, context });
  if ('void' in rendered) return outbox.finish([row._id], { status: 'void', answer: rendered.void });
  await send({ rows: [row], text: rendered.text, way }, now, context);
}

/** The process died with this request in flight: a reminder waits for its next stage, anything else is sent again. */
async function recover(row: OutboxRow, context: Context): Promise<void> {
  const { outbox } = context.stores;
  const answer = 'the sender stopped while the request was in flight';
  if (row.about.kind === 'remind') return outbox.finish([row._id], { status: 'uncertain', answer });
  await outbox.putOff([row._id], { at: await context.clock.now(), answer, maybeSent: true });
}

async function render(
  row: OutboxRow,
  v: { world: World; now: Date; way: Exclude<Way, { kind: 'none' }>; context: Context },
): Promise<Rendered> {
  const { stores } = v.context;
  if (row.about.kind === 'report') {
    const report = await stores.reports.get(row.about.report);
    return report?.text ? { text: report.text } : { void: 'the report has no text' };
  }
  if (row.about.kind === 'unfiledReport' && (await stores.cases.isHeard(row.about.inbox)))
    return { void: 'it has been filed since' };
  if (!row.number) return renderPlainNotice(row.about);
  const doc = await stores.cases.byNumber(row.number);
  if (!doc) return { void: 'its case is gone' };
  const enterpriseOnly = v.way.kind === 'webhook' && v.way.chat.audience === 'enterprise';
  return renderCaseNotice(row.about, doc.snapshot, { ...v.world, now: v.now, to: row.to, enterpriseOnly });
}
