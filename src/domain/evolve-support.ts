import type { Leg, Snapshot } from './case.ts';
import type { Day } from './day.ts';
import type { EventFrame } from './event.ts';
import { newLeg } from './evolve-parts.ts';
import type { Support, SupportDue } from './support.ts';

type Asked = EventFrame & Pick<Support, 'kind' | 'unit' | 'task' | 'termWorkdays' | 'dueDay' | 'promised'>;

/** A support's turn as it begins. */
export function begunSupport(s: Snapshot, e: Asked): Partial<Snapshot> {
  const { kind, task, promised } = e;
  return { supports: [...s.supports, { ...newLeg(s, e), role: 'support', kind, task, promised, result: null }] };
}

/** One support with a change. */
export function withSupport(s: Snapshot, n: number, change: Partial<Support>): Partial<Snapshot> {
  return { supports: s.supports.map((support) => (support.n === n ? { ...support, ...change } : support)) };
}

/** The supports once the main unit's turn is over: those still open have ended with it. */
export function endedSupports(s: Snapshot): Pick<Snapshot, 'supports'> {
  return { supports: s.supports.map((support) => (isOver(support) ? support : { ...support, status: 'ended' })) };
}

/** The supports with these due days. */
export function movedSupports(s: Snapshot, moves: readonly SupportDue[] = []): Pick<Snapshot, 'supports'> {
  return {
    supports: s.supports.map((support) => {
      const move = moves.find(({ leg }) => leg === support.n);
      return move ? { ...support, ...dueOn(support, move.dueDay) } : support;
    }),
  };
}

/** The supports after a promise of the main unit, which none of them may outlast. */
export function boundSupports(s: Snapshot, main: Day): Pick<Snapshot, 'supports'> {
  const late = s.supports.filter((support) => !isOver(support) && support.dueDay > main);
  return movedSupports(
    s,
    late.map((support) => ({ leg: support.n, dueDay: main })),
  );
}

function isOver({ status }: Leg): boolean {
  return status !== 'assigned' && status !== 'handling';
}

function dueOn(leg: Leg, dueDay: Day): Partial<Leg> {
  return { dueDay, dueVersion: leg.dueDay === dueDay ? leg.dueVersion : leg.dueVersion + 1 };
}
