import type { FaultQueue } from './faults.ts';

/** Delivers something as the faults of the moment say: once, twice, or only after a later one. */
export type Disorder = <T>(deliver: () => Promise<T>) => Promise<T>;

/** Builds the network between the platform and the service. */
export function buildDisorder(faults: FaultQueue): Disorder {
  const waiting: (() => void)[] = [];
  return async (deliver) => {
    const fault = faults.takeForCallback();
    if (fault === 'afterNext') await new Promise<void>((resolve) => waiting.push(resolve));
    const delivered = await deliver();
    if (fault === 'duplicate') await deliver();
    waiting.shift()?.();
    return delivered;
  };
}
