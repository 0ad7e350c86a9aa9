import { withdrawn } from '../config/texts/receipts.ts';
import { isLegal } from '../src/domain/apply.ts';
import { currentLeg } from '../src/domain/case.ts';
import { at } from '../src/domain/describe.ts';
import { noticeTo, TO_OFFICE, toLeader, toUnit } from '../src/domain/notices.ts';
import { openSupports } from '../src/domain/support.ts';
import { decided, type Handler, required, wrongStatus } from './handler.ts';

/** 撤回: the case ends; whoever has been told of it is told of this. A draft nobody knows of goes quietly. */
export const withdraw: Handler<'withdraw'> = {
  decide(subject, command, view) {
    const snapshot = required(subject);
    if (!isLegal('withdrawn', snapshot.status)) return wrongStatus(snapshot, '撤回');
    const leg = currentLeg(snapshot);
    const supports = openSupports(snapshot).map(({ unit }) => toUnit(snapshot, unit.id));
    const targets = leg
      ? [toUnit(snapshot, leg.unit.id), toLeader(snapshot), ...supports]
      : snapshot.unitAskedAt
        ? [TO_OFFICE]
        : [];
    const effects = noticeTo(targets, {
      class: 'workHours',
      number: snapshot.number,
      about: { kind: 'withdrawn' },
      // Withdrawn, restored and withdrawn again, it is told again.
      once: command.source,
    });
    return decided([{ type: 'withdrawn', effects }], withdrawn({ number: snapshot.number, at: at(command, view) }));
  },
};
