import { bigramsOf } from './company/similarity.ts';

/** So much of the shorter text stands in the longer one that it is told again. */
const SAME = 0.7;

/** True when one text tells again what the other told: a report sent anew with the name put before it. */
export function sameWords(a: string, b: string): boolean {
  const [shorter = '', longer = ''] = [a, b].toSorted((x, y) => x.length - y.length);
  const pairs = bigramsOf(shorter);
  const known = new Set(bigramsOf(longer));
  return pairs.length > 2 && pairs.filter((pair) => known.has(pair)).length / pairs.length >= SAME;
}
