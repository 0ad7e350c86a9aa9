import { currentLeg, type Leg, type Snapshot } from './case.ts';
import { addDays, type Day, dayOf } from './day.ts';
import type { Outcome } from './decision.ts';
import { noticeTo, toLeader, toSubject, toUnit } from './notices.ts';
import { addWorkdays, type Calendar, workdaysBetween } from './working-time.ts';

/** 暂停 of a unit's clock: the working days after `from` up to and including `until` do not count. */
export interface Pause {
  /** The leg whose clock it stops. */
  leg: number;
  /** The day it was allowed on, which is worked and counts. */
  from: Day;
  /** The last paused day: as planned, or as it turned out once the unit has resumed. */
  until: Day;
  reason: string;
  /** The leg's due day without this pause. */
  dueBefore: Day;
}

/** The 申请暂停 that waits for the office's ruling. */
export interface PauseRequest {
  at: Date;
  by: string;
  until: Day;
  reason: string;
  /** The last morning on which the office was reminded to rule. */
  remindedDay: Day | null;
}

/** The pauses of one leg, oldest first. */
export function pausesOf(snapshot: Snapshot, leg: Leg): Pause[] {
  return snapshot.pauses.filter((pause) => pause.leg === leg.n);
}

/** The pause that is on now; null when none is. */
export function currentPause(snapshot: Snapshot): Pause | null {
  return snapshot.status === 'paused' ? (snapshot.pauses.at(-1) ?? null) : null;
}

/** How many working days these pauses take out of a term. */
export function pausedWorkdays(pauses: readonly Pause[], calendar: Calendar): number {
  return pauses.reduce((sum, { from, until }) => sum + workdaysBetween(calendar, from, until), 0);
}

/** The due day of a leg that has been paused so: its term counted on, or the promised day moved by the last pause. */
export function dueWith(leg: Leg, pauses: readonly Pause[], calendar: Calendar): Day {
  if (!leg.promised) {
    return addWorkdays(calendar, dayOf(leg.startedAt), leg.termWorkdays + pausedWorkdays(pauses, calendar));
  }
  const last = pauses.at(-1);
  return last ? addWorkdays(calendar, last.dueBefore, pausedWorkdays([last], calendar)) : leg.dueDay;
}

/** A pause until a day, as it begins. */
export function pausing(
  snapshot: Snapshot,
  leg: Leg,
  v: { at: Date; until: Day; reason: string; calendar: Calendar },
): Outcome {
  const { at, until, reason, calendar } = v;
  const pause = { leg: leg.n, from: dayOf(at), until, reason, dueBefore: leg.dueDay };
  const dueDay = dueWith(leg, [...pausesOf(snapshot, leg), pause], calendar);
  const effects = noticeTo(targetsOf(snapshot, leg), {
    class: 'workHours',
    number: snapshot.number,
    about: { kind: 'paused', leg: leg.n },
    once: `pause${snapshot.pauses.length + 1}`,
  });
  return { type: 'paused', until, reason, dueDay, effects };
}

/** The end of the present pause, whose last day is the day before `at` or the planned one, whichever is earlier. `quiet` tells nobody. */
export function resumption(snapshot: Snapshot, v: { at: Date; calendar: Calendar; quiet?: true }): Resumed[] {
  const pause = currentPause(snapshot);
  const leg = currentLeg(snapshot);
  if (!pause || !leg) return [];
  const yesterday = addDays(dayOf(v.at), -1);
  const worked = yesterday < pause.from ? pause.from : yesterday;
  const lastDay = worked < pause.until ? worked : pause.until;
  const before = pausesOf(snapshot, leg).slice(0, -1);
  const dueDay = dueWith(leg, [...before, { ...pause, until: lastDay }], v.calendar);
  const targets = v.quiet ? [] : targetsOf(snapshot, leg);
  const effects = noticeTo(targets, {
    class: 'workHours',
    number: snapshot.number,
    about: { kind: 'resumed', leg: leg.n },
    once: `pause${snapshot.pauses.length}`,
  });
  return [{ type: 'resumed', lastDay, dueDay, effects }];
}

type Resumed = Outcome & { type: 'resumed' };

function targetsOf(snapshot: Snapshot, leg: Leg) {
  return [toSubject(snapshot), toUnit(snapshot, leg.unit.id), toLeader(snapshot)];
}
