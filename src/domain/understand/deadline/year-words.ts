import type { Day } from '../../day.ts';
import { partsOf } from './calendar.ts';
import { parseNumeral } from './numerals.ts';

/** Matches a year in figures or relative words; named group `year`. */
export const YEAR = String.raw`(?<year>(?<!\d)(?:20\d\d|19\d\d)年?|(?<!\d)\d\d年|[一二][九〇零][〇零一二三四五六七八九]{2}年|今年|本年度?|当年|这一?年|明年|来年|次年|后年|去年|前年)`;

const OFFSETS: readonly (readonly [RegExp, number])[] = [
  [/^(?:今|本|当|这)/, 0],
  [/^(?:明|来|次)/, 1],
  [/^后/, 2],
  [/^去/, -1],
  [/^前/, -2],
];

/** The year that a match of `YEAR` means; null when it is none. */
export function readYear(words: string, today: Day): number | null {
  const relative = OFFSETS.find(([pattern]) => pattern.test(words));
  if (relative) return partsOf(today)[0] + relative[1];
  const value = parseNumeral(words.replace('年', ''));
  if (value === null) return null;
  return value < 100 ? 2000 + value : value;
}
