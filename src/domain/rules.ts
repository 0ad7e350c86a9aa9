import {
  CATEGORIES,
  CATEGORY_GRADE,
  type Category,
  type Grade,
  RULES_VERSION,
  TERM_WORKDAYS,
} from '../../config/rules.ts';
import type { Snapshot } from './case.ts';

/** One version of the rules by which terms are set. A version never changes: the next one takes its place. */
export interface Rules {
  version: number;
  /** In force for what is accepted from this instant on. */
  from: Date;
  /** Term of each grade, working days. */
  terms: Record<Grade, number>;
  /** Grade of each category; unlisted ones are `general`. */
  grades: Partial<Record<Category, Grade>>;
}

/** The rules of config/rules.ts, which hold until the office sets others. */
export const FIRST_RULES: Rules = {
  version: RULES_VERSION,
  from: new Date(0),
  terms: TERM_WORKDAYS,
  grades: CATEGORY_GRADE,
};

/** Every version of the rules. */
export interface RuleBook {
  /** The oldest first. */
  versions: readonly Rules[];
  /** The rules in force at an instant: of those that have begun the latest set. */
  at(instant: Date): Rules;
  /** The rules that a case counts by: those pinned at its acceptance, before it those in force. */
  of(snapshot: Pick<Snapshot, 'rulesVersion'>, instant: Date): Rules;
}

/** The versions that were set, after the first one. */
export function buildRuleBook(later: readonly Rules[] = []): RuleBook {
  const versions = [FIRST_RULES, ...later.toSorted((a, b) => a.version - b.version)];
  const at = (instant: Date) => versions.findLast(({ from }) => from <= instant) ?? FIRST_RULES;
  return {
    versions,
    at,
    of({ rulesVersion }, instant) {
      if (rulesVersion === null) return at(instant);
      const pinned = versions.find(({ version }) => version === rulesVersion);
      if (!pinned) throw new Error(`rules version ${rulesVersion} is pinned by a case and not stored`);
      return pinned;
    },
  };
}

/** A version with the categories of each grade, in the order of every list, for whoever reads it. */
export function rulesInWords(rules: Rules): Rules & { categories: Partial<Record<Grade, Category[]>> } {
  const of = (grade: string) => CATEGORIES.filter((category) => gradeOf(category, rules) === grade);
  return { ...rules, categories: Object.fromEntries(Object.keys(rules.terms).map((grade) => [grade, of(grade)])) };
}

/** The grade a category starts with. */
export function gradeOf(category: Category, rules: Rules): Grade {
  return rules.grades[category] ?? 'general';
}

/** The term of a category's grade, working days. */
export function termOf(category: Category, rules: Rules): number {
  return rules.terms[gradeOf(category, rules)];
}
