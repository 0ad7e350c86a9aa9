import { alreadySigned, signed } from '../config/texts/answers.ts';
import { isLegal } from '../src/domain/apply.ts';
import { at, describe } from '../src/domain/describe.ts';
import { ownSupport } from '../src/domain/support.ts';
import { answered, decided, type Handler, required, unitOf, wrongStatus } from './handler.ts';
import { signSupport } from './own-support.ts';

/** 收到 by the unit, its task force or the leader is 签收: the case is being handled. */
export const accept: Handler<'accept'> = {
  decide(subject, command, view) {
    const snapshot = required(subject);
    const support = ownSupport(snapshot, command, view.roster);
    if (support) return signSupport({ snapshot, support, command }, view);
    const brief = describe(snapshot);
    const unit = unitOf(snapshot);
    if (snapshot.status === 'handling') return answered(alreadySigned({ ...brief, unit }));
    if (!isLegal('signed', snapshot.status)) return wrongStatus(snapshot, '签收');
    return decided([{ type: 'signed' }], signed({ ...brief, unit, due: brief.due ?? '', at: at(command, view) }));
  },
};
