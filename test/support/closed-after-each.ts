import { afterEach } from 'vitest';

/** The same opener, but what it opens in a test is closed after it. */
export function closedAfterEach<A extends unknown[], T extends { close(): Promise<unknown> }>(
  open: (...given: A) => Promise<T>,
): (...given: A) => Promise<T> {
  let opened: T[] = [];
  afterEach(async () => {
    await Promise.all(opened.map((one) => one.close()));
    opened = [];
  });
  return async (...given) => {
    const one = await open(...given);
    opened.push(one);
    return one;
  };
}
