import { commitDone, refusals } from '../config/texts/answers.ts';
import { isLegal } from '../src/domain/apply.ts';
import { currentLeg } from '../src/domain/case.ts';
import { dayOf } from '../src/domain/day.ts';
import { at } from '../src/domain/describe.ts';
import { noticeTo, toLeader, toUnit } from '../src/domain/notices.ts';
import { askExtension } from './extend.ts';
import { decided, type Handler, required, wrongStatus } from './handler.ts';

/** N个工作日内办结: a promise that brings the due day forward. A later day than the present one is a 申请延期. */
export const commit: Handler<'commit'> = {
  decide(subject, command, view) {
    const snapshot = required(subject);
    const { number } = snapshot;
    const leg = currentLeg(snapshot);
    if (!leg || !isLegal('committed', snapshot.status)) return wrongStatus(snapshot, '承诺期限');
    const { day } = command;
    if (!day || day < dayOf(command.at)) {
      return { code: 'badDate', say: refusals.badDate({ number, at: at(command, view), example: '3个工作日内办结' }) };
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
    return decided([{ type: 'committed', dueDay: day, effects }], commitDone({ number, due: day }));
  },
};
