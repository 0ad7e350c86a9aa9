import { refusals } from '../config/texts/answers.ts';
import { surveyDisputedOffice } from '../config/texts/notices.ts';
import { surveyLocked, surveyMissing, surveyThanks } from '../config/texts/receipts.ts';
import { isLegal } from '../src/domain/apply.ts';
import { currentLeg, isOpen, lastClosure, nextLegNumber, type Snapshot } from '../src/domain/case.ts';
import { type Closure } from '../src/domain/closure.ts';
import type { CommandOf } from '../src/domain/command.ts';
import type { Decision, Outcome } from '../src/domain/decision.ts';
import { at } from '../src/domain/describe.ts';
import { escalatedByReworks } from '../src/domain/escalation.ts';
import type { Answer } from '../src/domain/event.ts';
import { termEnd } from '../src/domain/due.ts';
import { termOf } from '../src/domain/rules.ts';
import { assignmentClass, notice, noticeTo, TO_OFFICE, toLeader, toUnit } from '../src/domain/notices.ts';
import { mergeAnswers, missingAnswers, outcomeOf, surveyInvitation } from '../src/domain/survey.ts';
import { answered, decided, type Handler, required, type View } from './handler.ts';

/** The enterprise's answer to the call-back: it closes the case, reopens it, or is asked once for what is missing. */
export const answerSurvey: Handler<'answerSurvey'> = {
  decide(subject, command, view) {
    const snapshot = required(subject);
    const closure = lastClosure(snapshot);
    if (!closure) return { code: 'wrongStatus', say: refusals.surveyNotOpen({ number: snapshot.number }) };
    const decision = hear({ snapshot, closure, command }, view);
    return isOverheard(command, view) ? { ...decision, reply: null } : decision;
  },
};

interface Heard {
  snapshot: Snapshot;
  closure: Closure;
  command: CommandOf<'answerSurvey'>;
}

function hear(heard: Heard, view: View): Decision {
  const { snapshot, closure, command } = heard;
  const { answer, added, disputed } = mergeAnswers(closure.survey, command.rating);
  if (disputed && isLegal('surveyDisputed', snapshot.status)) {
    return decided([dispute(snapshot, command)], surveyLocked({ number: snapshot.number }));
  }
  if (!added || closure.uncountedAt) return answered(thanks(snapshot, answer));
  const told: Outcome = { type: 'surveyAnswered', rating: answer };
  return snapshot.status === 'closed'
    ? decided([told], thanks(snapshot, answer))
    : follow(heard, { answer, told }, view);
}

function follow({ snapshot, closure, command }: Heard, v: { answer: Answer; told: Outcome }, view: View): Decision {
  const { answer, told } = v;
  const { number } = snapshot;
  const outcome = outcomeOf(answer);
  if (outcome === 'reopen')
    return decided(
      [told, reopened(snapshot, command.at, view), ...escalatedByReworks(snapshot)],
      surveyThanks({ number, outcome: 'reopened' }),
    );
  const asks = missingAnswers(answer);
  const again = asks.names.length > 0 && !closure.survey.askedAgain;
  const aloud = !isOverheard(command, view);
  const asking: Outcome[] = again && aloud ? [{ type: 'surveyAskedAgain' }] : [];
  const question = surveyMissing({ number, missing: asks.names, example: asks.example, at: at(command, view) });
  if (outcome === 'incomplete') {
    const nudging = again && !aloud ? nudged(snapshot, closure, view) : [];
    return decided([told, ...asking, ...nudging], again ? question : thanks(snapshot, answer));
  }
  const closing = closed(snapshot, outcome === 'closeAndCall');
  const reply = thanks({ ...snapshot, status: 'closed' }, answer);
  return decided([told, ...asking, closing], again ? `${reply}\n${question}` : reply);
}

/** A group where others read along. A reply there would quote the answer (design.md section 4, Survey), so there is none. */
function isOverheard(command: CommandOf<'answerSurvey'>, view: View): boolean {
  if (command.private) return false;
  const chat = command.place.chat === null ? undefined : view.roster.chats.get(command.place.chat);
  return chat?.audience !== 'enterprise';
}

function thanks(snapshot: Snapshot, answer: Answer): string {
  const { number, status } = snapshot;
  if (isOpen(snapshot)) return surveyThanks({ number, outcome: 'reopened' });
  if (status !== 'closed') return surveyThanks({ number, outcome: 'noted' });
  return surveyThanks({ number, outcome: outcomeOf(answer) === 'closeAndCall' ? 'followUp' : 'closed' });
}

function dispute(snapshot: Snapshot, { rating, source }: CommandOf<'answerSurvey'>): Outcome {
  const { number } = snapshot;
  const text = surveyDisputedOffice({ number, subject: snapshot.subject.name });
  const once = `round${snapshot.closures.length}/disputed/${source}`;
  const told = notice({ to: TO_OFFICE, class: 'workHours', number, about: { kind: 'text', text }, once });
  // Plain text, made now: the notice stands whatever becomes of the case until it is delivered.
  return { type: 'surveyDisputed', rating, effects: [{ ...told, number: null }] };
}

/**
 * Where no question may be asked aloud, the group gets the nudge to the 1:1 chat: it is the next reminder, come early, so that the
 * same words don't come twice. Before the survey was sent none is needed.
 */
function nudged(snapshot: Snapshot, { round, survey }: Closure, view: View): Outcome[] {
  if (!survey.invitedAt) return [];
  const n = survey.reminders + 1;
  const effects = [surveyInvitation(snapshot, { round, n }, view)];
  return [{ type: 'surveyAskedAgain' }, { type: 'surveyReminded', n, effects }];
}

/** 重办: the same unit's turn begins anew, the closure no longer counts, the enterprise's clock runs on. */
function reopened(snapshot: Snapshot, at: Date, { calendar, rules }: View): Outcome {
  const termWorkdays = termOf(snapshot.category, rules.of(snapshot, at));
  const leg = currentLeg(snapshot);
  const n = nextLegNumber(snapshot);
  const effects = noticeTo([leg && toUnit(snapshot, leg.unit.id), toLeader(snapshot)], {
    class: assignmentClass(snapshot),
    number: snapshot.number,
    about: { kind: 'reworked', leg: n },
    once: `leg${n}`,
  });
  return { type: 'reopened', termWorkdays, dueDay: termEnd(calendar, at, termWorkdays), effects };
}

function closed(snapshot: Snapshot, followUp: boolean): Outcome {
  const { number } = snapshot;
  const leg = currentLeg(snapshot);
  const round = snapshot.closures.length;
  const once = `round${round}`;
  const told = noticeTo([leg && toUnit(snapshot, leg.unit.id), toLeader(snapshot)], {
    class: 'workHours',
    number,
    about: { kind: 'closed', round },
    once,
  });
  const call = notice({ to: TO_OFFICE, class: 'workHours', number, about: { kind: 'followUp', round }, once });
  return { type: 'closed', followUp, effects: followUp ? [...told, call] : told };
}
