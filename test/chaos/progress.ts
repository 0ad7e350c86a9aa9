/** A count that others wait for. */
export interface Progress {
  add(): void;
  /** Resolves when so many have been counted. */
  reach(count: number): Promise<void>;
}

/** Begins at 0. */
export function buildProgress(): Progress {
  let count = 0;
  const waiting: { at: number; go: () => void }[] = [];
  return {
    add() {
      count += 1;
      for (const one of waiting) if (one.at <= count) one.go();
    },
    reach: (at) => (at <= count ? Promise.resolve() : new Promise((go) => waiting.push({ at, go }))),
  };
}
