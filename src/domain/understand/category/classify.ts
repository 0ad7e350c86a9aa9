import { CATEGORIES, type Category, CONFIDENTIAL_CATEGORIES } from '../../../../config/rules.ts';
import type { FieldReason } from '../reading.ts';
import { KEYWORDS } from './keywords.ts';
import type { Lessons } from './lessons.ts';

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

/** A category, how surely the words speak for it (0..1), and why. */
export interface CategoryReading {
  category: Category;
  confidence: number;
  because: FieldReason;
}

/** The category that the words of a problem speak for most; what the office has corrected in a like case comes first; 其他 when nothing speaks. */
export function classify(text: string, lessons?: Lessons): CategoryReading {
  const byWords = classifyByWords(text);
  const lesson = lessons?.recall(text);
  // A lesson never opens what the words call confidential.
  if (!lesson || CONFIDENTIAL_CATEGORIES.includes(byWords.category)) return byWords;
  const { category, likeness, number } = lesson;
  return { category, confidence: likeness, because: { field: 'category', rule: 'lesson', words: [number] } };
}

function classifyByWords(text: string): CategoryReading {
  const [best, second] = [...votesFor(text)].sort((a, b) => b[1].score - a[1].score);
  if (!best || best[1].score <= ENOUGH) {
    return { category: '其他', confidence: 0, because: { field: 'category', rule: 'noWords', words: [] } };
  }
  const [category, { score, words }] = best;
  const confidence = Math.round((score / (score + (second?.[1].score ?? 0) + 1)) * 100) / 100;
  return { category, confidence, because: { field: 'category', rule: 'words', words } };
}

const ANY_WORD = new RegExp(VOTES.map(({ pattern }) => pattern.source).join('|'));

/** True when some word of a text belongs to a category: then it is about an enterprise's matters. */
export function speaksOfMatters(text: string): boolean {
  return ANY_WORD.test(text);
}

interface Voice {
  score: number;
  words: string[];
}

/** How strongly a text speaks for each category, and by which words; those it doesn't speak for are left out. */
function votesFor(text: string): Map<Category, Voice> {
  const voices = new Map<Category, Voice>();
  for (const { category, weight, pattern } of VOTES) {
    const distinct = new Set<string>();
    for (const match of text.matchAll(pattern)) {
      distinct.add(match[0]);
      if (distinct.size === COUNTED) break;
    }
    if (distinct.size === 0) continue;
    const voice = voices.get(category) ?? { score: 0, words: [] };
    voice.score += weight * (1 + (distinct.size - 1) * 0.6);
    voice.words.push(...distinct);
    voices.set(category, voice);
  }
  return voices;
}

/** The category that a text names outright; null when it names none. */
export function namedCategory(text: string): Category | null {
  return CATEGORIES.find((category) => text.includes(category)) ?? null;
}
