import { progressNoted, refusals } from '../config/texts/answers.ts';
import { isLegal } from '../src/domain/apply.ts';
import { at } from '../src/domain/describe.ts';
import { ownSupport } from '../src/domain/support.ts';
import { decided, type Handler, required, wrongStatus } from './handler.ts';
import { noteSupport } from './own-support.ts';

/** 进展 X: kept with the current leg; the enterprise reads it when it asks 进度. */
export const progress: Handler<'progress'> = {
  decide(subject, command, view) {
    const snapshot = required(subject);
    const { number } = snapshot;
    const support = ownSupport(snapshot, command);
    if (support) return noteSupport({ snapshot, support, command }, command.text, view);
    if (!isLegal('progressed', snapshot.status)) return wrongStatus(snapshot, '报进展');
    if (!command.text)
      return { code: 'missing', say: refusals.noText({ number, at: at(command, view), example: '进展 已联系银行' }) };
    return decided([{ type: 'progressed', text: command.text }], progressNoted({ number }));
  },
};
