import { instantAt } from '../../../src/domain/day.ts';
import type { RawCase } from './raw-case.ts';

/** The numbers of a period as of an instant. */
export interface RawCounts {
  submitted: number;
  resolved: number;
  inTerm: number;
  inWeek: number;
  expected: number;
  expectedClosed: number;
  ended: number;
  open: number;
  overdue: number;
  suspended: number;
  surveyed: number;
  satisfied: number;
}

/** Half-open, and what came after `until` is left out. */
export interface RawSpan {
  from: Date;
  to: Date;
  until: Date;
}

const CLOSE_OF_BUSINESS = 17 * 60 + 30;
const WEEK_MS = 7 * 86_400_000;

/** Counts a period from histories told anew. */
export function rawCounts(cases: readonly RawCase[], span: RawSpan): RawCounts {
  const known = cases.filter((one) => one.acceptedAt && isKnown(one.acceptedAt, span));
  const count = (has: (one: RawCase) => boolean) => known.filter(has).length;
  const closure = (one: RawCase) => one.rounds.findLast((round) => round.counts && isKnown(round.at, span));
  const isEnded = (one: RawCase) => one.endedAt !== null;
  const hasEnded = (one: RawCase) => one.endedAt !== null && isKnown(one.endedAt, span);
  const isOpen = (one: RawCase) => !closure(one) && !hasEnded(one);
  const isLate = (one: RawCase) => isOpen(one) && isPast(dueOf(one, span), span);
  const isSuspended = (one: RawCase) =>
    one.suspensions.some(({ from, to }) => isKnown(from, span) && !(to && isKnown(to, span)));
  const closedIn = (one: RawCase) => isIn(closure(one)?.at, span);
  const expected = known.filter((one) => !isEnded(one) && (closedIn(one) || isDueIn(one, span)));
  const rounds = known.flatMap((one) => one.rounds).filter((round) => isIn(round.answeredAt, span));
  return {
    submitted: count((one) => isIn(one.acceptedAt, span)),
    resolved: count(closedIn),
    inTerm: count((one) => closedIn(one) && closure(one)?.inTerm === true),
    inWeek: count(
      (one) => closedIn(one) && (closure(one)?.at.getTime() ?? 0) - (one.acceptedAt?.getTime() ?? 0) <= WEEK_MS,
    ),
    expected: expected.length,
    expectedClosed: expected.filter((one) => closure(one)).length,
    ended: count((one) => isIn(one.endedAt, span)),
    open: count(isOpen),
    overdue: count((one) => isLate(one) && !isSuspended(one)),
    suspended: count((one) => isOpen(one) && isSuspended(one)),
    surveyed: rounds.length,
    satisfied: rounds.filter((round) => (round.score ?? 0) >= 3).length,
  };
}

function isKnown(at: Date, { to, until }: RawSpan): boolean {
  return at < to && at <= until;
}

function isIn(at: Date | null | undefined, span: RawSpan): boolean {
  return at instanceof Date && at >= span.from && isKnown(at, span);
}

function dueOf(one: RawCase, span: RawSpan): string {
  return one.turns.findLast((turn) => isKnown(turn.from, span))?.due ?? one.caseDue;
}

function isPast(day: string, { to, until }: RawSpan): boolean {
  return instantAt(day, CLOSE_OF_BUSINESS) < (until < to ? until : to);
}

function isDueIn(one: RawCase, { from, to }: RawSpan): boolean {
  const due = instantAt(one.caseDue, CLOSE_OF_BUSINESS);
  return due >= from && due < to;
}
