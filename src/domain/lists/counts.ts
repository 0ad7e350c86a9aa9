import { closeOfBusiness } from '../working-time.ts';
import { isIn, type ListFrame, type Standing } from './standing.ts';

/** What one case, or many together, count in the columns of 分类汇总表. */
export interface Counts {
  /** 上期结转: in hand when the period began. */
  carried: number;
  /** 本期新增: accepted in the period. */
  fresh: number;
  /** 应办结: due in the period by the enterprise's clock, and not ended otherwise. */
  expected: number;
  /** Of the expected, those closed, in the period or before. */
  expectedClosed: number;
  /** 已办结: closed in the period by a closure that counts. */
  closed: number;
  /** Of the closed, those within the unit's own term. */
  inTerm: number;
  /** Withdrawn, declined, redirected or merged in the period. */
  ended: number;
  /** 在办: in hand at the end; always carried + fresh - closed - ended. */
  open: number;
  /** Of the open, those past the unit's due instant; neither 挂账 nor what was reported in term and waits for 审核. */
  overdue: number;
  /** Of those in hand in the period, the ones granted a later day. */
  extended: number;
  /** Of the open, those on 挂账. */
  suspended: number;
  /** 复发: of the fresh, those like a case of the same subject written off before. */
  relapsed: number;
  /** Closure rounds about which the enterprise answered in the period. */
  surveyed: number;
  /** Of those, rated 基本满意 or better. */
  satisfied: number;
  /** 累计新增: accepted since the year began. */
  yearFresh: number;
  /** Of those, closed by now, so that the rate never exceeds 1. */
  yearClosed: number;
}

export const NO_COUNTS: Counts = {
  carried: 0,
  fresh: 0,
  expected: 0,
  expectedClosed: 0,
  closed: 0,
  inTerm: 0,
  ended: 0,
  open: 0,
  overdue: 0,
  extended: 0,
  suspended: 0,
  relapsed: 0,
  surveyed: 0,
  satisfied: 0,
  yearFresh: 0,
  yearClosed: 0,
};

/** What one case counts. */
export function countsOf(standing: Standing, frame: ListFrame): Counts {
  const { acceptedAt, closure, endedAt, isOpen } = standing;
  const { from, since } = frame.period;
  const leftAt = closure?.at ?? endedAt;
  const carried = acceptedAt < from && !(leftAt && leftAt < from);
  const fresh = isIn(acceptedAt, frame);
  const closed = closure !== null && isIn(closure.at, frame);
  const expected = isExpected(standing, frame);
  const yearFresh = acceptedAt >= since;
  const flags = {
    carried,
    fresh,
    expected,
    expectedClosed: expected && closure !== null,
    closed,
    inTerm: closed && closure.inTerm,
    ended: endedAt !== null && isIn(endedAt, frame),
    open: isOpen,
    overdue: standing.isOverdue,
    extended: (carried || fresh) && standing.extensions > 0,
    suspended: isOpen && standing.status === 'suspended',
    relapsed: fresh && standing.snapshot.links.relapseOf !== null,
    yearFresh,
    yearClosed: yearFresh && closure !== null,
  };
  return { ...NO_COUNTS, ...asNumbers(flags), ...surveysOf(standing, frame) };
}

/** 应办结 goes by due date, not by the date of closing (domain-anchors.md A6), so that closing early never lowers it. */
function isExpected({ endedAt, caseDue }: Standing, { period, calendar }: ListFrame): boolean {
  const due = closeOfBusiness(calendar, caseDue);
  return endedAt === null && due >= period.from && due < period.to;
}

/** An answer counts also when it un-counted its closure. */
function surveysOf({ snapshot }: Standing, frame: ListFrame): Pick<Counts, 'surveyed' | 'satisfied'> {
  const answered = snapshot.closures.filter(({ survey }) => survey.answeredAt && isIn(survey.answeredAt, frame));
  const satisfied = answered.filter(({ survey }) => (survey.score ?? 0) >= 3);
  return { surveyed: answered.length, satisfied: satisfied.length };
}

function asNumbers<K extends string>(flags: Record<K, boolean>): Record<K, number> {
  return Object.fromEntries(Object.entries(flags).map(([key, flag]) => [key, Number(flag)])) as Record<K, number>;
}

/** Two counts as one. */
export function addCounts(a: Counts, b: Counts): Counts {
  const keys = Object.keys(NO_COUNTS) as (keyof Counts)[];
  return Object.fromEntries(keys.map((key) => [key, a[key] + b[key]])) as unknown as Counts;
}

/** True for what 《问题清单》 names: in hand at some time of the period. */
export function isInHand(counts: Counts): boolean {
  return counts.carried + counts.fresh > 0;
}

/** True for what 《问题解决情况清单》 names: whatever counts in the period at all, 累计 aside. */
export function mattersInPeriod(counts: Counts): boolean {
  return counts.carried + counts.fresh + counts.expected + counts.surveyed > 0;
}
