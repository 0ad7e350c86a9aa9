import { type Day, daysBetween } from '../day.ts';
import { type Kinds, kindsOf } from '../pairing-check.ts';
import { pairingOf, type Roster, shortNameOf, type Subject } from '../roster.ts';
import type { LeaderVisit } from '../visits.ts';
import type { ListFilter } from './lists.ts';
import { daysOf } from './period.ts';
import { lastDayOf, type ListFrame } from './standing.ts';

/** One line of 《走访情况》: a leader, or all together. */
export interface VisitRow {
  /** Null for all together. */
  leader: { name: string; title: string | null } | null;
  /** Whom the leader has. */
  paired: Kinds;
  /** How many of them the leader or the deputy was at in the period. */
  visited: number;
  /** How often, all told. */
  times: number;
  /** The leader's last visit to anybody, up to the end of the period; null when none is known. */
  last: Day | null;
  /** Calendar days from then to the end of the period. */
  daysSince: number | null;
  /** Those not visited in the period, whoever waits longest first. */
  unvisited: Unvisited[];
}

export interface Unvisited {
  name: string;
  /** Calendar days since the leader's last visit; null when none is known. */
  daysSince: number | null;
}

/** What is known of a leader's visits to a subject. */
interface Seen {
  last: Day;
  times: number;
}

/** What the visits so far come to, by leader and subject. */
export type VisitTally = Map<string, Seen>;

const keyOf = (leader: string, subject: string) => `${leader} ${subject}`;

/** Adds one more visit, in any order. It counts in the period of its day, whenever it was told; one after the end not at all. */
export function addVisit(tally: VisitTally, { leader, subject, day }: LeaderVisit, frame: ListFrame): void {
  const end = lastDayOf(frame);
  if (day > end) return;
  const key = keyOf(leader, subject);
  const seen = tally.get(key);
  const isIn = day >= daysOf(frame.period).first;
  tally.set(key, {
    last: seen && seen.last > day ? seen.last : day,
    times: (seen?.times ?? 0) + Number(isIn),
  });
}

/** A line for each leader who has any of the subjects asked for, by the pairings of now; the most unvisited first, then the total. */
export function visitRows(tally: VisitTally, frame: ListFrame, filter: ListFilter): VisitRow[] {
  const { roster } = frame;
  const led = new Map<string, Subject[]>();
  for (const subject of roster.subjects.values()) {
    const { leader } = pairingOf(roster, subject.id);
    if (leader !== null && isWanted(subject, leader, { filter, roster }))
      led.set(leader, [...(led.get(leader) ?? []), subject]);
  }
  const rows = [...led].map(([leader, subjects]) => rowOf(leader, subjects, { tally, frame }));
  return [...rows.sort(mostUnvisited), totalOf(rows)];
}

function isWanted(subject: Subject, leader: string, v: { filter: ListFilter; roster: Roster }): boolean {
  const { county, unit, list, leader: wanted } = v.filter;
  return (
    (county === null || subject.county === county) &&
    (unit === null || pairingOf(v.roster, subject.id).unit === unit) &&
    (wanted === null || leader === wanted) &&
    (list === null || subject.list === list)
  );
}

function rowOf(leader: string, subjects: readonly Subject[], v: { tally: VisitTally; frame: ListFrame }): VisitRow {
  const end = lastDayOf(v.frame);
  const sinceThen = (day: Day | undefined) => (day === undefined ? null : daysBetween(day, end));
  const seen = subjects.map((subject) => ({ subject, seen: v.tally.get(keyOf(leader, subject.id)) }));
  const unvisited = seen
    .filter((one) => !one.seen?.times)
    .map((one) => ({ name: shortNameOf(one.subject), daysSince: sinceThen(one.seen?.last) }));
  const days = seen.flatMap((one) => one.seen?.last ?? []).sort();
  const person = v.frame.roster.persons.get(leader);
  return {
    leader: { name: person?.name ?? '', title: person?.title ?? null },
    paired: kindsOf(subjects),
    visited: subjects.length - unvisited.length,
    times: seen.reduce((sum, one) => sum + (one.seen?.times ?? 0), 0),
    last: days.at(-1) ?? null,
    daysSince: sinceThen(days.at(-1)),
    unvisited: unvisited.sort(longestFirst),
  };
}

/** Whoever was never visited has waited longest. */
function longestFirst(a: Unvisited, b: Unvisited): number {
  const waited = ({ daysSince }: Unvisited) => daysSince ?? Number.MAX_SAFE_INTEGER;
  return waited(b) - waited(a) || (a.name < b.name ? -1 : 1);
}

function mostUnvisited(a: VisitRow, b: VisitRow): number {
  const name = ({ leader }: VisitRow) => leader?.name ?? '';
  return b.unvisited.length - a.unvisited.length || (name(a) < name(b) ? -1 : 1);
}

function totalOf(rows: readonly VisitRow[]): VisitRow {
  const sum = (of: (row: VisitRow) => number) => rows.reduce((total, row) => total + of(row), 0);
  return {
    leader: null,
    paired: { enterprises: sum(({ paired }) => paired.enterprises), projects: sum(({ paired }) => paired.projects) },
    visited: sum(({ visited }) => visited),
    times: sum(({ times }) => times),
    last: null,
    daysSince: null,
    unvisited: rows.flatMap(({ unvisited }) => unvisited),
  };
}
