import { SUPPORTS } from '../../config/rules.ts';
import { currentLeg, type Leg, type Snapshot } from './case.ts';
import type { CommandFrame } from './command.ts';
import { type Day, dayOf } from './day.ts';
import type { Notice } from './notice.ts';
import { noticeTo, toUnit } from './notices.ts';
import { type Pause, pausedWorkdays } from './pause.ts';
import { isOfLeg } from './rights.ts';
import { addWorkdays, type Calendar, workdaysBetween } from './working-time.ts';

/** 协办 or 分办: another unit's turn beside the main one's, with a number of its own among all turns. */
export interface Support extends Leg {
  /** `help` 协办, to the main unit; `share` 分办, a part of the matter. */
  kind: 'help' | 'share';
  /** What it is asked to do, as written. */
  task: string | null;
  /** What it has done. */
  result: string | null;
}

/** A support's due day as counted anew. */
export interface SupportDue {
  leg: number;
  dueDay: Day;
}

/** The supports that still work, oldest first. */
export function openSupports(snapshot: Snapshot): Support[] {
  return snapshot.supports.filter(({ status }) => status === 'assigned' || status === 'handling');
}

/** The turn that goes on under a number: the main unit's or a support's; null when it is over. */
export function turnOf(snapshot: Snapshot, n: number): Leg | null {
  const leg = currentLeg(snapshot);
  return leg?.n === n ? leg : (openSupports(snapshot).find((support) => support.n === n) ?? null);
}

/** The turn that a notice is about: a support's, else the main unit's. */
export function supportNamed(snapshot: Snapshot, n: number): Support | null {
  return snapshot.supports.find((support) => support.n === n) ?? null;
}

/** The support for whose unit somebody speaks: their unit's turn is theirs, whatever else they are, unless the case itself lies with a unit of theirs. */
export function ownSupport(snapshot: Snapshot, { actor }: CommandFrame): Support | null {
  return isOfLeg(actor, snapshot) ? null : supportOf(snapshot, actor.units);
}

/** The open support of one of these units. */
export function supportOf(snapshot: Snapshot, units: readonly string[]): Support | null {
  return openSupports(snapshot).find((support) => units.includes(support.unit.id)) ?? null;
}

/**
 * A support's term: its share of what is left to the main unit, never longer than that. One working day where nothing is left;
 * that day is fixed, for the main unit's is no bound to it.
 */
export function supportTerm(leg: Leg, at: Date, calendar: Calendar): Pick<Leg, 'termWorkdays' | 'dueDay' | 'promised'> {
  const left = workdaysBetween(calendar, dayOf(at), leg.dueDay);
  const termWorkdays = Math.max(1, Math.ceil((left * SUPPORTS.percent) / 100));
  return { termWorkdays, dueDay: addWorkdays(calendar, dayOf(at), termWorkdays), promised: left === 0 };
}

/** The supports whose day moves with a pause or the calendar: their terms counted on, at most to the main unit's day. A day that was named stays. */
export function supportsMoved(
  snapshot: Snapshot,
  v: { pauses: readonly Pause[]; main: Day; calendar: Calendar },
): SupportDue[] {
  return openSupports(snapshot).flatMap((support) => {
    if (support.promised) return [];
    const from = dayOf(support.startedAt);
    const paused = pausedWorkdays(
      v.pauses.filter((pause) => pause.from >= from),
      v.calendar,
    );
    const end = addWorkdays(v.calendar, from, support.termWorkdays + paused);
    const dueDay = end < v.main ? end : v.main;
    return dueDay === support.dueDay ? [] : [{ leg: support.n, dueDay }];
  });
}

/** Whoever still supports a case that ends or changes hands is told that it is over. */
export function farewells(snapshot: Snapshot): Notice[] {
  return openSupports(snapshot).flatMap((support) =>
    noticeTo([toUnit(snapshot, support.unit.id)], {
      class: 'workHours',
      number: snapshot.number,
      about: { kind: 'supportEnded', support: support.n },
      once: `leg${support.n}`,
    }),
  );
}
