import { OPEN_STATUSES, type Snapshot } from '../../domain/case.ts';
import type { CommandOf, Found } from '../../domain/command.ts';
import { dayOf } from '../../domain/day.ts';
import { meetingReasons } from '../../domain/meeting.ts';
import { isOffice } from '../../domain/rights.ts';
import { orderStanding } from '../../domain/supervision.ts';
import type { QueryTopic } from '../../domain/understand/reading.ts';
import type { Calendar } from '../../domain/working-time.ts';
import { toMongo } from '../../store/case-filter.ts';
import type { Stores } from '../context.ts';

/** What a question of supervision looks through: all open cases that are not the office's alone, streamed, so that no limit hides one; a unit's own for a unit. */
export async function lookUpSupervision(
  { what, actor }: CommandOf<'query'>,
  v: { now: Date; calendar: Calendar },
  { cases }: Stores,
): Promise<Record<string, Found>> {
  const today = dayOf(v.now);
  const isAsked: Partial<Record<QueryTopic, (snapshot: Snapshot) => boolean>> = {
    meeting: (snapshot) => meetingReasons(snapshot, v.calendar, today).length > 0,
    orders: (snapshot) => orderStanding(snapshot, v.calendar, today) !== null,
  };
  const keep = isAsked[what];
  if (!keep) return {};
  const whose = isOffice(actor) ? {} : { units: actor.units };
  const kept: Snapshot[] = [];
  for await (const snapshot of cases.snapshots(toMongo({ statuses: OPEN_STATUSES, openOnly: true, ...whose }))) {
    if (keep(snapshot)) kept.push(snapshot);
  }
  return { [what]: { cases: kept, more: 0 } };
}
