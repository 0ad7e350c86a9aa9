import { currentLeg, type Snapshot } from '../src/domain/case.ts';
import type { Outcome } from '../src/domain/decision.ts';
import type { Target } from '../src/domain/notice.ts';
import { distinct, toUnit } from '../src/domain/notices.ts';
import { openSupports, type Support } from '../src/domain/support.ts';
import type { Job, TimeView } from './job.ts';
import { remindersDue, type Stage } from './remind.ts';

/** Every supporting unit is reminded of its own day, once it is late the main unit too, which may have to do without. */
export const remindSupport: Job<'remindSupport'> = {
  decide: (snapshot, _, view) => ({
    events: openSupports(snapshot).flatMap((support) => remindedOf(snapshot, support, view)),
    at: view.now,
  }),
};

function remindedOf(snapshot: Snapshot, support: Support, view: TimeView): Outcome[] {
  const due = remindersDue(snapshot, support, view, (stage) => targetsAt(stage, snapshot, support));
  const { n, dueVersion } = support;
  return due ? [{ type: 'supportReminded', leg: n, dueVersion, ...due }] : [];
}

function targetsAt({ stage }: Stage, snapshot: Snapshot, support: Support): Target[] {
  const main = stage === 'overdue' ? currentLeg(snapshot) : null;
  return distinct([toUnit(snapshot, support.unit.id), main && toUnit(snapshot, main.unit.id)]);
}
