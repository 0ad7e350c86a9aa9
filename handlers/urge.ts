import { URGES_A_LEG } from '../config/rules.ts';
import { caseworkRefusals, urgeSent } from '../config/texts/casework.ts';
import { isLegal } from '../src/domain/apply.ts';
import { currentLeg } from '../src/domain/case.ts';
import { dayOf } from '../src/domain/day.ts';
import { noticeTo, toLeader, toUnit } from '../src/domain/notices.ts';
import { isOffice } from '../src/domain/rights.ts';
import { answered, decided, type Handler, required, wrongStatus } from './handler.ts';

/** 催办: the unit is told, from the second time on the leader too. An enterprise may once a day and three times a leg; the office as it sees fit. */
export const urge: Handler<'urge'> = {
  decide(subject, command) {
    const snapshot = required(subject);
    const { number, urgedAt } = snapshot;
    const leg = currentLeg(snapshot);
    if (!leg || !isLegal('urged', snapshot.status)) return wrongStatus(snapshot, '催办');
    const last = urgedAt.at(-1);
    const isToday = last !== undefined && dayOf(last) === dayOf(command.at);
    const unit = leg.unit.name;
    if (!isOffice(command.actor) && (isToday || urgedAt.length >= URGES_A_LEG)) {
      return answered(caseworkRefusals.urgedEnough({ number, unit, due: leg.dueDay }));
    }
    const n = urgedAt.length + 1;
    const targets = [toUnit(snapshot, leg.unit.id), n > 1 ? toLeader(snapshot) : null];
    const about = { kind: 'urged', leg: leg.n, n } as const;
    const effects = noticeTo(targets, { class: 'workHours', number, about, once: `leg${leg.n}/${n}` });
    const left = Math.max(0, URGES_A_LEG - n);
    return decided([{ type: 'urged', n, effects }], urgeSent({ number, unit, due: leg.dueDay, left }));
  },
};
