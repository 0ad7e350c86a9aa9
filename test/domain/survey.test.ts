import { describe, expect, it } from 'vitest';
import { lastClosure } from '../../src/domain/case.ts';
import { type Closure, isSurveyComplete, isSurveyOpen, type Survey } from '../../src/domain/closure.ts';
import type { Answer } from '../../src/domain/event.ts';
import { mergeAnswers, missingAnswers, outcomeOf, type SurveyOutcome } from '../../src/domain/survey.ts';
import { aSnapshot } from '../support/case-factory.ts';

const NOTHING: Answer = { resolved: null, onTime: null, score: null };

function aClosure(survey: Partial<Survey> = {}, changes: Partial<Closure> = {}): Closure {
  const closure = lastClosure(aSnapshot({ stop: 'surveyed' }));
  if (!closure) throw new Error('a surveyed case has a closure');
  return { ...closure, ...changes, survey: { ...closure.survey, ...survey } };
}

describe('outcomeOf', () => {
  const scores = [null, 1, 2, 3, 4, 5] as const;
  const onTimes = [null, 'yes', 'no', 'unsure'] as const;

  it.each(['no', 'partly'] as const)('reopens for %s, whatever else is said or missing', (resolved) => {
    const outcomes = scores.flatMap((score) => onTimes.map((onTime) => outcomeOf({ resolved, onTime, score })));
    expect(new Set(outcomes)).toEqual(new Set(['reopen']));
  });

  it.each<[(typeof scores)[number], SurveyOutcome]>([
    [5, 'close'],
    [4, 'close'],
    [3, 'close'],
    [2, 'closeAndCall'],
    [1, 'closeAndCall'],
    [null, 'incomplete'],
  ])('of 已解决 with a score of %s is %s, in time or not', (score, expected) => {
    const outcomes = onTimes.map((onTime) => outcomeOf({ resolved: 'yes', onTime, score }));
    expect(new Set(outcomes)).toEqual(new Set([expected]));
  });

  it('is incomplete for satisfaction alone: whether it is solved was not said', () => {
    expect(outcomeOf({ ...NOTHING, score: 5 })).toBe('incomplete');
  });
});

describe('mergeAnswers', () => {
  const solved = aClosure({ resolved: 'yes' }).survey;

  it('takes the first answers as they are', () => {
    const said: Answer = { resolved: 'yes', onTime: 'no', score: 2 };
    expect(mergeAnswers(aClosure().survey, said)).toEqual({ answer: said, added: true, disputed: false });
  });

  it('adds what was missing to what was said', () => {
    const merged = mergeAnswers(solved, { ...NOTHING, score: 4 });
    expect(merged).toEqual({ answer: { resolved: 'yes', onTime: null, score: 4 }, added: true, disputed: false });
  });

  it('keeps the first answer and flags a differing second', () => {
    const merged = mergeAnswers(solved, { ...NOTHING, resolved: 'no' });
    expect(merged).toEqual({ answer: { ...NOTHING, resolved: 'yes' }, added: false, disputed: true });
  });

  it('takes the same answer twice for nothing new', () => {
    expect(mergeAnswers(solved, { ...NOTHING, resolved: 'yes' })).toMatchObject({ added: false, disputed: false });
  });
});

describe('missingAnswers', () => {
  it('names the open questions and words that answer them', () => {
    expect(missingAnswers({ resolved: 'yes', onTime: null, score: null })).toEqual({
      names: ['是否按期', '是否满意'],
      example: '按期 满意',
    });
    expect(missingAnswers({ resolved: 'yes', onTime: 'yes', score: 5 })).toEqual({ names: [], example: '' });
  });
});

describe('isSurveyOpen', () => {
  it('holds from the invitation until the answers are complete', () => {
    expect(isSurveyOpen(aClosure({ invitedAt: null }))).toBe(false);
    expect(isSurveyOpen(aClosure())).toBe(true);
    expect(isSurveyOpen(aClosure({ resolved: 'yes', score: 4 }))).toBe(true);
    expect(isSurveyOpen(aClosure({ resolved: 'yes', onTime: 'yes', score: 4 }))).toBe(false);
  });

  it('ends when nobody answers or the closure no longer counts', () => {
    expect(isSurveyOpen(aClosure({ expiredAt: new Date(0) }))).toBe(false);
    expect(isSurveyOpen(aClosure({}, { uncountedAt: new Date(0) }))).toBe(false);
  });

  it('counts 说不清 and 非常不满意 as answers', () => {
    expect(isSurveyComplete(aClosure({ resolved: 'no', onTime: 'unsure', score: 1 }).survey)).toBe(true);
  });
});
