import { alreadyAccepted, reportAccepted, waitsForUnit } from '../config/texts/receipts.ts';
import { acceptance, responsibleUnit } from '../src/domain/acceptance.ts';
import { dayOf } from '../src/domain/day.ts';
import { at, describe } from '../src/domain/describe.ts';
import { termEnd } from '../src/domain/due.ts';
import { termOf } from '../src/domain/rules.ts';
import { answered, decided, type Handler, required, wrongStatus } from './handler.ts';

/** 确认: the draft is accepted and assigned. Said twice, or after the ten minutes, it changes nothing. */
export const confirm: Handler<'confirm'> = {
  decide(subject, command, view) {
    const snapshot = required(subject);
    const brief = describe(snapshot);
    if (!snapshot.acceptedAt && snapshot.status !== 'draft') return wrongStatus(snapshot, '确认');
    if (snapshot.status !== 'draft') return answered(alreadyAccepted(brief));
    const due = termEnd(view.calendar, command.at, termOf(snapshot.category, view.rules.at(command.at)));
    const unit = responsibleUnit(snapshot, view);
    const reply = unit
      ? reportAccepted({ ...brief, unit: unit.name, due, today: dayOf(command.at), at: at(command, view) })
      : waitsForUnit({ number: snapshot.number });
    return decided(acceptance(snapshot, view, { at: command.at }), reply);
  },
};
