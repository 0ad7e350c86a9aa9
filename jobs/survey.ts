import { lastClosure, type Snapshot } from '../src/domain/case.ts';
import type { Outcome, World } from '../src/domain/decision.ts';
import { notice, TO_OFFICE } from '../src/domain/notices.ts';
import { canBePushed, chatFor } from '../src/domain/roster.ts';
import { askedOf, surveyInvitation } from '../src/domain/survey.ts';
import { surveyStepsUntil } from '../src/domain/timers.ts';
import type { Job } from './job.ts';

/** One working day after a closure the enterprise is asked; without a private way to ask, the office telephones. */
export const inviteSurvey: Job<'inviteSurvey'> = {
  decide(snapshot, _, view) {
    const invited: Outcome = {
      type: 'surveyInvited',
      effects: canAsk(snapshot, view) ? [invitation(snapshot, 0, view)] : [],
    };
    return { events: canAsk(snapshot, view) ? [invited] : [invited, expired(snapshot)], at: view.now };
  },
};

/** Asked again on the first and the third working day. After an outage once at most, and not at all when the time is up. */
export const remindSurvey: Job<'remindSurvey'> = {
  decide(snapshot, timer, view) {
    const closure = lastClosure(snapshot);
    const { due, expired: late } = closure ? surveyStepsUntil(closure, view.calendar, view.now) : NOTHING_DUE;
    const latest = due.at(-1) ?? timer.n;
    const effects = due.map((n) => ({
      ...invitation(snapshot, n, view),
      ...(late || n < latest ? { passed: true as const } : {}),
    }));
    return { events: [{ type: 'surveyReminded', n: latest, effects }], at: view.now };
  },
};

const NOTHING_DUE = { due: [], expired: false };

/** Nobody answered: the case stays resolved and goes on the office's phone list. */
export const expireSurvey: Job<'expireSurvey'> = {
  decide: (snapshot, _, view) => ({ events: [expired(snapshot)], at: view.now }),
};

function canAsk(snapshot: Snapshot, world: World): boolean {
  if (snapshot.confidential) return false;
  return (
    askedOf(snapshot, world).kind === 'person' ||
    canBePushed(chatFor(world.roster, 'subject', snapshot.subject.id), world.pushes)
  );
}

function invitation(snapshot: Snapshot, n: number, world: World) {
  return surveyInvitation(snapshot, { round: snapshot.closures.length, n }, world);
}

function expired(snapshot: Snapshot): Outcome {
  const round = snapshot.closures.length;
  const about = { kind: 'surveyOnPhone', round } as const;
  const call = notice({ to: TO_OFFICE, class: 'workHours', number: snapshot.number, about, once: `round${round}` });
  return { type: 'surveyExpired', effects: [call] };
}
