import type { Leg, Snapshot } from './case.ts';
import { type Day, dayOf } from './day.ts';
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
