import type { FoldedText } from '../fold-text.ts';
import { ABSOLUTE_RULES } from './absolute.ts';
import type { Expression, TimeContext, TimeRule } from './expression.ts';
import { FESTIVAL_RULES } from './festivals.ts';
import { PERIOD_RULES } from './periods.ts';
import { RELATIVE_RULES } from './relative.ts';
import { TERM_RULES } from './terms.ts';
import { VAGUE_RULES } from './vague.ts';

const RULES: readonly TimeRule[] = [
  ...ABSOLUTE_RULES,
  ...RELATIVE_RULES,
  ...PERIOD_RULES,
  ...TERM_RULES,
  ...FESTIVAL_RULES,
  ...VAGUE_RULES,
];

/** More times than this in one message are a table, not a wish. */
const MAX_PER_RULE = 40;

/** All that a text says about time, in order; of two overlapping readings the longer one. */
export function findExpressions(folded: FoldedText, context: TimeContext): Expression[] {
  const found = RULES.flatMap((rule) => matchesOf(rule, folded.text, context));
  const taken: Expression[] = [];
  for (const expression of found.sort((a, b) => b.end - b.start - (a.end - a.start))) {
    if (!taken.some((other) => expression.start < other.end && other.start < expression.end)) taken.push(expression);
  }
  return taken.sort((a, b) => a.start - b.start);
}

function matchesOf(rule: TimeRule, text: string, context: TimeContext): Expression[] {
  const expressions: Expression[] = [];
  let seen = 0;
  for (const match of text.matchAll(rule.pattern)) {
    seen += 1;
    if (seen > MAX_PER_RULE) break;
    const meaning = rule.read(match.groups ?? {}, context);
    if (!meaning) continue;
    const start = match.index;
    const end = start + match[0].length;
    const none = { date: null, days: null, workdays: null, rolled: false };
    expressions.push({ ...none, kind: rule.kind, ...meaning, start, end });
  }
  return expressions;
}
