import { RUNNING_STATUSES, type Snapshot } from './case.ts';
import type { Outcome } from './decision.ts';
import { pairingOf, type Roster } from './roster.ts';

/**
 * What happens to a running case whose subject another leader has by now; null when nothing does. A case keeps its leader while
 * its subject has none, since somebody must answer for it, and for ever once it is written off.
 */
export function followLeader(
  snapshot: Pick<Snapshot, 'status' | 'leader' | 'subject'>,
  roster: Roster,
): Outcome | null {
  const { leader } = pairingOf(roster, snapshot.subject.id);
  if (leader === null || leader === snapshot.leader || !RUNNING_STATUSES.includes(snapshot.status)) return null;
  return { type: 'leaderChanged', leader, from: snapshot.leader };
}
