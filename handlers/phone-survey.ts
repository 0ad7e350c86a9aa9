import { answerSurvey } from './answer-survey.ts';
import type { Handler } from './handler.ts';

/** 电话回访 已解决 按期 满意: the office enters what the enterprise said on the telephone; it counts as the enterprise's own answer. */
export const phoneSurvey: Handler<'phoneSurvey'> = {
  decide: (subject, command, view) => answerSurvey.decide(subject, { ...command, type: 'answerSurvey' }, view),
};
