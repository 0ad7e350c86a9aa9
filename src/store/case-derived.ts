import { currentLeg, type Snapshot } from '../domain/case.ts';
import { caseDue, legDue } from '../domain/due.ts';
import { openSupports } from '../domain/support.ts';
import type { Calendar } from '../domain/working-time.ts';

/** What the indexes need. The due instants are those of the calendar's hours, so a new calendar writes them anew. */
export function derived(snapshot: Snapshot, calendar: Calendar) {
  const leg = currentLeg(snapshot);
  const caseDueAt = caseDue(snapshot, calendar);
  return {
    units: [...(leg ? [leg] : []), ...openSupports(snapshot)].map(({ unit }) => unit.id),
    dueAt: leg ? legDue(leg, calendar) : caseDueAt,
    caseDueAt,
  };
}
