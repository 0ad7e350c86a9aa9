import { SNOOZES } from '../config/rules.ts';
import { snoozed, snoozeRefusals } from '../config/texts/supervision.ts';
import { isLegal } from '../src/domain/apply.ts';
import { currentLeg } from '../src/domain/case.ts';
import { dayOf } from '../src/domain/day.ts';
import { at } from '../src/domain/describe.ts';
import { relationsTo } from '../src/domain/rights.ts';
import { addWorkdays } from '../src/domain/working-time.ts';
import { answered, decided, type Handler, required, wrongStatus } from './handler.ts';

/** 稍后提醒, 3天后再提醒: by whoever is reminded, for themselves alone, a few working days at most. */
export const snooze: Handler<'snooze'> = {
  decide(subject, command, view) {
    const snapshot = required(subject);
    const { number } = snapshot;
    const leg = currentLeg(snapshot);
    if (!leg || !isLegal('snoozed', snapshot.status)) return wrongStatus(snapshot, '推迟提醒');
    const who = relationsTo(command.actor, snapshot, view.roster).has('unit') ? 'unit' : 'leader';
    const times = leg.snoozes.filter((past) => past.who === who).length;
    if (times >= SNOOZES.allowed) return answered(snoozeRefusals.usedUp({ number, times }));
    const today = dayOf(command.at);
    const latest = addWorkdays(view.calendar, today, SNOOZES.workdays);
    const until = command.until ?? latest;
    if (until <= today || until > latest) {
      return { code: 'badDate', say: snoozeRefusals.tooFar({ number, at: at(command, view), latest }) };
    }
    return decided([{ type: 'snoozed', who, until }], snoozed({ number, until }));
  },
};
