import { refusals, ruled } from '../config/texts/answers.ts';
import { currentLeg } from '../src/domain/case.ts';
import { dayOf } from '../src/domain/day.ts';
import { noticeTo, toLeader, toSubject, toUnit } from '../src/domain/notices.ts';
import { answered, decided, type Handler, required } from './handler.ts';

/** 同意延期 or 不同意延期 by the office: unit and leader are told, and the enterprise of a new date. */
export const rule: Handler<'rule'> = {
  decide(subject, command) {
    const snapshot = required(subject);
    const { number, extension } = snapshot;
    const leg = currentLeg(snapshot);
    const today = dayOf(command.at);
    if (!extension || !leg) return answered(refusals.noExtension({ number }));
    const common = { class: 'workHours', number, once: `leg${leg.n}/${command.source}` } as const;
    const handlers = [toUnit(snapshot, leg.unit.id), toLeader(snapshot)];
    if (!command.granted) {
      const about = { kind: 'extensionRefused', leg: leg.n, reason: command.reason } as const;
      const day = leg.dueDay;
      const effects = noticeTo(handlers, { ...common, about });
      return decided(
        [{ type: 'extensionRefused', reason: command.reason, effects }],
        ruled({ number, granted: false, day, today }),
      );
    }
    const about = { kind: 'extensionGranted', leg: leg.n, to: extension.to } as const;
    const effects = noticeTo([...handlers, toSubject(snapshot)], { ...common, about });
    return decided(
      [{ type: 'extensionGranted', to: extension.to, effects }],
      ruled({ number, granted: true, day: extension.to, today }),
    );
  },
};
