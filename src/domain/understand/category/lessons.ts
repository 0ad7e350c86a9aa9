import type { Category } from '../../../../config/rules.ts';
import { bigramsOf } from '../company/similarity.ts';
import { toHalfWidth } from '../fold-text.ts';

/** A category that the office has put right, and the words of the problem it was about. */
export interface Lesson {
  /** The case that was corrected: it is named as the reason. */
  number: string;
  text: string;
  category: Category;
}

/** The lesson nearest to a text, 0..1 alike. */
export interface Recalled {
  number: string;
  category: Category;
  likeness: number;
}

/** What the office's corrections have taught, made ready for look-up. Pure data: the same lessons recall the same. */
export interface Lessons {
  recall(text: string): Recalled | null;
}

/** Less alike than this is another matter. */
const ENOUGH = 0.45;
/** What a lesson keeps of its text, and a look-up of a message: the matter stands at the beginning. */
const READ = 160;

interface Learned {
  lesson: Lesson;
  pairs: ReadonlySet<string>;
  weight: number;
}

/**
 * Builds the look-up. A text is as like a lesson as the pairs of signs that they share, each weighted by how rare it is among
 * the lessons; so a correction reaches the messages that speak of the same matter and no others, and can be named as the reason.
 */
export function learn(lessons: readonly Lesson[]): Lessons {
  const withPairs = lessons.map((lesson) => ({ lesson, pairs: pairsOf(lesson.text) }));
  const holders = new Map<string, number[]>();
  for (const [index, { pairs }] of withPairs.entries()) {
    for (const pair of pairs) holders.set(pair, [...(holders.get(pair) ?? []), index]);
  }
  // A pair that no lesson holds weighs like one that a single lesson holds: it is no rarer for being unheard of.
  const rarity = (pair: string): number => Math.log(1 + lessons.length / Math.max(1, holders.get(pair)?.length ?? 0));
  const weightOf = (pairs: ReadonlySet<string>): number =>
    Math.sqrt([...pairs].reduce((sum, pair) => sum + rarity(pair) ** 2, 0));
  const learned: Learned[] = withPairs.map((entry) => ({ ...entry, weight: weightOf(entry.pairs) }));
  return {
    recall(text) {
      const pairs = pairsOf(text);
      const shared = new Map<number, number>();
      for (const pair of pairs) {
        for (const index of holders.get(pair) ?? []) shared.set(index, (shared.get(index) ?? 0) + rarity(pair) ** 2);
      }
      return nearest(shared, learned, weightOf(pairs));
    },
  };
}

/** Among equals the later lesson: the office may have changed its mind. */
function nearest(shared: ReadonlyMap<number, number>, learned: readonly Learned[], weight: number): Recalled | null {
  let best: Recalled | null = null;
  for (const [index, sum] of [...shared].toSorted(([a], [b]) => a - b)) {
    const entry = learned[index];
    if (!entry) continue;
    const likeness = sum / (weight * entry.weight || 1);
    if (likeness < ENOUGH || (best && likeness < best.likeness)) continue;
    best = { number: entry.lesson.number, category: entry.lesson.category, likeness: Math.round(likeness * 100) / 100 };
  }
  return best;
}

/** Figures and signs tell nothing of the matter. */
function pairsOf(text: string): ReadonlySet<string> {
  const runs = toHalfWidth(text.slice(0, READ)).match(/[\u4e00-\u9fa5A-Za-z]{2,}/g) ?? [];
  return new Set(runs.flatMap((run) => bigramsOf(run)));
}
