import { CONFIDENTIAL_CATEGORIES, DRAFT_CONFIRM_MS } from '../config/rules.ts';
import { refusals } from '../config/texts/answers.ts';
import { splitDone } from '../config/texts/links.ts';
import { responsibleUnit } from '../src/domain/acceptance.ts';
import { OPEN_STATUSES } from '../src/domain/case.ts';
import { NO_ORIGIN } from '../src/domain/links.ts';
import { noticeTo, toSubject, TO_OFFICE } from '../src/domain/notices.ts';
import { decided, type Handler, wrongStatus } from './handler.ts';
import { draftOf } from './report.ts';

/** 拆分 A：X. The second problem becomes the draft of a case of its own, reported by whoever reported A; A goes on unchanged. */
export const split: Handler<'split'> = {
  decide(_, command, view) {
    const { number, from, problem, heard } = command;
    const old = view.other;
    if (!old) return { code: 'notFound', say: refusals.notFound(from) };
    if (old.status !== 'suspended' && !OPEN_STATUSES.includes(old.status)) return wrongStatus(old, '拆分');
    const { subject, reporter, onBehalf, respondent, contact, phone } = old;
    const told = {
      ...problem,
      respondent: problem.respondent ?? respondent,
      contact: problem.contact ?? contact,
      phone: problem.phone ?? phone,
    };
    const drafted = draftOf(
      { number, subject, heard, onBehalf, problem: told, place: reporter },
      { ...NO_ORIGIN, splitFrom: from },
    );
    const confidential = CONFIDENTIAL_CATEGORIES.includes(drafted.category);
    // Where either is the office's alone, the enterprise's group reads of neither.
    const to = old.confidential || confidential ? TO_OFFICE : toSubject(old);
    const effects = noticeTo([to], { class: 'workHours', number, about: { kind: 'splitOff', from }, once: 'draft' });
    const unit = responsibleUnit({ subject, confidential }, view)?.name ?? null;
    const minutes = DRAFT_CONFIRM_MS / 60_000;
    return decided(
      [{ ...drafted, effects }],
      splitDone({ number, from, category: confidential ? null : drafted.category, unit, minutes }),
    );
  },
};
