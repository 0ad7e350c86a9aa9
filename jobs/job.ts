import type { Snapshot } from '../src/domain/case.ts';
import type { Outcome, World } from '../src/domain/decision.ts';
import type { Timer, TimerType } from '../src/domain/timers.ts';

/** What follows when a case's time has come. Pure. */
export interface Job<T extends TimerType> {
  decide(snapshot: Snapshot, timer: Extract<Timer, { type: T }>, view: TimeView): JobDecision;
}

/** The world and the instant of deciding, which after an outage may be long after the timer's. */
export interface TimeView extends World {
  now: Date;
}

export interface JobDecision {
  events: Outcome[];
  /** The instant that the events count from: the timer's own where a term begins, else now. */
  at: Date;
}
