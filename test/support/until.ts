import { setTimeout as delay } from 'node:timers/promises';

const LOOK_MS = 15;

/**
 * Looks again and again until there is something to see. What is waited for is a state, never a time.
 * @throws Error naming what did not come within the patience.
 */
export async function until<T>(
  what: string,
  look: () => Promise<T | null | false> | T | null | false,
  patienceMs = 45_000,
): Promise<T> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const found = await look();
    if (found !== null && found !== false) return found;
    if (performance.now() > deadline) throw new Error(`waited ${patienceMs} ms in vain for: ${what}`);
    await delay(LOOK_MS);
  }
}
