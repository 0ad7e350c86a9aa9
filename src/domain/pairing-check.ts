import { LEAST_PAIRED, SILENT_DAYS } from '../../config/rules.ts';
import { nothingRegistered, pairingComplete, pairingHead, pairingReport } from '../../config/texts/pairing.ts';
import { attentionLine } from '../../config/texts/visits.ts';
import { UNKNOWN } from '../../config/texts/lists.ts';
import type { Attention } from './attention.ts';
import type { Day } from './day.ts';
import { canBePushed, chatFor, pairingOf, type Roster, type Subject } from './roster.ts';
import { SUBJECT_LISTS } from './roster-rows.ts';

/** What the scheme asks of each subject; 一抓到底 is what the rest of the service is for. */
export const SLOTS = ['leader', 'unit', 'taskForce', 'plan', 'contact', 'chat'] as const;

export type Slot = (typeof SLOTS)[number];

/** How many enterprises and how many projects. */
export interface Kinds {
  enterprises: number;
  projects: number;
}

/** What the register still lacks. */
export interface PairingGaps {
  total: Kinds;
  incomplete: Kinds;
  /** How many subjects lack each. */
  missing: Record<Slot, number>;
  /** In the order of every list; then those on none. */
  lists: ListGaps[];
  /** Those that lack anything, by list and name. */
  subjects: SubjectGaps[];
  /** Every leader, by name. */
  leaders: LeaderCoverage[];
}

export interface ListGaps {
  name: string;
  total: Kinds;
  incomplete: Kinds;
  missing: Record<Slot, number>;
}

export interface SubjectGaps {
  id: string;
  name: string;
  kind: Subject['kind'];
  list: string;
  missing: Slot[];
}

export interface LeaderCoverage {
  id: string;
  name: string;
  title: string | null;
  has: Kinds;
  /** How many are lacking; 0 and 0 when there are enough. */
  short: Kinds;
}

/** Checks each subject's pairing and each leader's share. A holder whom the register does not know is none. */
export function pairingGaps(roster: Roster, pushes = false): PairingGaps {
  const contacts = new Set([...roster.persons.values()].flatMap((person) => person.subjects));
  const all = [...roster.subjects.values()]
    .map((subject) => gapsOf(subject, { roster, contacts, pushes }))
    .sort((a, b) => rankOf(a.list) - rankOf(b.list) || compareText(a.list, b.list) || byName(a, b));
  const names = [...new Set(all.map(({ list }) => list))];
  return {
    ...tallyOf(all),
    lists: names.map((name) => ({ name, ...tallyOf(all.filter(({ list }) => list === name)) })),
    subjects: all.filter(({ missing }) => missing.length > 0),
    leaders: coverageOf(roster),
  };
}

/** True when nothing is missing at all. */
export function isPairingComplete(gaps: PairingGaps): boolean {
  return countOf(gaps.total) > 0 && gaps.subjects.length === 0 && gaps.leaders.every(hasEnough);
}

/** The answer to 包联检查: totals, then the worst, at most `limit` subjects and `limit` leaders by name. */
export function pairingGapsText(gaps: PairingGaps, v: { limit: number; attention?: Attention | null }): string {
  const { total } = gaps;
  if (countOf(total) === 0) return nothingRegistered;
  const { attention = null } = v;
  const more = attention ? [attentionLine({ ...attention, days: SILENT_DAYS })] : [];
  return [registerText(gaps, v.limit), ...more].join('\n\n');
}

function registerText(gaps: PairingGaps, limit: number): string {
  const { total, leaders } = gaps;
  if (isPairingComplete(gaps)) return pairingComplete({ total, leaders: leaders.length });
  const worst = [...gaps.subjects].sort((a, b) => b.missing.length - a.missing.length);
  const short = leaders.filter((leader) => !hasEnough(leader)).sort((a, b) => countOf(b.short) - countOf(a.short));
  return pairingReport({
    ...gaps,
    missing: SLOTS.map((slot) => ({ slot, count: gaps.missing[slot] })),
    subjects: { ...firstOf(worst, limit), restKinds: kindsOf(worst.slice(limit)) },
    leaders: firstOf(short, limit),
    leadersInAll: leaders.length,
    least: LEAST_PAIRED,
  });
}

/** The same as the office's weekly notice, headed by its day. */
export function pairingNoticeText(
  gaps: PairingGaps,
  v: { limit: number; day: Day; attention?: Attention | null },
): string {
  return [pairingHead({ day: v.day }), pairingGapsText(gaps, v)].join('\n');
}

/** How many enterprises and projects these are. */
export function kindsOf(subjects: readonly { kind: Subject['kind'] }[]): Kinds {
  const projects = subjects.filter(({ kind }) => kind === 'project').length;
  return { enterprises: subjects.length - projects, projects };
}

function gapsOf(subject: Subject, v: { roster: Roster; contacts: ReadonlySet<string>; pushes: boolean }): SubjectGaps {
  const { roster, contacts, pushes } = v;
  const { id, name, kind } = subject;
  const { leader, unit, taskForce, plan } = pairingOf(roster, id);
  const has: Record<Slot, boolean> = {
    leader: leader !== null && roster.persons.has(leader),
    unit: unit !== null && roster.units.has(unit),
    taskForce: taskForce.some((person) => roster.persons.has(person)),
    plan: Boolean(plan?.trim()),
    contact: contacts.has(id),
    chat: canBePushed(chatFor(roster, 'subject', id), pushes),
  };
  return { id, name, kind, list: listNameOf(subject), missing: SLOTS.filter((slot) => !has[slot]) };
}

function listNameOf({ list, kind }: Subject): string {
  return list ?? (kind === 'project' ? UNKNOWN.project : UNKNOWN.enterprise);
}

function rankOf(list: string): number {
  const rank = SUBJECT_LISTS.findIndex((name) => name === list);
  return rank < 0 ? SUBJECT_LISTS.length : rank;
}

function tallyOf(subjects: readonly SubjectGaps[]): Omit<ListGaps, 'name'> {
  const incomplete = subjects.filter(({ missing }) => missing.length > 0);
  const counts = SLOTS.map((slot) => [slot, incomplete.filter(({ missing }) => missing.includes(slot)).length]);
  return {
    total: kindsOf(subjects),
    incomplete: kindsOf(incomplete),
    missing: Object.fromEntries(counts) as Record<Slot, number>,
  };
}

function coverageOf(roster: Roster): LeaderCoverage[] {
  const held = new Map<string, Subject[]>();
  for (const subject of roster.subjects.values()) {
    const { leader } = pairingOf(roster, subject.id);
    if (leader) held.set(leader, [...(held.get(leader) ?? []), subject]);
  }
  // A deputy (AB角) answers for another's subjects and need have none.
  const deputies = new Set([...roster.persons.values()].map((person) => person.deputy));
  return [...roster.persons.values()]
    .filter(({ id, roles }) => held.has(id) || (roles.includes('leader') && !deputies.has(id)))
    .map(({ id, name, title }) => ({ id, name, title, ...shareOf(kindsOf(held.get(id) ?? [])) }))
    .sort(byName);
}

function shareOf(has: Kinds): { has: Kinds; short: Kinds } {
  const short = {
    enterprises: Math.max(0, LEAST_PAIRED.enterprises - has.enterprises),
    projects: Math.max(0, LEAST_PAIRED.projects - has.projects),
  };
  return { has, short };
}

function hasEnough({ short }: LeaderCoverage): boolean {
  return countOf(short) === 0;
}

function countOf({ enterprises, projects }: Kinds): number {
  return enterprises + projects;
}

function firstOf<T>(items: readonly T[], limit: number): { shown: T[]; rest: number } {
  return { shown: items.slice(0, limit), rest: Math.max(0, items.length - limit) };
}

/** By name, doubles by id: the same on every machine, which an alphabet of the machine's is not. */
export function byName(a: { name: string; id: string }, b: { name: string; id: string }): number {
  return compareText(a.name, b.name) || compareText(a.id, b.id);
}

/** The order of code points. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
