import { currentLeg, type Leg, type Snapshot } from './case.ts';
import { addDays, type Day, dayOf } from './day.ts';
import type { Outcome } from './decision.ts';
import { noticeTo, toLeader, toSubject, toUnit } from './notices.ts';
import { currentPause, dueWith, pausesOf } from './pause.ts';
import { supportsMoved } from './support.ts';
import type { Calendar } from './working-time.ts';

/** A pause until a day, as it begins. */
export function pausing(
  snapshot: Snapshot,
  leg: Leg,
  v: { at: Date; until: Day; reason: string; calendar: Calendar },
): Outcome {
  const { at, until, reason, calendar } = v;
  const pause = { leg: leg.n, from: dayOf(at), until, reason, dueBefore: leg.dueDay };
  const pauses = [...pausesOf(snapshot, leg), pause];
  const dueDay = dueWith(leg, pauses, calendar);
  const supports = supportsMoved(snapshot, { pauses, main: dueDay, calendar });
  const effects = noticeTo(targetsOf(snapshot, leg), {
    class: 'workHours',
    number: snapshot.number,
    about: { kind: 'paused', leg: leg.n },
    once: `pause${snapshot.pauses.length + 1}`,
  });
  return { type: 'paused', until, reason, dueDay, supports, effects };
}

/** The end of the present pause, whose last day is the day before `at` or the planned one, whichever is earlier. `quiet` tells nobody. */
export function resumption(snapshot: Snapshot, v: { at: Date; calendar: Calendar; quiet?: true }): Resumed[] {
  const pause = currentPause(snapshot);
  const leg = currentLeg(snapshot);
  if (!pause || !leg) return [];
  const yesterday = addDays(dayOf(v.at), -1);
  const worked = yesterday < pause.from ? pause.from : yesterday;
  const lastDay = worked < pause.until ? worked : pause.until;
  const pauses = [...pausesOf(snapshot, leg).slice(0, -1), { ...pause, until: lastDay }];
  const dueDay = dueWith(leg, pauses, v.calendar);
  const supports = supportsMoved(snapshot, { pauses, main: dueDay, calendar: v.calendar });
  const targets = v.quiet ? [] : targetsOf(snapshot, leg);
  const effects = noticeTo(targets, {
    class: 'workHours',
    number: snapshot.number,
    about: { kind: 'resumed', leg: leg.n },
    once: `pause${snapshot.pauses.length}`,
  });
  return [{ type: 'resumed', lastDay, dueDay, supports, effects }];
}

type Resumed = Outcome & { type: 'resumed' };

function targetsOf(snapshot: Snapshot, leg: Leg) {
  return [toSubject(snapshot), toUnit(snapshot, leg.unit.id), toLeader(snapshot)];
}
