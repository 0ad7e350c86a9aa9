import { commitDone, refusals } from '../config/texts/answers.ts';
import { dateText } from '../config/texts/format.ts';
import { isLegal } from '../src/domain/apply.ts';
import { currentLeg } from '../src/domain/case.ts';
import { dayOf } from '../src/domain/day.ts';
import { at } from '../src/domain/describe.ts';
import { noticeTo, toLeader, toUnit } from '../src/domain/notices.ts';
import { addWorkdays, workdayOnOrBefore } from '../src/domain/working-time.ts';
import { askExtension } from './extend.ts';
import { decided, type Handler, required, wrongStatus } from './handler.ts';

/**
 * N个工作日内办结: a promise that brings the due day forward. A later day than the present one is a 申请延期. A span that ends on a
 * day off (本周内) is kept by the last working day in it; a day off that is named is asked back.
 */
export const commit: Handler<'commit'> = {
  decide(subject, command, view) {
    const snapshot = required(subject);
    const { number } = snapshot;
    const leg = currentLeg(snapshot);
    if (!leg || !isLegal('committed', snapshot.status)) return wrongStatus(snapshot, '承诺期限');
    const today = dayOf(command.at);
    if (!command.day || command.day < today) {
      return { code: 'badDate', say: refusals.badDate({ number, at: at(command, view), example: '3个工作日内办结' }) };
    }
    const { calendar } = view;
    const day = command.named ? command.day : workdayOnOrBefore(calendar, command.day);
    if (day < today || !calendar.isWorkday(day)) {
      const example = `${dateText(addWorkdays(calendar, command.day, 1), today)}前办结`;
      return {
        code: 'badDate',
        say: refusals.dayOff({ number, day: command.day, today, at: at(command, view), example }),
      };
    }
    const due = leg.dueDay;
    if (day > due) return askExtension({ snapshot, leg, to: day, reason: command.reason }, command, view);
    const dueVersion = day === due ? leg.dueVersion : leg.dueVersion + 1;
    const { id, units } = command.actor;
    const unit = units.includes(leg.unit.id) ? null : toUnit(snapshot, leg.unit.id);
    const effects = noticeTo([unit, id === snapshot.leader ? null : toLeader(snapshot)], {
      class: 'workHours',
      number,
      about: { kind: 'committed', leg: leg.n, dueVersion },
      once: `leg${leg.n}/due${dueVersion}`,
    });
    return decided([{ type: 'committed', dueDay: day, effects }], commitDone({ number, due: day, today }));
  },
};
