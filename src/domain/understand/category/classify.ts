import { CATEGORIES, type Category } from '../../../../config/rules.ts';
import { KEYWORDS } from './keywords.ts';

interface Vote {
  category: Category;
  weight: number;
  pattern: RegExp;
}

const VOTES: readonly Vote[] = CATEGORIES.filter((c) => c !== '其他').flatMap((category) =>
  KEYWORDS[category].map(([weight, words]) => ({ category, weight, pattern: new RegExp(words, 'g') })),
);

/** Words tell less the more often they are repeated, and a long story does not outvote the matter itself. */
const COUNTED = 3;
/** One usual word alone does not settle a category. */
const ENOUGH = 2;

/** The category that the words of a problem speak for most; 其他 when none of them does. */
export function classify(text: string): Category {
  const scores = scoreCategories(text);
  const [best] = [...scores].sort((a, b) => b[1] - a[1]);
  return best && best[1] > ENOUGH ? best[0] : '其他';
}

/** How strongly a text speaks for each category; those it doesn't speak for are left out. */
export function scoreCategories(text: string): Map<Category, number> {
  const scores = new Map<Category, number>();
  for (const { category, weight, pattern } of VOTES) {
    const distinct = new Set<string>();
    for (const match of text.matchAll(pattern)) {
      distinct.add(match[0]);
      if (distinct.size === COUNTED) break;
    }
    if (distinct.size > 0) scores.set(category, (scores.get(category) ?? 0) + weight * (1 + (distinct.size - 1) * 0.6));
  }
  return scores;
}

/** The category that a text names outright; null when it names none. */
export function namedCategory(text: string): Category | null {
  return CATEGORIES.find((category) => text.includes(category)) ?? null;
}
