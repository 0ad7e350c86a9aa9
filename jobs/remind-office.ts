import { currentLeg, type Snapshot } from '../src/domain/case.ts';
import { dayOf } from '../src/domain/day.ts';
import { notice, TO_OFFICE } from '../src/domain/notices.ts';
import { workdayOnOrBefore } from '../src/domain/working-time.ts';
import type { Job, TimeView } from './job.ts';

/** A 退回 or a 申请暂停 that is not ruled on the day it was asked: the office is reminded each working morning, once after an outage. */
export const remindRuling: Job<'remindRuling'> = {
  decide(snapshot, _, view) {
    const { day, late } = lateOn(snapshot.giveBack ? 'rulingLate' : 'pauseRulingLate', snapshot, view);
    return { events: [{ type: 'rulingReminded', day, effects: [late] }], at: view.now };
  },
};

/** A 办结 that is not ruled on the day it was reported: as with a 退回. */
export const remindApproval: Job<'remindApproval'> = {
  decide(snapshot, _, view) {
    const { day, late } = lateOn('approvalLate', snapshot, view);
    return { events: [{ type: 'approvalReminded', day, effects: [late] }], at: view.now };
  },
};

/** What the office is reminded of on the last working morning that has come. */
function lateOn(kind: 'rulingLate' | 'pauseRulingLate' | 'approvalLate', snapshot: Snapshot, view: TimeView) {
  const day = workdayOnOrBefore(view.calendar, dayOf(view.now));
  const about = { kind, leg: currentLeg(snapshot)?.n ?? 1 };
  const late = notice({ to: TO_OFFICE, class: 'workHours', number: snapshot.number, about, once: day });
  return { day, late };
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
