/** 办结 rounds and their surveys. */

/** How a closure says that the case ends; 转法定途径 and a withdrawal by the enterprise itself are endings without a closure. */
export type ClosureOutcome = 'solved' | 'partly' | 'explained' | 'planned' | 'withdrawn' | 'unreachable' | 'unable';

/** What the unit reports at 办结: the words that the enterprise reads, and what is known of them. */
export interface ClosureAnswer {
  text: string;
  outcome: ClosureOutcome;
  /** 佐证 in words: a document's number, a paper by name, a sum with the day it was paid. */
  evidence: string | null;
  /** Still without what it was asked back for, and insisted on, or without the 佐证 that its category calls for: the office looks at it. */
  doubtful: boolean;
  /** Doubtful for want of 佐证 alone, which may still come. */
  unproved?: true;
}

/** One 办结 round with its 回访. Unit and leader are those at closure, whatever changes later. */
export interface Closure extends ClosureAnswer {
  round: number;
  at: Date;
  by: string;
  unit: { id: string; name: string };
  leader: string | null;
  /** Closed by the leg's due instant. */
  inTerm: boolean;
  /** The survey said 未解决 or 部分解决: this closure no longer counts. */
  uncountedAt: Date | null;
  survey: Survey;
}

export interface Survey {
  invitedAt: Date | null;
  /** How many reminders have gone out. */
  reminders: number;
  answeredAt: Date | null;
  /** Whoever answers for the enterprise. */
  answeredBy: string | null;
  resolved: 'yes' | 'partly' | 'no' | null;
  onTime: 'yes' | 'no' | 'unsure' | null;
  score: 1 | 2 | 3 | 4 | 5 | null;
  /** Missing answers are asked for once. */
  askedAgain: boolean;
  /** A later, differing answer: kept out, shown to the office. */
  disputed: boolean;
  /** Nobody answered: the office telephones. */
  expiredAt: Date | null;
  /** 不满意 or worse: the office calls within one working day. */
  followUp: boolean;
}

/** True while a survey that was sent still waits for answers. */
export function isSurveyOpen(closure: Closure): boolean {
  const { survey } = closure;
  return (
    survey.invitedAt !== null && survey.expiredAt === null && !isSurveyComplete(survey) && closure.uncountedAt === null
  );
}

/** True when all three questions have answers. */
export function isSurveyComplete(survey: Survey): boolean {
  return survey.resolved !== null && survey.onTime !== null && survey.score !== null;
}
