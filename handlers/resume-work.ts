import { pauseRefusals, resumeDone } from '../config/texts/pause.ts';
import { dayOf } from '../src/domain/day.ts';
import { resumption } from '../src/domain/pausing.ts';
import { answered, decided, type Handler, required, unitOf } from './handler.ts';

/** 恢复办理: the unit's clock runs again from today, earlier than planned; 恢复 alone takes back one's own last word. */
export const resumeWork: Handler<'resumeWork'> = {
  decide(subject, command, view) {
    const snapshot = required(subject);
    const { number } = snapshot;
    const [resumed] = resumption(snapshot, { at: command.at, calendar: view.calendar });
    if (!resumed) return answered(pauseRefusals.notPaused({ number }));
    return decided(
      [resumed],
      resumeDone({ number, unit: unitOf(snapshot), due: resumed.dueDay, today: dayOf(command.at) }),
    );
  },
};
