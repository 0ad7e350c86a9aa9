import { type Card, currentLeg, type Leg, type Snapshot } from '../src/domain/case.ts';
import { type Day, dayOf } from '../src/domain/day.ts';
import type { Outcome } from '../src/domain/decision.ts';
import { type Notice, type ReminderStage, type Target, targetName } from '../src/domain/notice.ts';
import { distinct, noticeTo, TO_OFFICE, toLeader, toUnit } from '../src/domain/notices.ts';
import { cardOf, isForOffice, isSnoozed, orderDue } from '../src/domain/supervision.ts';
import { stagesUntil } from '../src/domain/timers.ts';
import type { Calendar } from '../src/domain/working-time.ts';
import type { Job, TimeView } from './job.ts';

/** Unit and leader are reminded, the office too of what has been late for some days; a 督办单 follows when nothing helps. */
export const remind: Job<'remind'> = {
  decide(snapshot, _, view) {
    const { calendar, now } = view;
    const leg = currentLeg(snapshot);
    const due = leg && remindersDue(snapshot, leg, view, ({ day }) => targetsOn(day, { snapshot, leg, calendar }));
    if (!due) return { events: [], at: now };
    const reminded: Outcome = { type: 'reminded', dueVersion: leg.dueVersion, ...due };
    const order = orderDue(snapshot.number, leg, calendar, due.day);
    return { events: order ? [reminded, supervised(snapshot, leg, order)] : [reminded], at: now };
  },
};

function targetsOn(day: Day, v: { snapshot: Snapshot; leg: Leg; calendar: Calendar }): Target[] {
  const { snapshot, leg, calendar } = v;
  const office = isForOffice(leg, calendar, day) ? TO_OFFICE : null;
  return distinct([toUnit(snapshot, leg.unit.id), toLeader(snapshot), office]);
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

/** What falls due on a leg, main or support: the latest stage's day and card, and a reminder of each stage to each of its targets. */
export interface RemindersDue {
  day: Day;
  stages: ReminderStage[];
  card: Card | null;
  effects: Notice[];
}

/**
 * The latest stage is sent, save to who has put it off; stages that an outage swallowed are recorded as passed and never sent. The
 * card goes with the stage. Null when none has come.
 */
export function remindersDue(
  snapshot: Snapshot,
  leg: Leg,
  { calendar, now }: TimeView,
  targetsAt: (stage: Stage) => readonly Target[],
): RemindersDue | null {
  const stages = stagesUntil(leg, calendar, dayOf(now));
  const latest = stages.at(-1);
  if (!latest) return null;
  const effects = stages.flatMap((stage) =>
    targetsAt(stage).map((to) => {
      const passed = stage !== latest || isSnoozed(leg, { ...stage, to }, calendar);
      return reminder({ snapshot, leg, stage, to, passed });
    }),
  );
  const dealt = [...new Set(stages.map(({ stage }) => stage))];
  return { day: latest.day, stages: dealt, card: cardOf(latest.stage), effects };
}

function reminder(v: { snapshot: Snapshot; leg: Leg; stage: Stage; to: Target; passed: boolean }): Notice {
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
