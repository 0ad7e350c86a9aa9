import type { Snapshot } from './case.ts';
import { type Day, dayOf } from './day.ts';
import type { EventFrame } from './event.ts';

/** What the office has yet to say about a case, named by the notice that reminds it. */
export interface OfficeDuty {
  kind: 'unassignedLate' | 'rulingLate' | 'extensionRulingLate' | 'pauseRulingLate' | 'reviewLate';
  /** The day on which the office was asked, or last reminded. */
  since: Day;
}

/** What waits for the office in a case that it alone can take further; each is reminded of until the office has said something. */
export function officeDuties(snapshot: Snapshot): OfficeDuty[] {
  const { status, unitAskedAt, unitRemindedDay, suspension } = snapshot;
  if (status === 'draft')
    return unitAskedAt ? [{ kind: 'unassignedLate', since: unitRemindedDay ?? dayOf(unitAskedAt) }] : [];
  if (status === 'suspended')
    return suspension?.reviewed ? [{ kind: 'reviewLate', since: suspension.remindedDay ?? suspension.until }] : [];
  const { giveBack, pauseAsked, extension } = snapshot;
  return [
    ...ruling('rulingLate', giveBack),
    ...ruling('pauseRulingLate', pauseAsked),
    ...ruling('extensionRulingLate', extension),
  ];
}

function ruling(kind: OfficeDuty['kind'], asked: { at: Date; remindedDay: Day | null } | null): OfficeDuty[] {
  return asked ? [{ kind, since: asked.remindedDay ?? dayOf(asked.at) }] : [];
}

/** Whatever waits for the office, once it has been reminded on a day. */
export function remindedDuties(s: Snapshot, { day: remindedDay }: { day: Day }): Partial<Snapshot> {
  return {
    unitRemindedDay: s.status === 'draft' ? remindedDay : s.unitRemindedDay,
    giveBack: s.giveBack && { ...s.giveBack, remindedDay },
    pauseAsked: s.pauseAsked && { ...s.pauseAsked, remindedDay },
    extension: s.extension && { ...s.extension, remindedDay },
    suspension: s.suspension && { ...s.suspension, remindedDay },
  };
}

/** The review day has been told to the office; told late after an outage, the next reminder waits for the morning after. */
export function begunReview({ suspension }: Snapshot, { at }: EventFrame): Partial<Snapshot> {
  return { suspension: suspension && { ...suspension, reviewed: true, remindedDay: dayOf(at) } };
}
