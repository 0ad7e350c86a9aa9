import { type Category, CONFIDENTIAL_CATEGORIES, SURE_CATEGORY } from '../../../config/rules.ts';
import { parseTime, type SaidAt } from './deadline/parse-deadline.ts';
import { toHalfWidth } from './fold-text.ts';
import { KEYWORDS } from './category/keywords.ts';
import type { FieldReason, Intent, ProblemReading, Reading, Speaker, Urgency } from './reading.ts';
import { isOfficial } from './speaker.ts';

/** What a language model makes of a message; a proposal, checked here field by field against the words. */
export interface Opinion {
  intent: Intent;
  problems: {
    enterprise: string | null;
    summary: string;
    category: Category;
    deadline: { date: string | null; expr: string | null } | null;
    contact: string | null;
    urgency: Urgency;
  }[];
}

const CONFIDENTIAL_WORDS = CONFIDENTIAL_CATEGORIES.flatMap((category) =>
  category === '其他' ? [] : KEYWORDS[category].map(([, words]) => new RegExp(words)),
);

/**
 * True when a message may be shown to a model outside and its view would help: an enterprise's report, question or unclear words.
 * Never what speaks of officials' conduct, answers the survey, commands, or speaks of a case.
 */
export function isForSecondOpinion(reading: Reading, speaker: Speaker): boolean {
  if (isOfficial(speaker) || reading.word || reading.rating || reading.numbers.length > 0) return false;
  if (speaksOfConduct(reading.text, reading.problems)) return false;
  return reading.intent === 'report' || reading.intent === 'query' || reading.because.rule === 'nothing';
}

/** True when words or their category are for the office alone: any word of officials' conduct is enough. */
export function speaksOfConduct(text: string, problems: readonly Pick<ProblemReading, 'category'>[]): boolean {
  if (problems.some(({ category }) => CONFIDENTIAL_CATEGORIES.includes(category))) return true;
  const half = toHalfWidth(text);
  return CONFIDENTIAL_WORDS.some((words) => words.test(half));
}

/** True when only the model sees a report: then the words are read once more as one. A report is never unmade. */
export function seesReport(reading: Reading, opinion: Opinion): boolean {
  return reading.intent !== 'report' && opinion.intent === 'report' && opinion.problems.length > 0;
}

/** The rules' reading of a report with what the model knows better: only where the rules are unsure, and only words that stand in the text. */
export function withOpinion(reading: Reading, opinion: Opinion, at: SaidAt): Reading {
  const { problems } = reading;
  if (opinion.intent !== 'report' || opinion.problems.length !== problems.length) return reading;
  return { ...reading, problems: problems.map((problem, i) => improved(problem, opinion.problems[i], at)) };
}

function improved(problem: ProblemReading, view: Opinion['problems'][number] | undefined, at: SaidAt): ProblemReading {
  if (!view) return problem;
  const changes: Partial<ProblemReading>[] = [
    categoryFrom(problem, view.category),
    nameFrom('enterprise', problem, view.enterprise),
    nameFrom('contact', problem, view.contact),
    deadlineFrom(problem, view.deadline, at),
  ];
  return changes.reduce<ProblemReading>((read, change) => ({ ...read, ...change }), problem);
}

/** What the model calls confidential is treated so; otherwise it decides where the rules hardly knew. */
function categoryFrom(problem: ProblemReading, category: Category): Partial<ProblemReading> {
  const isSecret = CONFIDENTIAL_CATEGORIES.includes(category);
  if (category === problem.category || (!isSecret && problem.confidence >= SURE_CATEGORY)) return {};
  return { category, confidence: SURE_CATEGORY, because: reasoned(problem, { field: 'category', words: [] }) };
}

function nameFrom(
  field: 'enterprise' | 'contact',
  problem: ProblemReading,
  name: string | null,
): Partial<ProblemReading> {
  if (problem[field] || !name || !problem.text.includes(name)) return {};
  return { [field]: name, because: reasoned(problem, { field, words: [name] }) };
}

/** The model may point at words that mean a term; what day they mean is counted here, and the two must agree. */
function deadlineFrom(
  problem: ProblemReading,
  view: { date: string | null; expr: string | null } | null,
  at: SaidAt,
): Partial<ProblemReading> {
  if (problem.deadline || !view?.expr || !problem.text.includes(view.expr)) return {};
  const deadline = parseTime(view.expr, at);
  if (!deadline?.date || (view.date && view.date !== deadline.date)) return {};
  return { deadline, because: reasoned(problem, { field: 'deadline', words: [view.expr] }) };
}

function reasoned(problem: ProblemReading, reason: Pick<FieldReason, 'field' | 'words'>): FieldReason[] {
  return [...problem.because.filter(({ field }) => field !== reason.field), { ...reason, rule: 'model' }];
}
