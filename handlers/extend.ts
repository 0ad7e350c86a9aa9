import { extensionSent, refusals } from '../config/texts/answers.ts';
import { EXTENSIONS } from '../config/rules.ts';
import { caseworkRefusals } from '../config/texts/casework.ts';
import { isLegal } from '../src/domain/apply.ts';
import { currentLeg, type Leg, type Snapshot } from '../src/domain/case.ts';
import type { CommandFrame } from '../src/domain/command.ts';
import { type Day, dayOf, instantAt } from '../src/domain/day.ts';
import type { Decision, Refusal } from '../src/domain/decision.ts';
import { at } from '../src/domain/describe.ts';
import { notice, TO_OFFICE } from '../src/domain/notices.ts';
import { addWorkdays, workdayOnOrBefore } from '../src/domain/working-time.ts';
import { decided, type Handler, required, type View, wrongStatus } from './handler.ts';

/** 申请延期到 DATE，因为X: the office is asked; until it rules, the present due day stands. */
export const extend: Handler<'extend'> = {
  decide(subject, command, view) {
    const snapshot = required(subject);
    const leg = currentLeg(snapshot);
    if (!leg || !isLegal('extensionAsked', snapshot.status)) return wrongStatus(snapshot, '申请延期');
    const isLater = command.to && command.to > leg.dueDay && command.to >= dayOf(command.at);
    if (!command.to || !isLater) {
      const example = '申请延期到 X月X日，因为X';
      return { code: 'badDate', say: refusals.badDate({ number: snapshot.number, at: at(command, view), example }) };
    }
    return askExtension({ snapshot, leg, to: command.to, reason: command.reason }, command, view);
  },
};

/** Asks the office for a later due day: in time, and not too often (domain-anchors.md C2). */
export function askExtension(
  ask: { snapshot: Snapshot; leg: Leg; to: Day; reason: string | null },
  command: CommandFrame,
  view: View,
): Decision | Refusal {
  const { snapshot, leg, to, reason } = ask;
  const { number } = snapshot;
  if (leg.extensions >= EXTENSIONS.allowed) {
    return { code: 'wrongStatus', say: caseworkRefusals.extensionsUsed({ number, times: leg.extensions }) };
  }
  const lastDay = addWorkdays(view.calendar, workdayOnOrBefore(view.calendar, leg.dueDay), -EXTENSIONS.workdaysBefore);
  const until = instantAt(lastDay, EXTENSIONS.before);
  if (command.at >= until) return { code: 'badDate', say: caseworkRefusals.extensionLate({ number, until }) };
  const asked = notice({
    to: TO_OFFICE,
    class: 'workHours',
    number,
    about: { kind: 'extensionAsked', leg: leg.n, to },
    once: command.source,
  });
  const due = leg.dueDay;
  return decided([{ type: 'extensionAsked', to, reason, effects: [asked] }], extensionSent({ number, to, due }));
}
