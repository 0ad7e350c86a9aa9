import { CATEGORIES } from '../config/rules.ts';
import { refusals } from '../config/texts/answers.ts';
import { categoryCorrected, wishCorrected } from '../config/texts/receipts.ts';
import { isLegal } from '../src/domain/apply.ts';
import { dayOf } from '../src/domain/day.ts';
import { at, wishedText } from '../src/domain/describe.ts';
import { isOffice } from '../src/domain/rights.ts';
import { decided, type Handler, required, wrongStatus } from './handler.ts';

/** 改类别 X: what was understood is put right. The unit stays as it is; a term once promised does too. */
export const correctCategory: Handler<'correctCategory'> = {
  decide(subject, command, view) {
    const snapshot = required(subject);
    if (!isLegal('categoryCorrected', snapshot.status)) return wrongStatus(snapshot, '改类别');
    const { number } = snapshot;
    const { category, said } = command;
    if (!category) {
      return {
        code: 'missing',
        say: refusals.unknownCategory({ said, categories: CATEGORIES, number, at: at(command, view) }),
      };
    }
    const taught = isOffice(command.actor);
    const reply = categoryCorrected({ number, category, taught, at: at(command, view) });
    return decided([{ type: 'categoryCorrected', category, taught }], reply);
  },
};

/** 改期限 X: the term the enterprise wishes for. */
export const correctDeadline: Handler<'correctDeadline'> = {
  decide(subject, command, view) {
    const snapshot = required(subject);
    if (!isLegal('wishCorrected', snapshot.status)) return wrongStatus(snapshot, '改期限');
    const { number } = snapshot;
    if (!command.day || command.day < dayOf(command.at)) {
      return {
        code: 'badDate',
        say: refusals.badDate({ number, at: at(command, view), example: '改期限 5个工作日内' }),
      };
    }
    const wished = { day: command.day, expr: command.expr };
    const reply = wishCorrected({ number, wished: wishedText(wished) ?? '', at: at(command, view) });
    return decided([{ type: 'wishCorrected', wished }], reply);
  },
};
