import { randomFrom } from '../../support/random.ts';

/** How much of one morning is sent to how many. */
export interface MorningSize {
  notices: number;
  groups: number;
  people: number;
  /** How many of them the busiest group gets at least; the busiest member gets as many. */
  busiest: number;
}

/** A notice by the number of its target. */
export interface Planned {
  to: 'group' | 'person';
  index: number;
}

const SEED = 1288;

/** What the platform takes in a minute (20 of a group's robot, 30 of one member) and in an hour. */
const LIMITS = { group: { minute: 20, hour: Number.POSITIVE_INFINITY }, person: { minute: 30, hour: 1_000 } } as const;

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** Spreads a morning unevenly, as towns do: few targets get much, many get one or two. The same each time, mixed like a morning. */
export function planMorning({ notices, groups, people, busiest }: MorningSize): Planned[] {
  const random = randomFrom(SEED);
  const count = { group: groups, person: people };
  return Array.from({ length: notices }, (_, i): Planned => {
    const to = i % 2 === 0 ? 'group' : 'person';
    if (i < 2 * busiest) return { to, index: 0 };
    return { to, index: Math.floor(random() ** 2 * count[to]) };
  });
}

/** The time that the limits alone force on whoever sends a plan, ms: that of the target with the most to wait. */
export function forcedMs(plan: readonly Planned[]): number {
  const counts = new Map<string, { to: Planned['to']; count: number }>();
  for (const { to, index } of plan) {
    const name = `${to} ${index}`;
    counts.set(name, { to, count: (counts.get(name)?.count ?? 0) + 1 });
  }
  return Math.max(0, ...[...counts.values()].map(({ to, count }) => waitOf(count, LIMITS[to])));
}

/** Whole hours first, then the minutes of the rest; the first of each leaves at once. */
function waitOf(count: number, { minute, hour }: { minute: number; hour: number }): number {
  const hours = Number.isFinite(hour) ? Math.ceil(count / hour) - 1 : 0;
  const rest = hours > 0 ? count - hours * hour : count;
  return hours * HOUR_MS + (Math.ceil(rest / minute) - 1) * MINUTE_MS;
}
