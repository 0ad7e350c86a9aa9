import type { LeaseStore } from '../store/leases.ts';

/**
 * Works through items one after another while holding a named turn, across processes. Whoever finds the turn taken leaves:
 * the holder looks once more after giving it back, so an item that came meanwhile is never left behind.
 * @param next the oldest item to work on, or null when there is none.
 * @param work must move its item out of the way of `next`, or throw.
 */
export async function inTurn<T>(
  leases: LeaseStore,
  name: string,
  v: { next: () => Promise<T | null>; work: (item: T) => Promise<void> },
): Promise<void> {
  for (;;) {
    const token = await leases.take(name);
    if (!token) return;
    try {
      for (let item = await v.next(); item !== null; item = await v.next()) {
        await v.work(item);
        if (!(await leases.take(name, token))) return;
      }
    } finally {
      await leases.giveBack(name, token);
    }
    if ((await v.next()) === null) return;
  }
}
