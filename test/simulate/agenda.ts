/** What is going to be done when. */
export interface Agenda {
  /** Puts something down for an instant, or for the next second that is free. */
  add(at: Date, what: () => void | Promise<void>): void;
  /** The next thing to do; null when there is none. */
  next(): Date | null;
  take(): (() => void | Promise<void>) | null;
}

interface Entry {
  at: number;
  what: () => void | Promise<void>;
}

/**
 * Begins empty. Everything gets a second of its own, and never a full minute: there the service's own hours are (the digest, the
 * cut), and what is said at that very instant could be worked on before or after them.
 */
export function buildAgenda(): Agenda {
  const entries: Entry[] = [];
  const taken = new Set<number>();
  return {
    add(at, what) {
      let second = Math.ceil(at.getTime() / 1000);
      while (taken.has(second) || second % 60 === 0) second += 1;
      taken.add(second);
      entries.splice(placeOf(entries, second), 0, { at: second, what });
    },
    next: () => (entries[0] ? new Date(entries[0].at * 1000) : null),
    take: () => entries.shift()?.what ?? null,
  };
}

function placeOf(entries: readonly Entry[], at: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.at ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
