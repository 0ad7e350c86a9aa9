import * as texts from '../../config/texts/evidence.ts';
import { dayText } from '../../config/texts/format.ts';
import type { DeadlineReading, ProblemReading, Reading } from './understand/reading.ts';

/** Why a message was or was not taken as a report, and which words led to each field, in the office's language. */
export function explainReading(reading: Reading): string {
  const { rule, signs } = reading.because;
  const fields = reading.problems.flatMap((problem, index) => explainProblem(problem, index, reading.problems.length));
  return [texts.intentLine({ intent: reading.intent, rule }), ...texts.signLines(signs), ...fields].join('\n');
}

/** 依据 BQ-…: what led to the fields of one case; what was corrected since is said with the case. */
export function explainCase(v: {
  number: string;
  subject: string;
  reading: Reading;
  problem: number;
  corrected: { category: string } | null;
}): string {
  const { reading } = v;
  const problem = reading.problems[v.problem];
  return [
    texts.caseTitle({ number: v.number }),
    texts.intentLine({ intent: reading.intent, rule: reading.because.rule }),
    ...texts.signLines(reading.because.signs),
    ...(problem ? [] : [texts.filedLater()]),
    texts.subjectLine(v),
    ...(problem ? explainProblem(problem, 0, 1) : []),
    ...(v.corrected ? [texts.correctedLine(v.corrected)] : []),
  ].join('\n');
}

function explainProblem(problem: ProblemReading, index: number, of: number): string[] {
  const values: Record<(typeof problem.because)[number]['field'], string> = {
    enterprise: problem.enterprise ?? '',
    respondent: problem.respondent ?? '',
    category: problem.category,
    deadline: deadlineText(problem.deadline),
    contact: problem.contact ?? '',
    phone: '',
    urgency: problem.urgency,
  };
  const lines = problem.because.map(({ field, rule, words }) =>
    texts.fieldLine({ field, rule, words, value: values[field], confidence: problem.confidence }),
  );
  return of > 1 ? [texts.problemTitle({ n: index + 1, summary: problem.summary }), ...lines] : lines;
}

function deadlineText(deadline: DeadlineReading | null): string {
  return deadline?.date ? dayText(deadline.date) : '';
}
