import * as texts from '../../config/texts/notices.ts';
import { failedMessageOffice, strangerReportedOffice, unfiledReportOffice } from '../../config/texts/office.ts';
import { filesAddedNotice, filesText } from '../../config/texts/attachments.ts';
import { atBot, maskPhone } from '../../config/texts/format.ts';
import { answerAdded, resolvedNotice } from '../../config/texts/closing.ts';
import { surveyNudge, surveyQuestions } from '../../config/texts/receipts.ts';
import { type Attachment, countKinds } from '../domain/attachment.ts';
import type { Snapshot } from '../domain/case.ts';
import { caseworkWords, type CaseWords } from './casework.ts';
import { outdated } from './outdated.ts';
import { supportWords } from './support.ts';
import { linkWords } from './links.ts';
import { pauseWords } from './pause.ts';
import type { World } from '../domain/decision.ts';
import { dayOf } from '../domain/day.ts';
import { type Card, cardOf } from './card.ts';
import { describe, nearnessOn, wishedText } from '../domain/describe.ts';
import { useridOf } from '../domain/inbound.ts';
import type { About, Target } from '../domain/notice.ts';
import { findPhone } from '../domain/understand/phone.ts';
import { contactOfUnit } from '../domain/unit-contact.ts';

/** A notice as it reads now, or why it no longer holds. */
export type Rendered = { text: string; card?: Card | null } | { void: string };

/** What rendering looks at. `alone`: one person reads it, who need not name the bot; `enterpriseOnly`: nobody but the enterprise reads the chat it goes to. */
export interface RenderView extends World {
  now: Date;
  to: Target;
  alone: boolean;
  enterpriseOnly: boolean;
  /** Names the card, where the target can show one. */
  taskId?: string | null;
  /** A card that was pressed is shown once more although it asks for nothing any longer. */
  evenOver?: boolean;
}

/** The words of a notice about a case, made from the case as it now stands. */
export function renderCaseNotice(about: About, snapshot: Snapshot, view: RenderView): Rendered {
  const over = view.evenOver ? null : outdated(about, snapshot);
  const gone = isNowSecret(snapshot, view) ? 'the case is confidential by now' : over;
  if (gone) return { void: gone };
  const { taskId } = view;
  const card = taskId ? cardOf(about, snapshot, { taskId, contact: contactFor(snapshot, view) }) : null;
  return { text: wordsOf(about, snapshot, view), card };
}

/** What was decided before a case became confidential may not be told any more to anybody but the office. */
function isNowSecret(snapshot: Snapshot, { to }: RenderView): boolean {
  return snapshot.confidential && to.kind !== 'office' && to.kind !== 'reply';
}

/** The words of a notice that is about no case. */
export function renderPlainNotice(about: About): Rendered {
  switch (about.kind) {
    case 'text':
      return { text: about.text };
    case 'failedMessage':
      return { text: failedMessageOffice({ chatName: about.chatName, person: shortName(about.person) }) };
    case 'unfiledReport':
      return { text: unfiledReportOffice({ chatName: about.chatName, person: shortName(about.person) }) };
    case 'strangerReported':
      return { text: strangerReportedOffice({ chatName: about.chatName, person: shortName(about.person) }) };
    default:
      return { void: `a notice of ${about.kind} needs its case` };
  }
}

function wordsOf(about: About, snapshot: Snapshot, view: RenderView): string {
  const d = describe(snapshot);
  const at = atBot(view.botName, view.alone);
  const unit = d.unit ?? '责任部门';
  const due = d.due ?? '';
  const today = dayOf(view.now);
  const near = due ? nearnessOn(due, today, view.calendar) : '';
  const wished = wishedText(snapshot.wished, today);
  const v = { ...d, wished, unit, due, at, near, today, contact: contactFor(snapshot, view) };
  switch (about.kind) {
    case 'assigned':
      return texts.assigned({ ...v, urgent: snapshot.urgency === 'high' });
    case 'transferred':
      return texts.transferred({ ...v, from: about.from });
    case 'reworked':
      return texts.reworked(v);
    case 'leaderInformed':
      return texts.leaderInformed(v);
    case 'unassigned':
      return texts.unassigned(v);
    case 'movedOn':
      return texts.movedOn({ ...v, to: about.to });
    case 'committed':
      return texts.committed(v);
    case 'extensionAsked':
      return texts.extensionAsked({ ...v, to: about.to, reason: snapshot.extension?.reason ?? null });
    case 'extensionGranted':
      return texts.extensionGranted({ ...v, to: about.to });
    case 'extensionRefused':
      return texts.extensionRefused({ ...v, reason: about.reason });
    case 'supplemented':
      return texts.supplementedNotice({ ...v, text: about.text });
    case 'attached':
      return attachedWords(about.files, d, view);
    case 'withdrawn':
      return texts.withdrawnNotice(v);
    case 'restored':
      return texts.restoredNotice(v);
    case 'reportedForYou':
      return texts.reportedForYou(v);
    default:
      return handlingWords(about, snapshot, v) ?? closureWords(about, snapshot, { ...v, view });
  }
}

function attachedWords(
  files: readonly Attachment[],
  d: { number: string; subject: string },
  { to }: RenderView,
): string {
  const from = to.kind === 'subject' ? 'city' : 'enterprise';
  return filesAddedNotice({ ...d, files: filesText(countKinds(files)), from });
}

function handlingWords(about: About, snapshot: Snapshot, v: CaseWords): string | null {
  return (
    caseworkWords(about, snapshot, v) ??
    pauseWords(about, snapshot, v) ??
    supportWords(about, snapshot, v) ??
    linkWords(about, v)
  );
}

type Words = CaseWords & { view: RenderView };

function closureWords(about: About, snapshot: Snapshot, v: Words): string {
  switch (about.kind) {
    case 'resolved':
      return resolvedNotice(answered(snapshot, about.round, v));
    case 'answerAdded':
      return answerAdded({ ...v, text: about.text });
    case 'surveyInvite':
      return v.view.enterpriseOnly
        ? surveyQuestions({ ...v, again: about.n > 0 })
        : surveyNudge({ number: v.number, again: about.n > 0 });
    case 'surveyOnPhone':
      return texts.phoneCall({ ...v, why: snapshot.closures[about.round - 1]?.survey.reminders ? 'expired' : 'noWay' });
    case 'followUp':
      return texts.phoneCall({ ...v, why: 'dissatisfied' });
    case 'closed':
      return texts.closedNotice(v);
    default:
      throw new Error(`no words for a notice of ${about.kind} about a case`);
  }
}

/** The answer, and whom to call: the words of an answer may name somebody, the register knows. @throws when there is no such round: a bug. */
function answered(snapshot: Snapshot, round: number, { view, ...v }: Words) {
  const closure = snapshot.closures[round - 1];
  if (!closure) throw new Error(`case ${snapshot.number} has no closure ${round}`);
  const { text, outcome, unit, by } = closure;
  const contact = findPhone(text) ? null : contactOfUnit(view.roster, unit.id, by);
  return { ...v, unit: unit.name, text, outcome, contact };
}

/** Phones are masked in groups, save the responsible unit's own and the office's; whoever is of a unit sees them whole (design.md section 6). */
function contactFor(snapshot: Snapshot, view: RenderView): string | null {
  const { contact, phone } = snapshot;
  const { to, roster } = view;
  const inUnit = to.kind === 'person' && (roster.persons.get(to.of)?.units.length ?? 0) > 0;
  const whole = to.kind === 'unit' || to.kind === 'office' || inUnit;
  const number = phone && (whole ? phone : maskPhone(phone));
  return [contact, number].filter(Boolean).join(' ') || null;
}

function shortName(person: string | null): string {
  return person === null ? '有人' : useridOf(person);
}
