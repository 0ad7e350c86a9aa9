import { currentLeg, type Snapshot } from '../src/domain/case.ts';
import { dayOf } from '../src/domain/day.ts';
import type { Outcome } from '../src/domain/decision.ts';
import { type Target, targetName } from '../src/domain/notice.ts';
import { toUnit } from '../src/domain/notices.ts';
import { cardOf } from '../src/domain/supervision.ts';
import { openSupports, type Support } from '../src/domain/support.ts';
import { stagesUntil } from '../src/domain/timers.ts';
import type { Job, TimeView } from './job.ts';
import { reminder, type Stage } from './remind.ts';

/** Every supporting unit is reminded of its own day, once it is late the main unit too, which may have to do without. */
export const remindSupport: Job<'remindSupport'> = {
  decide: (snapshot, _, view) => ({
    events: openSupports(snapshot).flatMap((support) => remindedOf(snapshot, support, view)),
    at: view.now,
  }),
};

function remindedOf(snapshot: Snapshot, support: Support, { calendar, now }: TimeView): Outcome[] {
  const stages = stagesUntil(support, calendar, dayOf(now));
  const latest = stages.at(-1);
  if (!latest) return [];
  const effects = stages.flatMap((stage) =>
    targetsAt(stage, snapshot, support).map((to) =>
      reminder({ snapshot, leg: support, stage, to, passed: stage !== latest }),
    ),
  );
  const { day, stage } = latest;
  const { n, dueVersion } = support;
  return [{ type: 'supportReminded', leg: n, day, dueVersion, card: cardOf(stage), effects }];
}

function targetsAt({ stage }: Stage, snapshot: Snapshot, support: Support): Target[] {
  const main = stage === 'overdue' ? currentLeg(snapshot) : null;
  const named = [support, ...(main ? [main] : [])].map(({ unit }) => toUnit(snapshot, unit.id));
  return [...new Map(named.map((to) => [targetName(to), to])).values()];
}
