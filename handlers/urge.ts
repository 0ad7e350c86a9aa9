import { URGES_A_LEG } from '../config/rules.ts';
import { caseworkRefusals, urgeSent } from '../config/texts/casework.ts';
import { isLegal } from '../src/domain/apply.ts';
import { currentLeg, type Leg, type Snapshot } from '../src/domain/case.ts';
import type { CommandOf } from '../src/domain/command.ts';
import { dayOf } from '../src/domain/day.ts';
import type { Decision } from '../src/domain/decision.ts';
import { noticeTo } from '../src/domain/notices.ts';
import { isOffice } from '../src/domain/rights.ts';
import { urgedTargets } from '../src/domain/urging.ts';
import { answered, decided, type Handler, required, wrongStatus } from './handler.ts';

/** 催办: the unit is told, from the second time on the leader too. An enterprise may once a day and three times a leg; the office once a day. */
export const urge: Handler<'urge'> = {
  decide(subject, command) {
    const snapshot = required(subject);
    const leg = currentLeg(snapshot);
    if (!leg || !isLegal('urged', snapshot.status)) return wrongStatus(snapshot, '催办');
    return isOffice(command.actor) ? byOffice(snapshot, leg, command) : byEnterprise(snapshot, leg, command);
  },
};

function byEnterprise(snapshot: Snapshot, leg: Leg, command: CommandOf<'urge'>): Decision {
  const { number, urgedAt } = snapshot;
  const unit = leg.unit.name;
  if (isToday(urgedAt, command.at) || urgedAt.length >= URGES_A_LEG) {
    return answered(caseworkRefusals.urgedEnough({ number, unit, due: leg.dueDay }));
  }
  const n = urgedAt.length + 1;
  const about = { kind: 'urged', leg: leg.n, n } as const;
  const once = `leg${leg.n}/${n}`;
  const effects = noticeTo(urgedTargets(snapshot, n), { class: 'workHours', number, about, once });
  return decided(
    [{ type: 'urged', n, effects }],
    urgeSent({ number, unit, due: leg.dueDay, left: Math.max(0, URGES_A_LEG - n) }),
  );
}

/** Several urged together are told in one message a unit and answered in one, so each of them tells nobody. */
function byOffice(snapshot: Snapshot, leg: Leg, command: CommandOf<'urge'>): Decision {
  const { number, officeUrgedAt } = snapshot;
  const unit = leg.unit.name;
  const due = leg.dueDay;
  if (isToday(officeUrgedAt, command.at)) return answered(caseworkRefusals.urgedToday({ number, unit, due }));
  const n = officeUrgedAt.length + 1;
  if (command.together) return decided([{ type: 'urged', n, byOffice: true }], null);
  const about = { kind: 'urged', leg: leg.n, n, byOffice: true } as const;
  const once = `leg${leg.n}/office${n}`;
  const effects = noticeTo(urgedTargets(snapshot, n), { class: 'workHours', number, about, once });
  return decided([{ type: 'urged', n, byOffice: true, effects }], urgeSent({ number, unit, due, left: null }));
}

function isToday(urgedAt: readonly Date[], at: Date): boolean {
  const last = urgedAt.at(-1);
  return last !== undefined && dayOf(last) === dayOf(at);
}
