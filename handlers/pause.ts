import { PAUSES } from '../config/rules.ts';
import { refusals } from '../config/texts/answers.ts';
import { caseworkRefusals } from '../config/texts/casework.ts';
import { pauseBegun, pauseRefusals, pauseSent } from '../config/texts/pause.ts';
import { isLegal } from '../src/domain/apply.ts';
import { currentLeg, type Leg, type Snapshot } from '../src/domain/case.ts';
import { type Day, dayOf } from '../src/domain/day.ts';
import type { Refusal } from '../src/domain/decision.ts';
import { at } from '../src/domain/describe.ts';
import { notice, TO_OFFICE } from '../src/domain/notices.ts';
import { pausedWorkdays, pausesOf } from '../src/domain/pause.ts';
import { pausing } from '../src/domain/pausing.ts';
import { isOffice } from '../src/domain/rights.ts';
import { addWorkdays, type Calendar, workdaysBetween } from '../src/domain/working-time.ts';
import { decided, type Handler, required, wrongStatus } from './handler.ts';

const EXAMPLES = { ask: '申请暂停到 X月X日，因为X', say: '暂停到 X月X日，因为X' } as const;

/** 申请暂停到DATE，因为X by unit or leader, for the office to rule on; from the office 暂停到DATE，因为X is the ruling. */
export const pause: Handler<'pause'> = {
  decide(subject, command, view) {
    const snapshot = required(subject);
    const { number } = snapshot;
    const leg = currentLeg(snapshot);
    if (!leg || !isLegal('paused', snapshot.status)) return wrongStatus(snapshot, '暂停');
    const { until, reason } = command;
    const today = dayOf(command.at);
    const example = isOffice(command.actor) ? EXAMPLES.say : EXAMPLES.ask;
    if (!until || until <= today) {
      return { code: 'badDate', say: refusals.badDate({ number, at: at(command, view), example }) };
    }
    if (!reason) return { code: 'missing', say: caseworkRefusals.noReason({ number, at: at(command, view), example }) };
    const { calendar } = view;
    const barred = whyNoPause(snapshot, leg, { at: command.at, until, calendar });
    if (barred) return barred;
    if (isOffice(command.actor)) {
      return decided(
        [pausing(snapshot, leg, { at: command.at, until, reason, calendar })],
        pauseBegun({ number, until, today }),
      );
    }
    const about = { kind: 'pauseAsked', leg: leg.n } as const;
    const asked = notice({ to: TO_OFFICE, class: 'workHours', number, about, once: command.source });
    const due = leg.dueDay;
    return decided([{ type: 'pauseAsked', until, reason, effects: [asked] }], pauseSent({ number, until, due, today }));
  },
};

/** In term with a day of it left, not too often, not too long, and with a working day in it. Null when nothing bars the pause. */
export function whyNoPause(
  snapshot: Snapshot,
  leg: Leg,
  { at: instant, until, calendar }: { at: Date; until: Day; calendar: Calendar },
): Refusal | null {
  const { number } = snapshot;
  const today = dayOf(instant);
  const earlier = pausesOf(snapshot, leg);
  if (workdaysBetween(calendar, today, leg.dueDay) === 0) {
    return { code: 'badDate', say: pauseRefusals.late({ number, due: leg.dueDay }) };
  }
  if (earlier.length >= PAUSES.allowed) {
    return { code: 'wrongStatus', say: pauseRefusals.used({ number, times: earlier.length }) };
  }
  const left = PAUSES.workdays - pausedWorkdays(earlier, calendar);
  if (left <= 0) return { code: 'wrongStatus', say: pauseRefusals.spent({ number, workdays: PAUSES.workdays }) };
  const wanted = workdaysBetween(calendar, today, until);
  if (wanted === 0) return { code: 'badDate', say: pauseRefusals.noWorkday({ number, until }) };
  if (wanted <= left) return null;
  const latest = addWorkdays(calendar, today, left);
  return { code: 'badDate', say: pauseRefusals.tooLong({ number, workdays: PAUSES.workdays, left, latest }) };
}
