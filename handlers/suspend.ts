import { refusals } from '../config/texts/answers.ts';
import { caseSuspended, caseworkRefusals } from '../config/texts/casework.ts';
import { isLegal } from '../src/domain/apply.ts';
import { currentLeg } from '../src/domain/case.ts';
import { dayOf } from '../src/domain/day.ts';
import { at } from '../src/domain/describe.ts';
import { noticeTo, toLeader, toSubject, toUnit } from '../src/domain/notices.ts';
import { farewells } from '../src/domain/support.ts';
import { decided, type Handler, required, wrongStatus } from './handler.ts';

/** 挂账到DATE，因为X: what cannot be solved now is kept with a review day, and the enterprise is told why. 转给 takes it up again. */
export const suspend: Handler<'suspend'> = {
  decide(subject, command, view) {
    const snapshot = required(subject);
    const { number } = snapshot;
    if (!isLegal('suspended', snapshot.status)) return wrongStatus(snapshot, '挂账');
    const { until, reason } = command;
    const example = '挂账到 X月X日，因为X';
    if (!until || until <= dayOf(command.at)) {
      return { code: 'badDate', say: refusals.badDate({ number, at: at(command, view), example }) };
    }
    if (!reason) return { code: 'missing', say: caseworkRefusals.noReason({ number, at: at(command, view), example }) };
    const leg = currentLeg(snapshot);
    const targets = [toSubject(snapshot), leg && toUnit(snapshot, leg.unit.id), toLeader(snapshot)];
    const once = `until${until}`;
    const effects = noticeTo(targets, { class: 'workHours', number, about: { kind: 'suspended' }, once });
    return decided(
      [{ type: 'suspended', until, reason, effects: [...effects, ...farewells(snapshot)] }],
      caseSuspended({ number, until, today: dayOf(command.at) }),
    );
  },
};
