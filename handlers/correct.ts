import { CATEGORIES, type Category, CONFIDENTIAL_CATEGORIES } from '../config/rules.ts';
import { refusals } from '../config/texts/answers.ts';
import { caseOpened, confidentialRefusals } from '../config/texts/confidential.ts';
import { categoryCorrected, wishCorrected } from '../config/texts/receipts.ts';
import { responsibleUnit } from '../src/domain/acceptance.ts';
import { isLegal } from '../src/domain/apply.ts';
import type { Case, Snapshot } from '../src/domain/case.ts';
import type { CommandFrame } from '../src/domain/command.ts';
import { officeHas, openingNotices } from '../src/domain/confidential.ts';
import { dayOf } from '../src/domain/day.ts';
import type { Decision } from '../src/domain/decision.ts';
import { at, wishedText } from '../src/domain/describe.ts';
import { isOffice } from '../src/domain/rights.ts';
import { decided, type Handler, required, unitOf, type View, wrongStatus } from './handler.ts';

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
    if (subject && opens(snapshot, category)) {
      return taught
        ? openUp(subject, { command, category }, view)
        : { code: 'notYours', say: confidentialRefusals.category({ number }) };
    }
    const reply = categoryCorrected({ number, category, taught, at: at(command, view) });
    return decided([{ type: 'categoryCorrected', category, taught }], reply);
  },
};

/** True when the case was accepted as confidential and would be no longer. */
function opens({ confidential, acceptedAt }: Snapshot, category: Category): boolean {
  return confidential && acceptedAt !== null && !CONFIDENTIAL_CATEGORIES.includes(category);
}

/** The office says that it is no matter for it alone: from now on leader and unit know of it. */
function openUp(subject: Case, v: { command: CommandFrame; category: Category }, view: View): Decision {
  const { category, command } = v;
  const opened = { ...subject.snapshot, category, confidential: false };
  const reply = caseOpened({
    number: opened.number,
    category,
    secret: subject.snapshot.category,
    unit: unitOf(opened),
    officeHas: officeHas(opened, view.roster),
    suggests: responsibleUnit(opened, view)?.name ?? null,
    at: at(command, view),
  });
  const effects = openingNotices(subject, opened, view.roster);
  return decided([{ type: 'categoryCorrected', category, taught: true, effects }], reply);
}

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
    const reply = wishCorrected({ number, wished: wishedText(wished, dayOf(command.at)) ?? '', at: at(command, view) });
    return decided([{ type: 'wishCorrected', wished }], reply);
  },
};
