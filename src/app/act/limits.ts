/** How many lines of a list a chat message holds; the rest is counted. */
export const TITLES_LIMIT = 10;

/** How many cases one 确认催办 urges; the most urgent first. */
export const URGED_AT_ONCE = 200;

/** How many cases a leader's 我的企业 counts. */
export const COUNTED_LIMIT = 1_000;

/** Among how many rulings on a 退回, the latest ones, those alike are looked for. */
export const RULED_LIMIT = 300;

/** How often a message is tried before its sender and the office are told that it failed. */
export const INBOX_ATTEMPTS = 5;

/** Wait before attempt n+1 of something that failed: 2 s, 10 s, 1 min, 5 min, 30 min and so on. */
export function backoff(attempts: number): number {
  return [2_000, 10_000, 60_000, 300_000][attempts] ?? 1_800_000;
}
