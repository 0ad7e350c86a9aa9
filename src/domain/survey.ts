import type { Snapshot } from './case.ts';
import type { Survey } from './closure.ts';
import type { Answer } from './event.ts';
import type { World } from './decision.ts';
import type { Notice, Target } from './notice.ts';
import { notice, toSubject } from './notices.ts';
import { privately, speakingReporter } from './personal.ts';

/** What a survey's answers call for (design.md section 3): 未解决 or 部分解决 reopens; 已解决 closes, with a call when dissatisfied. */
export type SurveyOutcome = 'reopen' | 'close' | 'closeAndCall' | 'incomplete';

/** The answers so far and the new ones together. The first answer to each question locks; a differing second is `disputed`. */
export function mergeAnswers(survey: Survey, said: Answer): { answer: Answer; added: boolean; disputed: boolean } {
  const answer: Answer = {
    resolved: survey.resolved ?? said.resolved,
    onTime: survey.onTime ?? said.onTime,
    score: survey.score ?? said.score,
  };
  const keys = ['resolved', 'onTime', 'score'] as const;
  return {
    answer,
    added: keys.some((key) => survey[key] === null && said[key] !== null),
    disputed: keys.some((key) => survey[key] !== null && said[key] !== null && survey[key] !== said[key]),
  };
}

/** The outcome of a set of answers; 未解决 decides alone, whatever else is missing. */
export function outcomeOf(answer: Answer): SurveyOutcome {
  if (answer.resolved === 'no' || answer.resolved === 'partly') return 'reopen';
  if (answer.resolved === null || answer.score === null) return 'incomplete';
  return answer.score >= 3 ? 'close' : 'closeAndCall';
}

/** The questions without an answer, as people call them, and words that would answer them. */
export function missingAnswers(answer: Answer): { names: string[]; example: string } {
  const questions = [
    { open: answer.resolved === null, name: '是否真正解决', example: '已解决' },
    { open: answer.onTime === null, name: '是否按期', example: '按期' },
    { open: answer.score === null, name: '是否满意', example: '满意' },
  ].filter((question) => question.open);
  return { names: questions.map((q) => q.name), example: questions.map((q) => q.example).join(' ') };
}

/** Who reported it is asked in private where the app can do so, if they still speak for the enterprise and did not report on its behalf. */
export function askedOf(snapshot: Snapshot, { cards, roster }: Pick<World, 'cards' | 'roster'>): Target {
  const reporter = speakingReporter(snapshot, roster);
  return (reporter === null ? null : privately(reporter, cards)) ?? toSubject(snapshot);
}

/** The questions of a round for the enterprise: the first time (`n` 0) or again. */
export function surveyInvitation(
  snapshot: Snapshot,
  v: { round: number; n: number },
  world: Pick<World, 'cards' | 'roster'>,
): Notice {
  const { round, n } = v;
  const about = { kind: 'surveyInvite', round, n } as const;
  const { number } = snapshot;
  return notice({ to: askedOf(snapshot, world), class: 'workHours', number, about, once: `round${round}/${n}` });
}
