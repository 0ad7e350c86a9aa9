import type { Context } from '../app/context.ts';
import { nextDue } from './next-due.ts';

/** True when nothing can be done at the current clock: no document due, nobody at work, no due time on an old calendar. */
export async function isIdle(context: Context): Promise<boolean> {
  const { cases, instructions, leases } = context.stores;
  const [now, world] = await Promise.all([context.clock.now(), context.worlds.current()]);
  if (await nextDue({ until: now }, context)) return false;
  if (await leases.anyTaken()) return false;
  const { version } = world.calendar;
  const stale = await Promise.all([cases.stale(version, 1), instructions.stale(version, 1)]);
  return stale.flat().length === 0;
}
