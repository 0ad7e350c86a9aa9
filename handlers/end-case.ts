import { caseDeclined, caseRedirected, caseworkRefusals } from '../config/texts/casework.ts';
import { isLegal } from '../src/domain/apply.ts';
import { currentLeg, type Snapshot } from '../src/domain/case.ts';
import type { CommandOf } from '../src/domain/command.ts';
import type { Decision, Refusal } from '../src/domain/decision.ts';
import { at } from '../src/domain/describe.ts';
import { noticeTo, toLeader, toSubject, toUnit } from '../src/domain/notices.ts';
import { farewells } from '../src/domain/support.ts';
import { decided, type Handler, required, type View, wrongStatus } from './handler.ts';

/** 不予受理，因为X: outside what the scheme may decide. The lawful reason is told to the enterprise. */
export const decline: Handler<'decline'> = {
  decide(subject, command, view) {
    const how = { type: 'declined', word: '不予受理', example: '不予受理，因为已进入诉讼程序' } as const;
    return end(required(subject), command, { ...how, reply: caseDeclined }, view);
  },
};

/** 转法定途径，因为X: a matter for a court, an arbitrator or another lawful procedure. */
export const redirect: Handler<'redirect'> = {
  decide(subject, command, view) {
    const how = { type: 'redirected', word: '转法定途径', example: '转法定途径，因为应由劳动仲裁处理' } as const;
    return end(required(subject), command, { ...how, reply: caseRedirected }, view);
  },
};

interface Ending {
  type: 'declined' | 'redirected';
  word: string;
  example: string;
  reply: (v: { number: string }) => string;
}

/** The enterprise is told the reason; whoever was working on the case is told that it is over. */
function end(
  snapshot: Snapshot,
  command: CommandOf<'decline' | 'redirect'>,
  { type, word, example, reply }: Ending,
  view: View,
): Decision | Refusal {
  const { number } = snapshot;
  const { reason } = command;
  if (!isLegal(type, snapshot.status)) return wrongStatus(snapshot, word);
  if (!reason) return { code: 'missing', say: caseworkRefusals.noReason({ number, at: at(command, view), example }) };
  const leg = currentLeg(snapshot);
  const targets = [toSubject(snapshot), leg && toUnit(snapshot, leg.unit.id), leg && toLeader(snapshot)];
  const effects = noticeTo(targets, { class: 'workHours', number, about: { kind: type }, once: type }).concat(
    farewells(snapshot),
  );
  return decided([{ type, reason, effects }], reply({ number }));
}
