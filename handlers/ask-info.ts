import { refusals } from '../config/texts/answers.ts';
import { infoRequested } from '../config/texts/casework.ts';
import { isLegal } from '../src/domain/apply.ts';
import { currentLeg } from '../src/domain/case.ts';
import { at } from '../src/domain/describe.ts';
import { noticeTo, toSubject } from '../src/domain/notices.ts';
import { decided, type Handler, required, wrongStatus } from './handler.ts';

/** 请企业补充X: the enterprise is asked in its group; what it adds goes to the unit. The clock runs on. */
export const askInfo: Handler<'askInfo'> = {
  decide(subject, command, view) {
    const snapshot = required(subject);
    const { number } = snapshot;
    const leg = currentLeg(snapshot);
    if (!leg || !isLegal('infoAsked', snapshot.status)) return wrongStatus(snapshot, '请企业补充');
    const { text } = command;
    if (!text) {
      return {
        code: 'missing',
        say: refusals.noText({ number, at: at(command, view), example: '请企业补充 营业执照' }),
      };
    }
    const about = { kind: 'infoAsked', leg: leg.n, text } as const;
    const effects = noticeTo([toSubject(snapshot)], { class: 'workHours', number, about, once: command.source });
    return decided([{ type: 'infoAsked', text, effects }], infoRequested({ number }));
  },
};
