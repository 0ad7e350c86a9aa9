import type { Snapshot } from '../src/domain/case.ts';
import type { Timer, TimerType } from '../src/domain/timers.ts';
import { confirmDraft } from './confirm-draft.ts';
import type { Job, JobDecision, TimeView } from './job.ts';
import { remind } from './remind.ts';
import { remindSupport } from './remind-support.ts';
import { remindApproval, remindRuling, review } from './remind-office.ts';
import { resume } from './resume.ts';
import { expireSurvey, inviteSurvey, remindSurvey } from './survey.ts';

/** Every timer of a case has its job: a missing one does not compile. */
export const jobs: { [T in TimerType]: Job<T> } = {
  confirmDraft,
  remind,
  remindSupport,
  remindRuling,
  remindApproval,
  review,
  resume,
  inviteSurvey,
  remindSurvey,
  expireSurvey,
};

/** Written as an indexed map, so that the compiler sees a timer and its job belong together. */
type AnyOf<T extends TimerType> = { [K in T]: Extract<Timer, { type: K }> }[T];

/** Decides what follows from a timer that has come due. */
export function decideTimer<T extends TimerType>(snapshot: Snapshot, timer: AnyOf<T>, view: TimeView): JobDecision {
  const type: T = timer.type;
  return jobs[type].decide(snapshot, timer, view);
}
