import type { Config } from '../../config/env.ts';
import type { Stores } from './context.ts';

/** Business time: what deadlines, terms and texts go by. Machine time is for leases and order of receipt alone. */
export interface Clock {
  now(): Promise<Date>;
  /** What it showed last, for when it cannot be read: in a sandbox it lives in the database. */
  shownLast(): Date;
}

/** The machine's clock; in a sandbox the stored one once it has been set. */
export function buildClock(config: Pick<Config, 'sandbox'>, stores: Pick<Stores, 'clock'>): Clock {
  if (!config.sandbox) return { now: async () => new Date(), shownLast: () => new Date() };
  let stood: Date | null = null;
  return {
    async now() {
      stood = await stores.clock.read();
      return stood ?? new Date();
    },
    shownLast: () => stood ?? new Date(),
  };
}
