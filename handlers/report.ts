import { CONFIDENTIAL_CATEGORIES, DRAFT_CONFIRM_MS } from '../config/rules.ts';
import { confidentialReceived, reportReceived } from '../config/texts/receipts.ts';
import { responsibleUnit } from '../src/domain/acceptance.ts';
import type { Drafted } from '../src/domain/event.ts';
import { at, wishedText } from '../src/domain/describe.ts';
import { termEnd, termOf } from '../src/domain/due.ts';
import type { CommandOf } from '../src/domain/command.ts';
import { decided, type Handler, type View } from './handler.ts';

/** A problem becomes a draft with a number; the receipt shows what was understood and how to correct it. */
export const report: Handler<'report'> = {
  decide(_, command, view) {
    const drafted = draftOf(command);
    return decided([drafted], receipt(drafted, command, view));
  },
};

function draftOf(command: CommandOf<'report'>): Drafted {
  const { problem } = command;
  const { deadline } = problem;
  return {
    type: 'drafted',
    number: command.number,
    subject: command.subject,
    summary: problem.summary,
    text: problem.text,
    category: problem.category,
    urgency: problem.urgency,
    contact: problem.contact,
    phone: problem.phone,
    wished: deadline?.date ? { day: deadline.date, expr: deadline.expr ?? '' } : null,
    reporter: command.place,
  };
}

function receipt(drafted: Drafted, command: CommandOf<'report'>, view: View): string {
  const { number } = drafted;
  const confidential = CONFIDENTIAL_CATEGORIES.includes(drafted.category);
  const common = { number, at: at(command, view), minutes: DRAFT_CONFIRM_MS / 60_000 };
  if (confidential && !command.private) return confidentialReceived(common);
  return reportReceived({
    ...common,
    subject: drafted.subject.name,
    summary: drafted.summary,
    category: drafted.category,
    wished: wishedText(drafted.wished),
    unit: responsibleUnit({ subject: drafted.subject, confidential }, view)?.name ?? null,
    due: termEnd(view.calendar, command.at, termOf(drafted.category)),
  });
}
