import { currentLeg, type Leg, type Snapshot } from '../src/domain/case.ts';
import { type Day, dayOf } from '../src/domain/day.ts';
import type { Outcome } from '../src/domain/decision.ts';
import { type Notice, type Target, targetName } from '../src/domain/notice.ts';
import { noticeTo, TO_OFFICE, toLeader, toUnit } from '../src/domain/notices.ts';
import { cardOf, isForOffice, isSnoozed, orderDue } from '../src/domain/supervision.ts';
import { stagesUntil } from '../src/domain/timers.ts';
import type { Calendar } from '../src/domain/working-time.ts';
import type { Job } from './job.ts';

/**
 * Unit and leader are reminded of the latest stage, the office too of what has been late for some days; stages that an outage
 * swallowed are recorded as passed and never sent. The card goes with the stage; a 督办单 follows when nothing helps.
 */
export const remind: Job<'remind'> = {
  decide(snapshot, _, view) {
    const { calendar, now } = view;
    const leg = currentLeg(snapshot);
    const stages = leg ? stagesUntil(leg, calendar, dayOf(now)) : [];
    const latest = stages.at(-1);
    if (!leg || !latest) return { events: [], at: now };
    const effects = stages.flatMap((stage) =>
      targetsOn(stage.day, { snapshot, leg, calendar }).map((to) =>
        reminder({ snapshot, leg, stage, to, passed: stage !== latest || isSnoozed(leg, { ...stage, to }, calendar) }),
      ),
    );
    const { day, stage } = latest;
    const reminded: Outcome = { type: 'reminded', day, dueVersion: leg.dueVersion, card: cardOf(stage), effects };
    const order = orderDue(snapshot.number, leg, calendar, day);
    return { events: order ? [reminded, supervised(snapshot, leg, order)] : [reminded], at: now };
  },
};

function targetsOn(day: Day, v: { snapshot: Snapshot; leg: Leg; calendar: Calendar }): Target[] {
  const { snapshot, leg, calendar } = v;
  const office = isForOffice(leg, calendar, day) ? TO_OFFICE : null;
  const named = [toUnit(snapshot, leg.unit.id), toLeader(snapshot), office].filter((to) => to !== null);
  return [...new Map(named.map((to) => [targetName(to), to])).values()];
}

/** 督办单: numbered, to unit, leader and office at once. */
function supervised(snapshot: Snapshot, leg: Leg, order: string): Outcome {
  const effects = noticeTo([toUnit(snapshot, leg.unit.id), toLeader(snapshot), TO_OFFICE], {
    class: 'workHours',
    number: snapshot.number,
    about: { kind: 'supervised', leg: leg.n, order },
    once: order,
  });
  return { type: 'supervised', order, effects };
}

/** A stage day of a leg. */
export type Stage = ReturnType<typeof stagesUntil>[number];

/** The reminder of one stage to one target; a support's is one like any leg's. */
export function reminder(v: { snapshot: Snapshot; leg: Leg; stage: Stage; to: Target; passed: boolean }): Notice {
  const { leg, to } = v;
  const { stage, day } = v.stage;
  const { number } = v.snapshot;
  // Only the overdue stage repeats, so only its key names the day.
  const once = stage === 'overdue' ? `${stage}/${day}` : stage;
  return {
    key: `remind/${number}/leg${leg.n}/due${leg.dueVersion}/${once}/${targetName(to)}`,
    to,
    class: 'digest',
    number,
    about: { kind: 'remind', leg: leg.n, dueVersion: leg.dueVersion, stage, day },
    ...(v.passed ? { passed: true as const } : {}),
  };
}
