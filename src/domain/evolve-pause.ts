import type { Snapshot } from './case.ts';
import { type Day, dayOf } from './day.ts';
import type { EventFrame } from './event.ts';
import { moved, withCurrent, withLast } from './evolve-parts.ts';
import { movedSupports } from './evolve-support.ts';
import type { SupportDue } from './support.ts';

/** A pause as it begins: the leg is due when it will be if the pause ends as planned. */
export function begunPause(
  s: Snapshot,
  e: EventFrame & { until: Day; reason: string; dueDay: Day; supports: SupportDue[] },
): Partial<Snapshot> {
  const leg = s.legs.at(-1);
  if (!leg) return {};
  const pause = { leg: leg.n, from: dayOf(e.at), until: e.until, reason: e.reason, dueBefore: leg.dueDay };
  return {
    ...movedSupports(s, e.supports),
    status: 'paused',
    extension: null,
    pauseAsked: null,
    pauses: [...s.pauses, pause],
    legs: withCurrent(s, moved(s, e.dueDay)),
  };
}

/** The unit is back where it was; stages that fell into the pause are not made up for. */
export function endedPause(
  s: Snapshot,
  e: EventFrame & { lastDay: Day; dueDay: Day; supports: SupportDue[] },
): Partial<Snapshot> {
  const leg = s.legs.at(-1);
  if (!leg) return {};
  const later = (day: Day | null) => (day && day > e.lastDay ? day : e.lastDay);
  const { supports } = movedSupports(s, e.supports);
  return {
    supports: supports.map((support) => ({ ...support, remindedDay: later(support.remindedDay) })),
    status: leg.status === 'handling' ? 'handling' : 'assigned',
    pauses: withLast(s.pauses, { until: e.lastDay }),
    legs: withCurrent(s, { ...moved(s, e.dueDay), remindedDay: later(leg.remindedDay), card: null }),
  };
}
