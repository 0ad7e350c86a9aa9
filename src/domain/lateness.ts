import { currentLeg, type Snapshot } from './case.ts';
import { type Day, dayOf } from './day.ts';
import { type Calendar, closeOfBusiness } from './working-time.ts';

/** True while a 办结 that the unit reported in term waits for the office's 审核: what is late then is not the unit's. */
export function isReportedInTerm({ approval }: Pick<Snapshot, 'approval'>): boolean {
  return approval?.inTerm === true;
}

/** What is looked at to tell how late an open case is. */
export interface OpenCase {
  number: string;
  due: Day;
  isReported: boolean;
}

/** The unit's due day, the enterprise's while no unit has it. */
export function openCase(snapshot: Snapshot): OpenCase {
  const due = currentLeg(snapshot)?.dueDay ?? snapshot.caseDueDay;
  return {
    number: snapshot.number,
    due: due ?? dayOf(snapshot.acceptedAt ?? snapshot.draftedAt),
    isReported: isReportedInTerm(snapshot),
  };
}

/** True when the unit is late with it. */
export function isLate({ due, isReported }: OpenCase, { now, calendar }: { now: Date; calendar: Calendar }): boolean {
  return !isReported && closeOfBusiness(calendar, due) < now;
}
