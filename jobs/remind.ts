import { currentLeg, type Leg, type Snapshot } from '../src/domain/case.ts';
import { dayOf } from '../src/domain/day.ts';
import { type Notice, type Target, targetName } from '../src/domain/notice.ts';
import { toLeader, toUnit } from '../src/domain/notices.ts';
import { stagesUntil } from '../src/domain/timers.ts';
import type { Job } from './job.ts';

/** Unit and leader are reminded of the latest stage; stages that an outage swallowed are recorded as passed and never sent. */
export const remind: Job<'remind'> = {
  decide(snapshot, _, view) {
    const leg = currentLeg(snapshot);
    const stages = leg ? stagesUntil(leg, view.calendar, dayOf(view.now)) : [];
    const latest = stages.at(-1);
    if (!leg || !latest) return { events: [], at: view.now };
    const targets = [toUnit(snapshot, leg.unit.id), toLeader(snapshot)].filter((to) => to !== null);
    const effects = stages.flatMap((stage) =>
      targets.map((to) => reminder({ snapshot, leg, stage, to, passed: stage !== latest })),
    );
    return { events: [{ type: 'reminded', day: latest.day, dueVersion: leg.dueVersion, effects }], at: view.now };
  },
};

type Stage = ReturnType<typeof stagesUntil>[number];

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
