import { currentLeg, type Snapshot } from '../src/domain/case.ts';
import { type Day, dayOf } from '../src/domain/day.ts';
import type { Notice } from '../src/domain/notice.ts';
import { notice, TO_OFFICE } from '../src/domain/notices.ts';
import { type OfficeDuty, officeDuties } from '../src/domain/office-duties.ts';
import { addWorkdays, workdayOnOrBefore } from '../src/domain/working-time.ts';
import type { Job, TimeView } from './job.ts';

/** What is not said on the day the office was asked: it is reminded each working morning, once after an outage. */
export const remindRuling: Job<'remindRuling'> = {
  decide(snapshot, _, view) {
    const day = lastMorning(view);
    const late = officeDuties(snapshot).filter(({ since }) => addWorkdays(view.calendar, since, 1) <= day);
    const effects = late.map(({ kind }) => reminderOf(kind, snapshot, day));
    return { events: [{ type: 'rulingReminded', day, effects }], at: view.now };
  },
};

/** A 办结 that is not ruled on the day it was reported: as with a 退回. */
export const remindApproval: Job<'remindApproval'> = {
  decide(snapshot, _, view) {
    const day = lastMorning(view);
    const effects = [reminderOf('approvalLate', snapshot, day)];
    return { events: [{ type: 'approvalReminded', day, effects }], at: view.now };
  },
};

/** The last working morning that has come. */
function lastMorning({ calendar, now }: TimeView): Day {
  return workdayOnOrBefore(calendar, dayOf(now));
}

/** 退回, 暂停 and 审核 hold up the unit and come by themselves; the rest is read with the morning's digest. */
const BY_ITSELF = new Set<LateKind>(['rulingLate', 'pauseRulingLate', 'approvalLate']);

type LateKind = OfficeDuty['kind'] | 'approvalLate';

function reminderOf(kind: LateKind, snapshot: Snapshot, day: Day): Notice {
  const leg = currentLeg(snapshot)?.n ?? 1;
  const about = kind === 'unassignedLate' || kind === 'reviewLate' ? { kind } : { kind, leg };
  const deliveryClass = BY_ITSELF.has(kind) ? 'workHours' : 'fold';
  return notice({ to: TO_OFFICE, class: deliveryClass, number: snapshot.number, about, once: day });
}

/** The review day of a 挂账 has come: the office takes it up again, or keeps it for another while. */
export const review: Job<'review'> = {
  decide(snapshot, _, view) {
    const { number, suspension } = snapshot;
    const once = `until${suspension?.until ?? ''}`;
    const about = { kind: 'reviewDue' } as const;
    const due = notice({ to: TO_OFFICE, class: 'workHours', number, about, once });
    return { events: [{ type: 'reviewDue', effects: [due] }], at: view.now };
  },
};
