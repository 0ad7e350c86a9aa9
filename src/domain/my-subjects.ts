import { SILENT_DAYS } from '../../config/rules.ts';
import {
  lapsedToday,
  mySubjectsReport,
  type MySubjectText,
  nobodyPaired,
  personText,
  UNKNOWN_LEADER,
} from '../../config/texts/pairing.ts';
import { isOpen, type Snapshot } from './case.ts';
import { addDays, type Day, dayOf, weekdayOf } from './day.ts';
import { nearnessOn } from './describe.ts';
import { isLate, type OpenCase, openCase } from './lateness.ts';
import { byName, compareText, type Kinds, kindsOf } from './pairing-check.ts';
import { pairingOf, type Roster, shortNameOf, type Subject } from './roster.ts';
import type { Calendar } from './working-time.ts';

/** What the list is made of. */
export interface MySubjectsMatter {
  /** Those of these subjects that are in hand; more does no harm. */
  cases: readonly Snapshot[];
  /** When each subject last reported anything that its leader may know of; none = never. */
  lastReportAt: ReadonlyMap<string, Date>;
  /** The day of each subject's last visit that counts for its leader; none = never. */
  lastVisit: ReadonlyMap<string, Day>;
  now: Date;
  calendar: Calendar;
}

/** One leader's subjects, and what stands of each. */
export interface MySubjects {
  /** 张明（副市长） */
  leader: string;
  paired: Kinds;
  silent: Kinds;
  /** What needs attention most comes first. */
  subjects: MySubject[];
  today: Day;
}

export interface MySubject {
  id: string;
  /** The short alias where there is one. */
  name: string;
  kind: Subject['kind'];
  /** False for one that is another leader's by now: what has not been handed on yet is still listed. */
  isPaired: boolean;
  /** Accepted and not resolved; overdue and due this week among them. */
  open: number;
  overdue: number;
  /** By Sunday, and not overdue yet. */
  dueThisWeek: number;
  suspended: number;
  awaitingSurvey: number;
  /** The open case that falls due first. */
  pressing: { number: string; due: Day; near: string } | null;
  isSilent: boolean;
  silentDays: number | null;
  lastDay: Day | null;
  lastVisit: Day | null;
}

/** A leader's own view. Confidential cases are not for leaders, nor are those that another leader answers for. */
export function mySubjects(roster: Roster, leaderId: string, matter: MySubjectsMatter): MySubjects {
  const paired = [...roster.subjects.values()].filter(({ id }) => pairingOf(roster, id).leader === leaderId);
  const ids = new Set(paired.map(({ id }) => id));
  const mine = matter.cases.filter((snapshot) => isMine(snapshot, leaderId, ids));
  const rows = paired.map((subject) => rowOf(subject, matter, { mine, isPaired: true }));
  const former = formerSubjects(mine, roster, ids).map((subject) => rowOf(subject, matter, { mine, isPaired: false }));
  const person = roster.persons.get(leaderId);
  return {
    leader: person ? personText(person) : UNKNOWN_LEADER,
    paired: kindsOf(paired),
    silent: kindsOf(rows.filter(({ isSilent }) => isSilent)),
    subjects: [...rows, ...former.filter(hasWork)].sort(byAttention),
    today: dayOf(matter.now),
  };
}

/** The answer to 我的企业, at most `limit` subjects by name; `at` is the prefix of reply words. */
export function mySubjectsText(mine: MySubjects, { limit, at }: { limit: number; at: string }): string {
  const { leader, subjects } = mine;
  if (subjects.length === 0) return nobodyPaired({ leader });
  const lines: readonly MySubjectText[] = subjects.slice(0, limit);
  return mySubjectsReport({
    ...mine,
    sums: sumsOf(subjects),
    silentAfter: SILENT_DAYS,
    lines,
    rest: kindsOf(subjects.slice(limit)),
    example: lines.find(({ pressing }) => pressing)?.pressing?.number ?? null,
    at,
  });
}

const SUMMED = ['open', 'overdue', 'dueThisWeek', 'suspended', 'awaitingSurvey'] as const;

function sumsOf(subjects: readonly MySubject[]): Record<(typeof SUMMED)[number], number> {
  const sums = SUMMED.map((key) => [key, subjects.reduce((sum, subject) => sum + subject[key], 0)]);
  return Object.fromEntries(sums) as Record<(typeof SUMMED)[number], number>;
}

/** The leader whom the case has answers for it, as `relationsTo` has it: any other number would not exist for the reader. */
function isMine(snapshot: Snapshot, leaderId: string, paired: ReadonlySet<string>): boolean {
  const { confidential, leader, status, subject } = snapshot;
  return !confidential && status !== 'draft' && (leader === null ? paired.has(subject.id) : leader === leaderId);
}

function formerSubjects(mine: readonly Snapshot[], roster: Roster, paired: ReadonlySet<string>): Subject[] {
  const ids = new Set(mine.map(({ subject }) => subject.id).filter((id) => !paired.has(id)));
  return [...ids].flatMap((id) => roster.subjects.get(id) ?? []);
}

function hasWork({ open, suspended, awaitingSurvey }: MySubject): boolean {
  return open + suspended + awaitingSurvey > 0;
}

function rowOf(
  subject: Subject,
  matter: MySubjectsMatter,
  { mine, isPaired }: { mine: readonly Snapshot[]; isPaired: boolean },
): MySubject {
  const cases = mine.filter((snapshot) => snapshot.subject.id === subject.id);
  const open = cases.flatMap((snapshot) => (isOpen(snapshot) ? [openCase(snapshot)] : []));
  const today = dayOf(matter.now);
  const sunday = addDays(today, 7 - weekdayOf(today));
  const overdue = open.filter((one) => isLate(one, matter));
  return {
    id: subject.id,
    name: shortNameOf(subject),
    kind: subject.kind,
    isPaired,
    open: open.length,
    overdue: overdue.length,
    dueThisWeek: open.filter((one) => one.due <= sunday && !isLate(one, matter)).length,
    suspended: cases.filter(({ status }) => status === 'suspended').length,
    awaitingSurvey: cases.filter(({ status }) => status === 'resolved').length,
    pressing: pressingOf(open, matter),
    lastVisit: matter.lastVisit.get(subject.id) ?? null,
    ...silenceOf(lastReport(subject.id, cases, matter), { today, isPaired }),
  };
}

function pressingOf(open: readonly OpenCase[], matter: MySubjectsMatter): MySubject['pressing'] {
  const [first] = open
    .filter(({ isReported }) => !isReported)
    .sort((a, b) => compareText(a.due, b.due) || compareText(a.number, b.number));
  if (!first) return null;
  const { number, due } = first;
  const today = dayOf(matter.now);
  const lapsed = due === today && isLate(first, matter);
  return { number, due, near: lapsed ? lapsedToday : nearnessOn(due, today, matter.calendar) };
}

/** The map may be a little behind the cases, which then know better. */
function lastReport(id: string, cases: readonly Snapshot[], { lastReportAt }: MySubjectsMatter): Date | null {
  const known = lastReportAt.get(id);
  const times = [...(known ? [known] : []), ...cases.map(({ draftedAt }) => draftedAt)];
  return times.reduce<Date | null>((latest, at) => (latest === null || at > latest ? at : latest), null);
}

function silenceOf(
  last: Date | null,
  { today, isPaired }: { today: Day; isPaired: boolean },
): Pick<MySubject, 'isSilent' | 'silentDays' | 'lastDay'> {
  const lastDay = last && dayOf(last);
  const days = lastDay === null ? null : (Date.parse(today) - Date.parse(lastDay)) / 86_400_000;
  const isLong = days !== null && days >= SILENT_DAYS;
  return { lastDay, isSilent: isPaired && (days === null || isLong), silentDays: isLong ? days : null };
}

/** Overdue, the longest first; due this week; silent; waiting for the survey; in hand; nothing. Then by name. */
function byAttention(a: MySubject, b: MySubject): number {
  return (
    b.overdue - a.overdue ||
    (a.overdue > 0 ? compareText(a.pressing?.due ?? '', b.pressing?.due ?? '') : 0) ||
    b.dueThisWeek - a.dueThisWeek ||
    Number(b.isSilent) - Number(a.isSilent) ||
    b.awaitingSurvey - a.awaitingSurvey ||
    b.open - a.open ||
    b.suspended - a.suspended ||
    byName(a, b)
  );
}
