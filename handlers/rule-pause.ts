import { pauseBegun, pauseNotAllowed, pauseRefusals } from '../config/texts/pause.ts';
import { caseworkRefusals } from '../config/texts/casework.ts';
import { currentLeg } from '../src/domain/case.ts';
import { dayOf } from '../src/domain/day.ts';
import { at } from '../src/domain/describe.ts';
import { noticeTo, toLeader, toUnit } from '../src/domain/notices.ts';
import { pausing } from '../src/domain/pausing.ts';
import { answered, decided, type Handler, required } from './handler.ts';
import { whyNoPause } from './pause.ts';

/** 同意暂停 or 不同意暂停，因为X by the office. A pause runs from the day it is allowed on, so one allowed too late is asked for anew. */
export const rulePause: Handler<'rulePause'> = {
  decide(subject, command, view) {
    const snapshot = required(subject);
    const { number, pauseAsked } = snapshot;
    const leg = currentLeg(snapshot);
    if (!pauseAsked || !leg) return answered(pauseRefusals.nothingAsked({ number }));
    const { granted, reason } = command;
    const today = dayOf(command.at);
    if (!granted && !reason) {
      const example = '不同意暂停，因为X';
      return { code: 'missing', say: caseworkRefusals.noReason({ number, at: at(command, view), example }) };
    }
    if (!granted) {
      const about = { kind: 'pauseRefused', leg: leg.n, reason } as const;
      const effects = noticeTo([toUnit(snapshot, leg.unit.id), toLeader(snapshot)], {
        class: 'workHours',
        number,
        about,
        once: command.source,
      });
      return decided([{ type: 'pauseRefused', reason, effects }], pauseNotAllowed({ number, due: leg.dueDay, today }));
    }
    const { until } = pauseAsked;
    const { calendar } = view;
    if (until <= today) return { code: 'badDate', say: pauseRefusals.lapsed({ number, until }) };
    const barred = whyNoPause(snapshot, leg, { at: command.at, until, calendar });
    if (barred) return barred;
    const begun = pausing(snapshot, leg, { at: command.at, until, reason: pauseAsked.reason, calendar });
    return decided([begun], pauseBegun({ number, until, today }));
  },
};
