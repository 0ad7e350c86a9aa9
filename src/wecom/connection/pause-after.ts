import type { LineEnd } from './line.ts';
import { BAD_CREDENTIALS, findConnectionErrcode } from './read-ack.ts';

const FIRST_MS = 1_000;
const LONGEST_MS = 30_000;

/** Whoever was kicked leaves the place to the other for this long: two that come back at once kick each other for ever. */
export const KICKED_MS = 60_000;

/**
 * How long to wait before a new connection, ms; null: never, since only an operator can mend it. It doubles from one attempt to
 * the next up to 30 s, half of it by chance (`random`, 0 to 1), so that many services do not come back at the same instant.
 */
export function pauseAfter(end: LineEnd, attempts: number, random: number): number | null {
  if (end.why === 'kicked') return KICKED_MS;
  if (end.errcode !== null && end.why === 'refused' && BAD_CREDENTIALS.includes(end.errcode)) return null;
  const doubled = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempts, 10));
  const jittered = doubled * (0.5 + random / 2);
  const asked = end.errcode === null ? null : findConnectionErrcode(end.errcode).retryAfterMs;
  return Math.max(jittered, asked ?? 0);
}
