import { MEETING } from '../../config/rules.ts';
import { currentLeg, isOpen, type Snapshot } from './case.ts';
import { type Day, dayOf } from './day.ts';
import { isReportedInTerm } from './lateness.ts';
import { type Calendar, workdaysBetween } from './working-time.ts';

/** Why a case is brought before the 调度会. */
export type MeetingReason = 'red' | 'escalated' | 'extended' | 'returned';

/** The reasons for which a case is on the agenda of a day; none when it is in order. A confidential case is no meeting's business. */
export function meetingReasons(snapshot: Snapshot, calendar: Calendar, today: Day): MeetingReason[] {
  const leg = currentLeg(snapshot);
  if (!leg || !isOpen(snapshot) || snapshot.confidential) return [];
  const { giveBack } = snapshot;
  const returnedFor = giveBack ? workdaysBetween(calendar, dayOf(giveBack.at), today) : 0;
  const holds: Record<MeetingReason, boolean> = {
    red: workdaysBetween(calendar, leg.dueDay, today) > 0 && !isReportedInTerm(snapshot),
    escalated: snapshot.escalated,
    extended: leg.extensions >= MEETING.extensions,
    returned: giveBack !== null && returnedFor >= MEETING.returnedWorkdays,
  };
  return REASONS.filter((reason) => holds[reason]);
}

const REASONS: readonly MeetingReason[] = ['red', 'escalated', 'extended', 'returned'];

/** The cases of one unit, the earliest due day first. */
export interface UnitAgenda {
  unit: string;
  cases: Snapshot[];
}

/** The agenda by unit: the unit with the most cases first, equal ones by name. */
export function agendaByUnit(cases: readonly Snapshot[]): UnitAgenda[] {
  const groups = new Map<string, Snapshot[]>();
  for (const snapshot of cases) {
    const unit = currentLeg(snapshot)?.unit.name ?? '';
    groups.set(unit, [...(groups.get(unit) ?? []), snapshot]);
  }
  const dueOf = (snapshot: Snapshot) => `${currentLeg(snapshot)?.dueDay ?? ''}/${snapshot.number}`;
  return [...groups]
    .map(([unit, own]) => ({ unit, cases: own.sort((a, b) => (dueOf(a) < dueOf(b) ? -1 : 1)) }))
    .sort((a, b) => b.cases.length - a.cases.length || (a.unit < b.unit ? -1 : 1));
}
