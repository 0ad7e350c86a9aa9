import { currentLeg, type Snapshot } from './case.ts';
import { type Notice, type Target, targetName } from './notice.ts';
import { toLeader, toUnit } from './notices.ts';

/** How many of these cases each unit has, the most first. */
export function countByUnit(cases: readonly Snapshot[]): { unit: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const snapshot of cases) {
    const unit = currentLeg(snapshot)?.unit.name ?? '';
    counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  return [...counts]
    .map(([unit, count]) => ({ unit, count }))
    .sort((a, b) => b.count - a.count || (a.unit < b.unit ? -1 : 1));
}

/** Whom a 催办 of a case tells: its unit, from the office's second time on the leader too. */
export function urgedTargets(snapshot: Snapshot, n: number): Target[] {
  const leg = currentLeg(snapshot);
  const leader = n > 1 ? toLeader(snapshot) : null;
  return [...(leg ? [toUnit(snapshot, leg.unit.id)] : []), ...(leader ? [leader] : [])];
}

/** One message a target for all cases that were urged at once; `once` is the message that confirmed it. */
export function urgedTogether(cases: readonly Snapshot[], once: string): Notice[] {
  const told = new Map<string, { to: Target; numbers: string[] }>();
  for (const snapshot of cases) {
    for (const to of urgedTargets(snapshot, snapshot.officeUrgedAt.length)) {
      const own = told.get(targetName(to)) ?? { to, numbers: [] };
      told.set(targetName(to), { to, numbers: [...own.numbers, snapshot.number] });
    }
  }
  return [...told].map(([name, { to, numbers }]) => ({
    key: `urgedTogether/${once}/${name}`,
    to,
    class: 'workHours',
    number: null,
    about: { kind: 'urgedTogether', numbers },
  }));
}
