import type { Day } from './day.ts';
import type { Chat, Unit } from './roster.ts';
import type { ResolvedChat } from './roster-chats.ts';
import { type Directory, nameKey, type Target } from './roster-directory.ts';
import type { PersonLinks, Resolved, SubjectLinks } from './roster-references.ts';
import type { Line, PersonRow, SubjectRow, UnitRow } from './roster-rows.ts';
import {
  type Assignment,
  type AssignmentRole,
  type StoredPerson,
  type StoredRoster,
  type StoredSubject,
} from './roster-stored.ts';

/** What becomes of one collection: whole documents, and how many rows found theirs as it should be. */
export interface Changed<T> {
  created: T[];
  updated: T[];
  unchanged: number;
}

/** What an import writes. It only adds, updates and closes: nothing is removed because a file is silent about it. */
export interface RosterChanges {
  units: Changed<Unit>;
  persons: Changed<StoredPerson>;
  subjects: Changed<StoredSubject>;
  chats: Changed<Chat>;
  opened: Assignment[];
  /** With their last day set. */
  closed: Assignment[];
}

/** The rows that may be imported, and what they are compared with. */
export interface Import {
  units: readonly Line<UnitRow>[];
  persons: readonly Resolved<PersonRow, PersonLinks>[];
  subjects: readonly Resolved<SubjectRow, SubjectLinks>[];
  chats: readonly ResolvedChat[];
  storedChats: ReadonlyMap<ResolvedChat, Chat>;
  directory: Directory;
  current: StoredRoster;
  day: Day;
  newId: (prefix: 'c') => string;
}

/** Compares rows with what is stored. */
export function changesOf(rows: Import): RosterChanges {
  const { directory, storedChats } = rows;
  const subjects = rows.subjects.flatMap((row) => {
    const target = directory.subjects.get(nameKey(row.value.name))?.[0];
    return target ? [{ row, target }] : [];
  });
  const units = rows.units.flatMap(({ value }) => (value ? [unitPair(value, directory)] : []));
  const implied = directory.impliedOffice ? [{ was: null, is: directory.impliedOffice }] : [];
  return {
    units: compare([...units, ...implied]),
    persons: compare(rows.persons.map((row) => personPair(row, directory))),
    subjects: compare(subjects.map(({ row, target }) => ({ was: target.stored, is: subjectOf(row.value, target) }))),
    chats: compare(rows.chats.map((row) => chatPair(row, { stored: storedChats.get(row) ?? null, newId: rows.newId }))),
    ...reassign(
      subjects.map(({ row, target }) => ({ id: target.id, links: row.links })),
      rows,
    ),
  };
}

interface Pair<T> {
  was: T | null;
  is: T;
}

function compare<T extends object>(pairs: readonly Pair<T>[]): Changed<T> {
  const changed: Changed<T> = { created: [], updated: [], unchanged: 0 };
  for (const { was, is } of pairs) {
    if (!was) changed.created.push(is);
    else if (isSame(was, is)) changed.unchanged += 1;
    else changed.updated.push(is);
  }
  return changed;
}

function isSame<T extends object>(was: T, is: T): boolean {
  const before = new Map<string, unknown>(Object.entries(was));
  return Object.entries(is).every(([key, value]) => JSON.stringify(before.get(key)) === JSON.stringify(value));
}

/** What the row says; where it says nothing, what is stored. */
function said<T>(cell: T | undefined, stored: T | undefined, none: T): T {
  return cell === undefined ? (stored ?? none) : cell;
}

function unitPair(value: UnitRow, directory: Directory): Pair<Unit> {
  const target = directory.units.get(nameKey(value.name))?.[0];
  const was = target?.stored ?? null;
  const id = target?.id ?? '';
  const kind = directory.officeIds.has(id) || was?.kind === 'office' ? 'office' : value.kind;
  return { was, is: { id, name: value.name, kind, county: said(value.county, was?.county, null) } };
}

function personPair({ value, links }: Resolved<PersonRow, PersonLinks>, directory: Directory): Pair<StoredPerson> {
  const id = directory.personId(value.userid, value.corpid);
  const was = directory.persons.get(id)?.stored ?? null;
  const is = {
    id,
    name: value.name,
    title: said(value.title, was?.title, null),
    level: said(value.level, was?.level, null),
    roles: value.roles,
    subjects: said(links.subjects, was?.subjects, []),
    units: said(links.units, was?.units, []),
    phone: said(value.phone, was?.phone, null),
    deputy: said(links.deputy, was?.deputy, null),
  };
  return { was, is };
}

function subjectOf(value: SubjectRow, { id, stored }: Target<StoredSubject, SubjectRow>): StoredSubject {
  return {
    id,
    name: value.name,
    kind: value.kind,
    list: said(value.list, stored?.list, null),
    county: said(value.county, stored?.county, null),
    uscc: said(value.uscc, stored?.uscc, null),
    aliases: said(value.aliases, stored?.aliases, []) ?? [],
    plan: said(value.plan, stored?.plan, null),
  };
}

function chatPair(
  { value, links }: ResolvedChat,
  v: { stored: Chat | null; newId: (prefix: 'c') => string },
): Pair<Chat> {
  const was = v.stored;
  const is: Chat = {
    id: was?.id ?? v.newId('c'),
    name: value.name,
    purpose: value.purpose,
    of: links.of,
    audience: said(value.audience, was?.audience, null) ?? 'mixed',
    // An address that the file does not know may have been learnt since (绑定), so silence never removes one.
    botChatid: value.botChatid ?? was?.botChatid ?? null,
    webhookKey: value.webhookKey ?? was?.webhookKey ?? null,
  };
  return { was, is };
}

interface Assigned {
  id: string;
  links: SubjectLinks;
}

function reassign(subjects: readonly Assigned[], { current, day }: Import): Pick<RosterChanges, 'opened' | 'closed'> {
  const inForce = new Map<string, Assignment[]>();
  for (const assignment of current.assignments) {
    const key = `${assignment.subject}/${assignment.role}`;
    inForce.set(key, [...(inForce.get(key) ?? []), assignment]);
  }
  const opened: Assignment[] = [];
  const closed: Assignment[] = [];
  for (const { subject, role, holders } of subjects.flatMap(wishes)) {
    const held = inForce.get(`${subject}/${role}`) ?? [];
    const missing = holders.filter((holder) => !held.some((each) => each.holder === holder));
    opened.push(...missing.map((holder) => ({ subject, role, holder, from: day, to: null })));
    closed.push(...held.filter(({ holder }) => !holders.includes(holder)).map((each) => ({ ...each, to: day })));
  }
  return { opened, closed };
}

/** Who shall hold each role; a role that the row does not mention stays as it is. */
function wishes({ id, links }: Assigned): { subject: string; role: AssignmentRole; holders: string[] }[] {
  const holders: Record<AssignmentRole, string[] | undefined> = {
    leader: links.leader === undefined ? undefined : [links.leader].filter((leader) => leader !== null),
    unit: links.unit === undefined ? undefined : [links.unit].filter((unit) => unit !== null),
    taskForce: links.taskForce,
  };
  const roles: AssignmentRole[] = ['leader', 'unit', 'taskForce'];
  return roles.flatMap((role) => (holders[role] ? [{ subject: id, role, holders: holders[role] }] : []));
}
