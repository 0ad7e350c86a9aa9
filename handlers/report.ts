import { CONFIDENTIAL_CATEGORIES, DRAFT_CONFIRM_MS, SURE_CATEGORY } from '../config/rules.ts';
import { unknownYear } from '../config/texts/answers.ts';
import { confidentialReceived, receiptNotes, reportReceived } from '../config/texts/receipts.ts';
import { akinNote, relapseLine } from '../config/texts/links.ts';
import { responsibleUnit } from '../src/domain/acceptance.ts';
import type { Drafted } from '../src/domain/event.ts';
import type { Origin } from '../src/domain/links.ts';
import { originOf } from '../src/domain/origin.ts';
import type { Notice } from '../src/domain/notice.ts';
import { notice } from '../src/domain/notices.ts';
import { canBePushed, chatFor } from '../src/domain/roster.ts';
import { at, wishedText } from '../src/domain/describe.ts';
import { dayOf } from '../src/domain/day.ts';
import { termEnd } from '../src/domain/due.ts';
import { termOf } from '../src/domain/rules.ts';
import type { CommandOf } from '../src/domain/command.ts';
import { isWorkTime, nextWorkTime, unknownYears } from '../src/domain/working-time.ts';
import { decided, type Handler, type View } from './handler.ts';

/** A problem becomes a draft with a number; the receipt shows what was understood and how to correct it. */
export const report: Handler<'report'> = {
  decide(_, command, view) {
    const drafted = draftOf(command, originIn(command, view));
    const effects = command.onBehalf ? tellEnterprise(drafted, command, view) : [];
    return decided([{ ...drafted, effects }], receipt(drafted, command, view));
  },
};

/** The enterprise hears of what was reported for it, where it has a group and the matter may be said there. */
function tellEnterprise({ number, category, subject }: Drafted, { place }: CommandOf<'report'>, view: View): Notice[] {
  const chat = chatFor(view.roster, 'subject', subject.id);
  if (!canBePushed(chat, view.pushes) || chat?.id === place.chat || CONFIDENTIAL_CATEGORIES.includes(category))
    return [];
  const about = { kind: 'reportedForYou' } as const;
  return [notice({ to: { kind: 'subject', of: subject.id }, class: 'workHours', number, about, once: 'draft' })];
}

/** What a problem becomes a draft by: a 代报 or a 拆分 as well as a report. */
export type Draftable = Pick<CommandOf<'report'>, 'number' | 'subject' | 'heard' | 'onBehalf' | 'problem' | 'place'>;

/** A problem as the draft of a case. */
export function draftOf(command: Draftable, origin: Origin): Drafted {
  const { problem } = command;
  const { deadline } = problem;
  return {
    type: 'drafted',
    number: command.number,
    subject: command.subject,
    heard: command.heard,
    onBehalf: command.onBehalf,
    respondent: problem.respondent,
    summary: problem.summary,
    text: problem.text,
    category: problem.category,
    urgency: problem.urgency,
    contact: problem.contact,
    phone: problem.phone,
    wished: deadline?.date ? { day: deadline.date, expr: deadline.expr ?? '' } : null,
    reporter: command.place,
    origin,
  };
}

function receipt(drafted: Drafted, command: CommandOf<'report'>, view: View): string {
  const { number } = drafted;
  const confidential = CONFIDENTIAL_CATEGORIES.includes(drafted.category);
  const common = { number, at: at(command, view), minutes: DRAFT_CONFIRM_MS / 60_000 };
  if (confidential && !command.private) return confidentialReceived(common);
  const today = dayOf(command.at);
  const due = termEnd(view.calendar, command.at, termOf(drafted.category, view.rules.at(command.at)));
  return reportReceived({
    ...common,
    onBehalf: drafted.onBehalf,
    subject: drafted.subject.name,
    respondent: drafted.respondent,
    summary: drafted.summary,
    category: drafted.category,
    unsure: command.problem.confidence < SURE_CATEGORY,
    wished: wishedText(drafted.wished, today),
    unit: responsibleUnit({ subject: drafted.subject, confidential }, view)?.name ?? null,
    due,
    today,
    notes: [...originNotes(drafted), ...notesFor(command, due, view)],
  });
}

function originIn({ problem, heard, at: said }: CommandOf<'report'>, view: View): Origin {
  const { text, category } = problem;
  const confidential = CONFIDENTIAL_CATEGORIES.includes(category);
  return originOf({ text, category, confidential, heard }, view.ofSubject, said);
}

function originNotes({ number, origin }: Drafted): string[] {
  const { relapseOf, akinTo } = origin;
  return [...(relapseOf ? [relapseLine(relapseOf)] : []), ...(akinTo ? [akinNote({ number })] : [])];
}

function notesFor(command: CommandOf<'report'>, due: string, view: View): string[] {
  const { deadline } = command.problem;
  const { calendar } = view;
  const impossible = deadline?.impossible
    ? [receiptNotes.impossible({ expr: deadline.expr ?? '', number: command.number, at: at(command, view) })]
    : [];
  const afterHours = isWorkTime(calendar, command.at)
    ? []
    : [receiptNotes.afterHours({ next: nextWorkTime(calendar, command.at) })];
  const until = deadline?.date && deadline.workdays ? [due, deadline.date].toSorted().at(-1) : due;
  const years = unknownYears(calendar, dayOf(command.at), until ?? due);
  return [...impossible, ...afterHours, ...years.map((year) => unknownYear({ year }))];
}
