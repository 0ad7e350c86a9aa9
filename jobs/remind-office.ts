import { currentLeg } from '../src/domain/case.ts';
import { dayOf } from '../src/domain/day.ts';
import { notice, TO_OFFICE } from '../src/domain/notices.ts';
import { workdayOnOrBefore } from '../src/domain/working-time.ts';
import type { Job } from './job.ts';

/** A 退回 or a 申请暂停 that is not ruled on the day it was asked: the office is reminded each working morning, once after an outage. */
export const remindRuling: Job<'remindRuling'> = {
  decide(snapshot, _, view) {
    const { number } = snapshot;
    const day = workdayOnOrBefore(view.calendar, dayOf(view.now));
    const kind = snapshot.giveBack ? 'rulingLate' : 'pauseRulingLate';
    const about = { kind, leg: currentLeg(snapshot)?.n ?? 1 } as const;
    const late = notice({ to: TO_OFFICE, class: 'workHours', number, about, once: day });
    return { events: [{ type: 'rulingReminded', day, effects: [late] }], at: view.now };
  },
};

/** A 办结 that is not ruled on the day it was reported: as with a 退回. */
export const remindApproval: Job<'remindApproval'> = {
  decide(snapshot, _, view) {
    const { number } = snapshot;
    const day = workdayOnOrBefore(view.calendar, dayOf(view.now));
    const about = { kind: 'approvalLate', leg: currentLeg(snapshot)?.n ?? 1 } as const;
    const late = notice({ to: TO_OFFICE, class: 'workHours', number, about, once: day });
    return { events: [{ type: 'approvalReminded', day, effects: [late] }], at: view.now };
  },
};

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
