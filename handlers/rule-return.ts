import { caseworkRefusals, returnNeedsUnit, returnRuled } from '../config/texts/casework.ts';
import { currentLeg } from '../src/domain/case.ts';
import { at } from '../src/domain/describe.ts';
import { escalatedByMoves } from '../src/domain/escalation.ts';
import { noticeTo, toLeader, toUnit } from '../src/domain/notices.ts';
import { answered, decided, type Handler, required, unitOf } from './handler.ts';
import { transferTo } from './transfer.ts';

/** 同意退回，转给 UNIT or 不同意退回，因为X by the office. Allowed without a unit, the case waits for the office to name one. */
export const ruleReturn: Handler<'ruleReturn'> = {
  decide(subject, command, view) {
    const snapshot = required(subject);
    const { number, giveBack } = snapshot;
    const leg = currentLeg(snapshot);
    const { granted, reason } = command;
    if (!giveBack || !leg) return answered(caseworkRefusals.nothingReturned({ number }));
    if (!granted) {
      const about = { kind: 'returnRefused', leg: leg.n, reason } as const;
      const effects = noticeTo([toUnit(snapshot, leg.unit.id), toLeader(snapshot)], {
        class: 'workHours',
        number,
        about,
        once: command.source,
      });
      return decided(
        [{ type: 'returnRefused', reason, effects }],
        returnRuled({ number, granted, unit: unitOf(snapshot) }),
      );
    }
    const allowed = giveBack.granted ? [] : [{ type: 'returnGranted' as const, reason }];
    const unitName = command.unitName ?? giveBack.suggests;
    const escalated = giveBack.granted ? [] : escalatedByMoves(snapshot);
    if (!unitName) return decided([...allowed, ...escalated], returnNeedsUnit({ number, at: at(command, view) }));
    const moved = transferTo(snapshot, unitName, { command, reason }, view);
    if ('refusal' in moved) return moved.refusal;
    const events = moved.event ? [...allowed, moved.event, ...escalated] : allowed;
    return decided(events, returnRuled({ number, granted, unit: moved.unit.name }));
  },
};
