import type { Context } from '../app/context.ts';
import { drainAll } from '../app/loop.ts';
import { isIdle } from './idle.ts';
import { nextDue } from './next-due.ts';

/** How long a move waits for other processes' work before it looks again, machine time. */
const OTHERS_MS = 5;

/** A move that would be backwards in time: real people's deadlines never are. */
export class BackwardsMove extends Error {
  constructor(now: Date) {
    super(`the clock stands at ${now.toISOString()} and moves forward only`);
    this.name = 'BackwardsMove';
  }
}

/**
 * Moves the clock to `target` through every instant at which something falls due, in order, finishing all that can be done at each.
 * With `skip` it jumps, as an outage would, and only then does what is due.
 * @throws BackwardsMove when `target` is before the clock, which the first setting may be.
 */
export async function moveClock(v: { target: Date; skip: boolean; context: Context }): Promise<void> {
  const { target, skip, context } = v;
  const stands = await context.stores.clock.read();
  if (stands && target < stands) throw new BackwardsMove(stands);
  if (!stands) await begin(target, context);
  else if (skip) await context.stores.clock.set(target);
  else await stepThrough(stands, target, context);
  await context.onClockMoved?.();
  await settle(context);
}

/** The first setting: from here on the clock stands still, and the week that waits for its cut is the one of then. */
async function begin(target: Date, context: Context): Promise<void> {
  await context.stores.reports.dropWaiting();
  await context.stores.clock.set(target);
}

async function stepThrough(from: Date, target: Date, context: Context): Promise<void> {
  await settle(context);
  for (let now = from; now < target; ) {
    // What is still due at `now` has failed to settle: it must not hold up the clock for ever.
    const due = await nextDue({ after: now, until: target }, context);
    now = due ?? target;
    await context.stores.clock.set(now);
    await context.onClockMoved?.();
    await settle(context);
    if (!due) return;
  }
}

/** Longest wait for one instant, machine time: what keeps failing must not hang whoever moves the clock. */
const SETTLE_MS = 60_000;

/** Works until nothing more can be done at the present instant, this process's work and the others'. */
async function settle(context: Context): Promise<void> {
  for (const deadline = Date.now() + SETTLE_MS; Date.now() < deadline; ) {
    const done = await drainAll(context);
    if (await isIdle(context)) return;
    if (done > 0) continue;
    await new Promise((resolve) => setTimeout(resolve, OTHERS_MS));
  }
}
