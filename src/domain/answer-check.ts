import { ANSWER_QUALITY, EVIDENCE_CATEGORIES, type Grade } from '../../config/rules.ts';
import type { Snapshot } from './case.ts';
import type { ClosureAnswer, ClosureOutcome } from './closure.ts';
import type { Roster } from './roster.ts';
import { lacksOf } from './understand/answer-quality.ts';
import { readProof } from './understand/proof.ts';
import { contactOfUnit } from './unit-contact.ts';

/** What an answer is asked to say besides. */
export type Wanted = 'result' | 'date' | 'contact' | 'evidence';

export interface AnswerCheck {
  /** Without these it is asked back, once. */
  required: Wanted[];
  /** Points of the problem that it passes over: asked back as well. */
  points: string[];
  /** Taken without these, which are asked for afterwards. */
  wished: Wanted[];
}

/** Judges an answer by config/rules.ts. A contact that the register has counts as given: the enterprise is told it. */
export function checkAnswer(
  answer: Pick<ClosureAnswer, 'text' | 'outcome'>,
  v: { snapshot: Snapshot; unitId: string; by: string },
  roster: Roster,
): AnswerCheck {
  const { snapshot, unitId, by } = v;
  const lacks = lacksOf(answer, snapshot.text);
  const isKnown = contactOfUnit(roster, unitId, by) !== null;
  const lacking: Wanted[] = [
    ...(lacks.date ? ['date' as const] : []),
    ...(lacks.contact && !isKnown ? ['contact' as const] : []),
  ];
  const grade: Grade = snapshot.escalated ? 'escalated' : snapshot.grade;
  const isRequired = ANSWER_QUALITY.required.includes(grade);
  const asksEvidence = EVIDENCE_CATEGORIES.includes(snapshot.category) && SETTLED.includes(answer.outcome);
  const lacksEvidence = asksEvidence && readProof(answer.text) === null && !hasFilesOf(snapshot, unitId, roster);
  const isWished = ANSWER_QUALITY.wished.includes(grade);
  return {
    required: [...(lacks.result ? ['result' as const] : []), ...(isRequired ? lacking : [])],
    points: lacks.points,
    wished: [...(isWished && !isRequired ? lacking : []), ...(lacksEvidence ? ['evidence' as const] : [])],
  };
}

/** A photo or paper that somebody of the unit has added proves as much as a number in words. */
function hasFilesOf({ files }: Snapshot, unitId: string, { persons }: Roster): boolean {
  return files.some(({ by }) => persons.get(by)?.units.includes(unitId));
}

/** What was not done leaves nothing to prove. */
const SETTLED: readonly ClosureOutcome[] = ['solved', 'partly'];

/** True when nothing is asked back. */
export function isSound({ required, points }: AnswerCheck): boolean {
  return required.length + points.length === 0;
}
