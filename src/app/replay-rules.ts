import { currentLeg, OPEN_STATUSES, type Snapshot } from '../domain/case.ts';
import type { Day } from '../domain/day.ts';
import type { World } from '../domain/decision.ts';
import { type Replay, replay } from '../domain/replay.ts';
import { frame } from './act/decide-command.ts';
import type { Context } from './context.ts';

type Core = Pick<Context, 'stores' | 'clock' | 'worlds'>;

/** What counting the open cases by the rules in force comes to. Each pair is the old and the new last day; `supports` counts those that move. */
export interface ReplayReport {
  version: number;
  open: number;
  moved: { number: string; case: [Day, Day]; leg: [Day, Day] | null; supports: number }[];
  same: number;
}

/** Counts every open case by the rules in force; with `apply` also enters the outcome, once a case however often it is repeated. */
export async function replayRules(apply: boolean, { stores, clock, worlds }: Core): Promise<ReplayReport> {
  const [now, current] = await Promise.all([clock.now(), worlds.current()]);
  const world = { ...current, now };
  const report: ReplayReport = { version: world.rules.at(now).version, open: 0, moved: [], same: 0 };
  for await (const snapshot of stores.cases.snapshots({ 'snapshot.status': { $in: [...OPEN_STATUSES] } })) {
    report.open += 1;
    const counted = replay(snapshot, world, now);
    if (!counted) continue;
    note(report, snapshot, counted);
    if (apply) await enter(snapshot.number, world, stores);
  }
  return report;
}

function note(report: ReplayReport, snapshot: Snapshot, { caseDueDay, leg, supports }: Replay): void {
  const { number } = snapshot;
  const days: [Day, Day] = [snapshot.caseDueDay ?? caseDueDay, caseDueDay];
  const before = currentLeg(snapshot)?.dueDay ?? '';
  const legDays: [Day, Day] | null = leg && leg.dueDay !== before ? [before, leg.dueDay] : null;
  if (days[0] === days[1] && !legDays && supports.length === 0) report.same += 1;
  else report.moved.push({ number, case: days, leg: legDays, supports: supports.length });
}

/** One case, decided on as it stands at that moment; whoever loses the race looks again. */
async function enter(number: string, world: World & { now: Date }, { cases }: Core['stores']): Promise<void> {
  const { now } = world;
  for (;;) {
    const doc = await cases.byNumber(number);
    const counted = doc && replay(doc.snapshot, world, now);
    if (!counted) return;
    const source = `rules/${counted.rulesVersion}`;
    const events = frame([{ type: 'rulesSet', ...counted }], { at: now, now, source, by: null });
    if (await cases.append(doc, events, world)) return;
  }
}
