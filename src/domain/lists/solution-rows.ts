import {
  CONFIRMED,
  IN_TERM,
  next,
  OUTCOMES,
  progressText,
  SCORES,
  UNKNOWN,
  WATCH,
} from '../../../config/texts/lists.ts';
import { OUTCOME_TEXT } from '../../../config/texts/closing.ts';
import { STATUS_TEXT } from '../../../config/texts/status.ts';
import type { Survey } from '../closure.ts';
import type { Day } from '../day.ts';
import { workdaysBetween } from '../working-time.ts';
import { maskedText } from './mask-text.ts';
import { nameOf } from './problem-rows.ts';
import { ENDED, isBy, lastDayOf, type ListFrame, type Standing } from './standing.ts';

/** One line of 《问题解决情况清单》, its number of order aside. */
export interface SolutionRow {
  number: string;
  subject: string;
  summary: string;
  main: string;
  assignedAt: Date | null;
  due: Day;
  extensions: number;
  measures: string;
  progress: string;
  closedAt: Date | null;
  inTerm: string;
  outcome: string;
  evidence: string;
  confirmed: string;
  satisfaction: string;
  writtenOffAt: Date | null;
  next: string;
  watch: string;
}

/** The line of a case that may be named. */
export function solutionRow(standing: Standing, frame: ListFrame): SolutionRow {
  const { snapshot, leg, closure, lastRound, extensions, writtenOffAt } = standing;
  const survey =
    lastRound && lastRound.survey.answeredAt && isBy(lastRound.survey.answeredAt, frame) ? lastRound.survey : null;
  const told = leg?.lastProgress && isBy(leg.lastProgress.at, frame) ? leg.lastProgress : null;
  const person = nameOf(closure?.by ?? told?.by ?? null, frame.roster);
  return {
    number: snapshot.number,
    subject: snapshot.subject.name,
    summary: maskedText(snapshot.summary, 120),
    main: [leg?.unit.name ?? UNKNOWN.unit, person].filter(Boolean).join(' '),
    assignedAt: leg?.startedAt ?? null,
    due: standing.due,
    extensions,
    measures: lastRound ? maskedText(lastRound.text, 300) : '',
    progress: told ? progressText({ at: told.at, text: maskedText(told.text, 300) }) : '',
    closedAt: closure?.at ?? null,
    inTerm: inTermOf(standing),
    outcome: outcomeOf(standing, survey),
    evidence: masked(lastRound?.evidence) ?? '',
    confirmed: confirmedOf(standing, survey),
    satisfaction: survey?.score ? SCORES[survey.score] : '',
    writtenOffAt,
    next: nextOf(standing, frame),
    watch: standing.isOverdue ? WATCH.overdue : standing.isNear ? WATCH.near : '',
  };
}

function inTermOf({ closure, isOverdue }: Standing): string {
  if (closure) return closure.inTerm ? IN_TERM.yes : IN_TERM.no;
  return isOverdue ? IN_TERM.overdue : '';
}

/** What the unit reported while that counts; what the enterprise said of it has a column of its own. */
function outcomeOf({ closure, endedAt, status }: Standing, survey: Survey | null): string {
  if (endedAt) return status === 'withdrawn' || status === 'redirected' ? OUTCOME_TEXT[status] : STATUS_TEXT[status];
  if (closure) return OUTCOME_TEXT[closure.outcome];
  if (status === 'suspended') return OUTCOME_TEXT.planned;
  return survey?.resolved ? OUTCOMES[survey.resolved] : '';
}

function confirmedOf({ closure, lastRound }: Standing, survey: Survey | null): string {
  if (survey?.resolved) return CONFIRMED[survey.resolved];
  if (!closure || !lastRound) return '';
  if (lastRound.survey.expiredAt) return CONFIRMED.phone;
  return lastRound.survey.invitedAt ? CONFIRMED.awaited : CONFIRMED.none;
}

function nextOf(standing: Standing, frame: ListFrame): string {
  const { snapshot, status, leg, due } = standing;
  if (ENDED.includes(status)) return next.ended({ status: STATUS_TEXT[status], reason: masked(snapshot.endReason) });
  if (!standing.isOpen) return '';
  const { suspension, giveBack, extension, approval, pauses } = snapshot;
  const pause = pauses.at(-1);
  if (status === 'suspended' && suspension)
    return next.suspended({ ...suspension, reason: maskedText(suspension.reason) });
  if (status === 'paused' && pause) return next.paused({ until: pause.until, reason: maskedText(pause.reason) });
  if (status === 'returned' && giveBack) return next.returned({ reason: maskedText(giveBack.reason) });
  if (!leg) return next.unassigned;
  if (approval && isBy(approval.at, frame)) return next.approval;
  if (extension && isBy(extension.at, frame))
    return next.extension({ to: extension.to, reason: masked(extension.reason) });
  if (standing.isOverdue) return next.overdue({ workdays: workdaysBetween(frame.calendar, due, lastDayOf(frame)) });
  return standing.lastRound?.uncountedAt ? next.reopened({ due }) : next.inTerm({ due });
}

function masked(text: string | null | undefined): string | null {
  return text ? maskedText(text) : null;
}
