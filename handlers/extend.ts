import { extensionSent, refusals } from '../config/texts/answers.ts';
import { EXTENSIONS } from '../config/rules.ts';
import { caseworkRefusals } from '../config/texts/casework.ts';
import { dateText } from '../config/texts/format.ts';
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
    const { to, reason } = command;
    const barred =
      whyNoExtension(snapshot, leg, command, view) ?? whatIsMissing(snapshot, { to, reason }, command, view);
    return barred ?? filed({ snapshot, leg, to, reason }, command);
  },
};

interface Ask {
  snapshot: Snapshot;
  leg: Leg;
  to: Day;
  reason: string | null;
}

/** Asks the office for a later due day, where that is still possible. */
export function askExtension(ask: Ask, command: CommandFrame, view: View): Decision | Refusal {
  return whyNoExtension(ask.snapshot, ask.leg, command, view) ?? filed(ask, command);
}

/** A working day, and why: what is wanting is asked back with the rest as it was said. */
function whatIsMissing(
  { number }: Snapshot,
  { to, reason }: Pick<Ask, 'to' | 'reason'>,
  command: CommandFrame,
  view: View,
): Refusal | null {
  const { calendar } = view;
  const isOff = !calendar.isWorkday(to);
  if (!isOff && reason) return null;
  const today = dayOf(command.at);
  const day = dateText(isOff ? addWorkdays(calendar, to, 1) : to, today);
  const v = { number, at: at(command, view), example: `申请延期到 ${day}，因为X` };
  return isOff
    ? { code: 'badDate', say: refusals.dayOff({ ...v, day: to, today }) }
    : { code: 'missing', say: caseworkRefusals.noReason(v) };
}

/** Asked for in time, and not too often (domain-anchors.md C2). */
function whyNoExtension({ number }: Snapshot, leg: Leg, command: CommandFrame, view: View): Refusal | null {
  if (leg.extensions >= EXTENSIONS.allowed) {
    return { code: 'wrongStatus', say: caseworkRefusals.extensionsUsed({ number, times: leg.extensions }) };
  }
  const lastDay = addWorkdays(view.calendar, workdayOnOrBefore(view.calendar, leg.dueDay), -EXTENSIONS.workdaysBefore);
  const until = instantAt(lastDay, EXTENSIONS.before);
  return command.at >= until ? { code: 'badDate', say: caseworkRefusals.extensionLate({ number, until }) } : null;
}

function filed({ snapshot, leg, to, reason }: Ask, command: CommandFrame): Decision {
  const { number } = snapshot;
  const asked = notice({
    to: TO_OFFICE,
    class: 'workHours',
    number,
    about: { kind: 'extensionAsked', leg: leg.n, to },
    once: command.source,
  });
  const due = leg.dueDay;
  return decided(
    [{ type: 'extensionAsked', to, reason, effects: [asked] }],
    extensionSent({ number, to, due, today: dayOf(command.at) }),
  );
}
