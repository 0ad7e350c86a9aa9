import type { Context } from '../app/context.ts';
import { earliestDue } from '../store/waiting.ts';

/** True when nothing can be done at the current clock: no document due, nobody at work, no due time on an old calendar. */
export async function isIdle(context: Context): Promise<boolean> {
  const { inbox, cases, reports, outbox, leases } = context.stores;
  const [now, world] = await Promise.all([context.clock.now(), context.worlds.current()]);
  const due = await Promise.all([
    earliestDue(inbox.model, now),
    earliestDue(cases.model, now),
    earliestDue(reports.model, now),
    earliestDue(outbox.model, now),
  ]);
  if (due.some((instant) => instant !== null)) return false;
  if (await leases.anyTaken()) return false;
  return (await cases.stale(world.calendar.version, 1)).length === 0;
}
