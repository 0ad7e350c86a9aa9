import { ANSWER_QUALITY, REVIEWED } from '../config/rules.ts';
import { refusals, resolveDone } from '../config/texts/answers.ts';
import { caseworkRefusals } from '../config/texts/casework.ts';
import {
  answerQuestion,
  answerWishes,
  approvalPending,
  approvalSent,
  redirectIsOffices,
} from '../config/texts/closing.ts';
import { type AnswerCheck, checkAnswer, isSound } from '../src/domain/answer-check.ts';
import { isLegal } from '../src/domain/apply.ts';
import { currentLeg, type Leg, type Snapshot } from '../src/domain/case.ts';
import type { ClosureAnswer, ClosureOutcome } from '../src/domain/closure.ts';
import type { CommandOf } from '../src/domain/command.ts';
import { dayOf } from '../src/domain/day.ts';
import type { Decision, Outcome, Refusal } from '../src/domain/decision.ts';
import { at } from '../src/domain/describe.ts';
import { legDue } from '../src/domain/due.ts';
import type { Notice } from '../src/domain/notice.ts';
import { notice, TO_OFFICE, toSubject } from '../src/domain/notices.ts';
import { resumption } from '../src/domain/pausing.ts';
import { farewells, ownSupport } from '../src/domain/support.ts';
import { readProof } from '../src/domain/understand/proof.ts';
import { addWorkdays, closeOfBusiness } from '../src/domain/working-time.ts';
import { decided, type Handler, required, type View, wrongStatus } from './handler.ts';
import { finishSupport, withSupports } from './own-support.ts';

/** 已办结，X: a closure round begins. The enterprise reads the answer and is surveyed one working day later. */
export const resolve: Handler<'resolve'> = {
  decide(subject, command, view) {
    const snapshot = required(subject);
    const support = ownSupport(snapshot, command);
    if (support) return finishSupport({ snapshot, support, command }, command.text, view);
    const leg = currentLeg(snapshot);
    if (!leg || !(isLegal('resolved', snapshot.status) || snapshot.status === 'paused'))
      return wrongStatus(snapshot, '办结');
    if (snapshot.approval) {
      return { code: 'wrongStatus', say: approvalPending({ number: snapshot.number }) };
    }
    const said = answerIn(snapshot, command, view);
    if ('code' in said) return said;
    const check = checkAnswer(said, { snapshot, unitId: leg.unit.id, by: command.actor.id }, view.roster);
    const asked = questionedIn(snapshot);
    if (!asked && !isSound(check)) return question(snapshot, { said, check }, { command, view });
    const since = asked && isTimely(asked.at, command.at, view) ? asked.at : command.at;
    const answer = { ...said, evidence: readProof(said.text), ...doubtOf(check) };
    // What is done ends the pause, and is judged by the term as it then stands.
    const resumed = resumption(snapshot, { at: command.at, calendar: view.calendar, quiet: true });
    const inTerm = since <= legDue({ ...leg, dueDay: resumed[0]?.dueDay ?? leg.dueDay }, view.calendar);
    const closed = close({ snapshot, leg, answer, inTerm }, check, { command, view });
    return { ...closed, events: [...resumed, ...closed.events] };
  },
};

/** What the office looks at: an answer insisted on, or one that wants the 佐证 of its category, which may still come. */
function doubtOf(check: AnswerCheck): Pick<ClosureAnswer, 'doubtful' | 'unproved'> {
  if (!isSound(check)) return { doubtful: true };
  return check.wished.includes('evidence') ? { doubtful: true, unproved: true } : { doubtful: false };
}

interface Said {
  command: CommandOf<'resolve'>;
  view: View;
}

type Answer = Pick<ClosureAnswer, 'text' | 'outcome'>;

/** The answer that was given, or given before and insisted on (仍按此办结); else what to say where there is none. */
function answerIn(snapshot: Snapshot, command: CommandOf<'resolve'>, view: View): Answer | Refusal {
  const { number } = snapshot;
  const { text, outcome } = command;
  const about = { number, at: at(command, view) };
  const asked = questionedIn(snapshot);
  if (outcome === 'redirected') return { code: 'notYours', say: redirectIsOffices(about) };
  if (text) return { text, outcome };
  if (asked) return { text: asked.text, outcome: asked.outcome };
  const say =
    outcome === 'unable'
      ? caseworkRefusals.noReason({ ...about, example: '暂无法办结，因为省里指标还没有下达' })
      : refusals.noText({ ...about, example: '已办结，资金昨天到账' });
  return { code: 'missing', say };
}

/** What this unit's turn was asked back. */
function questionedIn(snapshot: Snapshot): Snapshot['questioned'] {
  const { questioned } = snapshot;
  return questioned?.leg === currentLeg(snapshot)?.n ? questioned : null;
}

/** Asked back once: whoever says it again is taken at their word, so that no honest answer is ever locked out. */
function question(snapshot: Snapshot, v: { said: Answer; check: AnswerCheck }, { command, view }: Said): Decision {
  const { required: wanted, points } = v.check;
  const ask = answerQuestion({ number: snapshot.number, wanted, points, at: at(command, view) });
  return decided([{ type: 'answerQuestioned', ...v.said }], ask);
}

/** Asked back in the last minutes of a term, an answer is in term still when it is completed soon. */
function isTimely(asked: Date, completed: Date, view: View): boolean {
  return (
    completed <=
    closeOfBusiness(view.calendar, addWorkdays(view.calendar, dayOf(asked), ANSWER_QUALITY.completedWithin))
  );
}

function close(
  v: { snapshot: Snapshot; leg: Leg; answer: ClosureAnswer; inTerm: boolean },
  { wished }: AnswerCheck,
  { command, view }: Said,
): Decision {
  const { snapshot, leg, answer, inTerm } = v;
  const { number } = snapshot;
  const { outcome } = answer;
  const common = { class: 'workHours', number } as const;
  if (isReviewed(snapshot, outcome)) {
    const about = { kind: 'approvalAsked', leg: leg.n } as const;
    const asked = notice({ ...common, to: TO_OFFICE, about, once: command.source });
    return decided([{ type: 'approvalAsked', answer, inTerm, effects: [asked] }], approvalSent({ number, outcome }));
  }
  const more = wished.length > 0 ? [answerWishes({ number, wanted: wished, at: at(command, view) })] : [];
  const reply = [withSupports(resolveDone({ number, outcome }), snapshot), ...more].join('\n');
  return decided([resolution(snapshot, { answer, inTerm })], reply);
}

/** A closure round begins: the enterprise reads the answer, and supporting units that they are done. */
export function resolution(
  snapshot: Snapshot,
  v: { answer: ClosureAnswer; inTerm: boolean; told?: readonly Notice[] },
): Outcome {
  const { number } = snapshot;
  const round = snapshot.closures.length + 1;
  const about = { kind: 'resolved', round } as const;
  const told = notice({ to: toSubject(snapshot), class: 'workHours', number, about, once: `round${round}` });
  const effects = [told, ...(v.told ?? []), ...farewells(snapshot)];
  return { type: 'resolved', ...v.answer, inTerm: v.inTerm, effects };
}

/** 审核: the office approves before the closure counts. */
function isReviewed({ escalated, category, grade }: Snapshot, outcome: ClosureOutcome): boolean {
  const { categories, grades, outcomes } = REVIEWED;
  const given: readonly ClosureOutcome[] = outcomes;
  return escalated || categories.includes(category) || grades.includes(grade) || given.includes(outcome);
}
