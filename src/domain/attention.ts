import { type Kinds, kindsOf } from './pairing-check.ts';
import { pairingOf, type Roster } from './roster.ts';
import type { LeaderVisit } from './visits.ts';

/** How many subjects nobody has been to or heard from. */
export interface Attention {
  /** Not visited by their leader in the month. */
  unvisited: Kinds;
  /** No report for so long that a visit is worth while. */
  silent: Kinds;
}

/** Counts the paired subjects by the month's visits and by who has reported lately. */
export function attentionOf(
  roster: Roster,
  v: { visits: readonly LeaderVisit[]; reported: ReadonlySet<string> },
): Attention {
  const paired = [...roster.subjects.values()].filter(({ id }) => pairingOf(roster, id).leader !== null);
  const visited = new Set(v.visits.map(({ leader, subject }) => `${leader} ${subject}`));
  return {
    unvisited: kindsOf(paired.filter(({ id }) => !visited.has(`${pairingOf(roster, id).leader} ${id}`))),
    silent: kindsOf(paired.filter(({ id }) => !v.reported.has(id))),
  };
}
