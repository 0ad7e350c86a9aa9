import { RETURNS } from '../config/rules.ts';
import { caseworkRefusals, returnSent } from '../config/texts/casework.ts';
import { isLegal } from '../src/domain/apply.ts';
import { currentLeg } from '../src/domain/case.ts';
import { dayOf } from '../src/domain/day.ts';
import { at } from '../src/domain/describe.ts';
import { notice, TO_OFFICE } from '../src/domain/notices.ts';
import { precedentsFor } from '../src/domain/precedents.ts';
import { addWorkdays, closeOfBusiness, nextWorkTime } from '../src/domain/working-time.ts';
import { decided, type Handler, required, wrongStatus } from './handler.ts';

/** 退回，因为X: within one working day of the assignment, with a reason; the office rules the same day. After two returns the unit keeps it. */
export const giveBack: Handler<'giveBack'> = {
  decide(subject, command, view) {
    const snapshot = required(subject);
    const { number, bounces } = snapshot;
    const leg = currentLeg(snapshot);
    if (!leg || !isLegal('returnAsked', snapshot.status)) return wrongStatus(snapshot, '退回');
    if (bounces >= RETURNS.allowed) {
      return { code: 'wrongStatus', say: caseworkRefusals.boundToKeep({ number, times: bounces }) };
    }
    const until = closeOfBusiness(view.calendar, addWorkdays(view.calendar, dayOf(leg.startedAt), RETURNS.workdays));
    if (command.at > until) return { code: 'badDate', say: caseworkRefusals.lateReturn({ number, until }) };
    const { reason, unitName } = command;
    if (!reason) {
      const example = '退回，因为不属于本单位职责，建议转给 单位名';
      return { code: 'missing', say: caseworkRefusals.noReason({ number, at: at(command, view), example }) };
    }
    const about = { kind: 'returnAsked', leg: leg.n } as const;
    const asked = notice({ to: TO_OFFICE, class: 'workHours', number, about, once: command.source });
    const ruledBy = closeOfBusiness(view.calendar, dayOf(nextWorkTime(view.calendar, command.at)));
    const alike = precedentsFor(snapshot, view.found['ruled']?.cases ?? []);
    return decided(
      [{ type: 'returnAsked', reason, suggests: unitName, alike, effects: [asked] }],
      returnSent({ number, until: ruledBy }),
    );
  },
};
