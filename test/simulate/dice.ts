import { randomFrom } from '../support/random.ts';

/** Numbers in [0, 1). */
export type Dice = () => number;

/**
 * The dice of one matter: the same seed and names give the same throws, whatever else was thrown before. One common stream would
 * tell another year as soon as two notices of the same instant arrived the other way round.
 */
export function diceFor(seed: number, ...about: readonly (string | number)[]): Dice {
  let hash = 0x811c9dc5 ^ seed;
  for (const sign of about.join('/')) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  const random = randomFrom(hash);
  // The first throws of near seeds are alike.
  random();
  return random;
}

/** One of several, each as often as its weight says. @throws RangeError when there is none. */
export function choose<T>(dice: Dice, weighted: readonly (readonly [number, T])[]): T {
  const total = weighted.reduce((sum, [weight]) => sum + weight, 0);
  let left = dice() * total;
  for (const [weight, item] of weighted) {
    left -= weight;
    if (left < 0) return item;
  }
  throw new RangeError('nothing to choose from');
}

/** A number from `from` up to `to`. */
export function between(dice: Dice, from: number, to: number): number {
  return from + dice() * (to - from);
}
