import { alreadySigned, signed } from '../config/texts/answers.ts';
import { orderReceived } from '../config/texts/supervision.ts';
import { isLegal } from '../src/domain/apply.ts';
import type { Snapshot } from '../src/domain/case.ts';
import type { CommandOf } from '../src/domain/command.ts';
import { dayOf } from '../src/domain/day.ts';
import type { Decision } from '../src/domain/decision.ts';
import { at, describe } from '../src/domain/describe.ts';
import { relationsTo } from '../src/domain/rights.ts';
import { orderStanding } from '../src/domain/supervision.ts';
import { ownSupport } from '../src/domain/support.ts';
import { answered, decided, type Handler, required, unitOf, type View, wrongStatus } from './handler.ts';
import { signSupport } from './own-support.ts';

/** 收到 by the unit, its task force or the leader is 签收: the case is being handled. */
export const accept: Handler<'accept'> = {
  decide(subject, command, view) {
    const snapshot = required(subject);
    const support = ownSupport(snapshot, command);
    if (support) return signSupport({ snapshot, support, command }, view);
    const brief = describe(snapshot);
    const unit = unitOf(snapshot);
    const order = orderReceivedBy(snapshot, command, view);
    if (order) return order;
    if (snapshot.status === 'handling') return answered(alreadySigned({ ...brief, unit }));
    if (!isLegal('signed', snapshot.status)) return wrongStatus(snapshot, '签收');
    return decided([{ type: 'signed' }], signed({ ...brief, unit, due: brief.due ?? '', at: at(command, view) }));
  },
};

/** 收到 by the unit to a case with a 督办单 is the receipt of that, and 签收 of the case where that is wanting. The leader's 收到 is no receipt of it. */
function orderReceivedBy(snapshot: Snapshot, command: CommandOf<'accept'>, view: View): Decision | null {
  const order = orderStanding(snapshot, view.calendar, dayOf(command.at));
  const isUnit = relationsTo(command.actor, snapshot, view.roster).has('unit');
  if (!order || order.receipt || !isUnit || !isLegal('orderReceived', snapshot.status)) return null;
  const { number } = snapshot;
  const reply = orderReceived({ number, order: order.order, by: order.answerBy, at: at(command, view) });
  const signs = isLegal('signed', snapshot.status) ? [{ type: 'signed' as const }] : [];
  return decided([...signs, { type: 'orderReceived' }], reply);
}
