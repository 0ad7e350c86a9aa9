import { VISITS } from '../config/rules.ts';
import { visitRefusals, visitWithdrawn, visitWithdrawnBefore } from '../config/texts/visits.ts';
import { UNKNOWN_LEADER } from '../config/texts/pairing.ts';
import { at } from '../src/domain/describe.ts';
import { withdrawableUntil } from '../src/domain/visits.ts';
import { answered, type Handler } from './handler.ts';

/** 撤回走访 X by whoever recorded it, or the office, soon enough: it counts no more, and the cases that it brought go on. */
export const withdrawVisit: Handler<'withdrawVisit'> = {
  decide(_, command, view) {
    const { meant } = view.visits;
    if (!meant) {
      const subject = command.subject?.name ?? null;
      return { code: 'missing', say: visitRefusals.nothingToWithdraw({ subject, at: at(command, view) }) };
    }
    const { id, day, found, withdrawn } = meant;
    const subject = meant.subject.name;
    const recorder = view.roster.persons.get(meant.recordedBy)?.name ?? UNKNOWN_LEADER;
    const done = answered(visitWithdrawn({ subject, day, recorder, found }));
    // This very command has withdrawn it before: a retry answers the same.
    if (withdrawn?.source === command.source) return done;
    if (withdrawn) return answered(visitWithdrawnBefore({ subject, day, at: at(command, view) }));
    const until = withdrawableUntil(meant, view.calendar);
    if (command.at > until) {
      const workdays = VISITS.withdrawWorkdays;
      return { code: 'wrongStatus', say: visitRefusals.withdrawnTooLate({ subject, day, workdays, until }) };
    }
    return { ...done, withdrawnVisit: id };
  },
};
