import { CATEGORIES, type Category, type Grade, LONGEST_TERM_WORKDAYS } from '../../config/rules.ts';
import { GRADES } from '../../config/texts/lists.ts';
import type { Rules } from './rules.ts';

/** Grades from the easiest on: a harder one never has less time. */
const GRADE_ORDER = Object.keys(GRADES) as Grade[];

type Changed = Pick<Rules, 'terms' | 'grades'>;

/**
 * The rules after settings like `simple=4`, `简单=4` (working days of a grade) or `税费=complex` (grade of a category).
 * @throws Error with a sentence for the operator when a setting makes no sense.
 */
export function changeRules(rules: Changed, settings: readonly string[]): Changed {
  const changed = settings.reduce(withSetting, { terms: rules.terms, grades: rules.grades });
  const late = GRADE_ORDER.find((grade, i) => changed.terms[grade] < changed.terms[GRADE_ORDER[i - 1] ?? grade]);
  if (late) throw new Error(`${late} (${GRADES[late]}) would have less time than an easier grade`);
  const isSame = [
    ...GRADE_ORDER.map((grade) => changed.terms[grade] === rules.terms[grade]),
    ...CATEGORIES.map((category) => changed.grades[category] === rules.grades[category]),
  ].every(Boolean);
  if (isSame) throw new Error('nothing would change');
  return changed;
}

function withSetting(rules: Changed, setting: string): Changed {
  const [name = '', value = ''] = setting.split('=');
  const grade = findGrade(name);
  if (grade) return { ...rules, terms: { ...rules.terms, [grade]: workdaysOf(value, setting) } };
  const category = CATEGORIES.find((known): known is Category => known === name);
  if (!category) throw new Error(`${setting}: ${name} is neither a grade (${names()}) nor a category`);
  const to = findGrade(value);
  if (!to) throw new Error(`${setting}: ${value} is no grade (${names()})`);
  return { ...rules, grades: { ...rules.grades, [category]: to } };
}

function workdaysOf(value: string, setting: string): number {
  const workdays = /^\d{1,3}$/.test(value) ? Number(value) : 0;
  if (workdays >= 1 && workdays <= LONGEST_TERM_WORKDAYS) return workdays;
  throw new Error(`${setting}: a term is 1 to ${LONGEST_TERM_WORKDAYS} working days`);
}

function findGrade(name: string): Grade | undefined {
  return GRADE_ORDER.find((grade) => grade === name || GRADES[grade] === name);
}

function names(): string {
  return GRADE_ORDER.map((grade) => `${grade} ${GRADES[grade]}`).join(', ');
}
