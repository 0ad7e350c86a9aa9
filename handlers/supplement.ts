import { supplemented } from '../config/texts/receipts.ts';
import { refusals } from '../config/texts/answers.ts';
import { isLegal } from '../src/domain/apply.ts';
import { currentLeg, isOpen } from '../src/domain/case.ts';
import { at } from '../src/domain/describe.ts';
import { noticeTo, toUnit } from '../src/domain/notices.ts';
import { openSupports } from '../src/domain/support.ts';
import { decided, type Handler, required, wrongStatus } from './handler.ts';

/** 补充 X, or whatever the reporter adds within two minutes: kept with the case; a unit already at work is told. */
export const supplement: Handler<'supplement'> = {
  decide(subject, command, view) {
    const snapshot = required(subject);
    const { number } = snapshot;
    if (!isLegal('supplemented', snapshot.status)) return wrongStatus(snapshot, '补充');
    if (!command.text)
      return { code: 'missing', say: refusals.noText({ number, at: at(command, view), example: '补充 设备型号为X' }) };
    const leg = isOpen(snapshot) ? currentLeg(snapshot) : null;
    const supports = leg ? openSupports(snapshot).map(({ unit }) => toUnit(snapshot, unit.id)) : [];
    const effects = noticeTo([leg && toUnit(snapshot, leg.unit.id), ...supports], {
      class: 'workHours',
      number,
      about: { kind: 'supplemented', text: command.text },
      once: command.source,
    });
    return decided([{ type: 'supplemented', text: command.text, effects }], supplemented(snapshot));
  },
};
