import { OWN_CORP, personId } from './inbound.ts';
import type { Unit } from './roster.ts';
import type { Line, PersonRow, RosterLines, SubjectRow, UnitRow } from './roster-rows.ts';
import type { StoredPerson, StoredRoster, StoredSubject } from './roster-stored.ts';

/** Something that a row can name: in the file, in the stored roster, or in both. */
export interface Target<T = unknown, R = unknown> {
  id: string;
  /** The first row that is about it. */
  line: Line<R> | null;
  stored: T | null;
}

/** A person that a row can name. */
export type PersonTarget = Target<StoredPerson, PersonRow>;

/** Everything that a row can name. Names are compared without regard to spaces and half or full width. */
export interface Directory {
  subjects: ReadonlyMap<string, readonly Target<StoredSubject, SubjectRow>[]>;
  units: ReadonlyMap<string, readonly Target<Unit, UnitRow>[]>;
  persons: ReadonlyMap<string, PersonTarget>;
  /** Units that an office chat names: they are the office, whatever their own row says. */
  officeIds: ReadonlySet<string>;
  /** The office when only chats and persons speak of it, and no row is its own. */
  impliedOffice: Unit | null;
  /** The id of a person as a row names them. */
  personId: (userid: string, corpid?: string | null) => string;
}

/** What the directory is made of besides the file. */
export interface Surroundings {
  current: StoredRoster;
  /** A new opaque id that nothing has yet. */
  newId: (prefix: 's' | 'u' | 'c') => string;
  ownCorpId: string | null;
}

/** The form in which names are compared. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').replace(/\s/gu, '');
}

/** Finds for everything in the file what is stored of it, and gives the rest new ids. */
export function buildDirectory(lines: RosterLines, around: Surroundings): Directory {
  const { current, ownCorpId } = around;
  const idOf = (userid: string, corpid?: string | null) => ownPersonId(personId(userid, corpid), ownCorpId);
  const subjects = nameTargets(lines.subjects, current.subjects, () => around.newId('s'));
  const units = nameTargets(lines.units, current.units, () => around.newId('u'));
  const officeChats = lines.chats.flatMap(({ value }) => (value?.purpose === 'office' ? [value.of] : []));
  const officeIds = new Set(officeChats.flatMap((name) => (units.get(nameKey(name)) ?? []).map(({ id }) => id)));
  const hasOffice = officeIds.size > 0 || [...units.values()].flat().some((unit) => isOffice(unit));
  const impliedOffice = hasOffice ? null : implyOffice([...officeChats, ...officesOfPersons(lines)], { units, around });
  if (impliedOffice) {
    officeIds.add(impliedOffice.id);
    units.set(nameKey(impliedOffice.name), [{ id: impliedOffice.id, line: null, stored: null }]);
  }
  return {
    subjects,
    units,
    persons: personTargets(lines, { current, idOf }),
    officeIds,
    impliedOffice,
    personId: idOf,
  };
}

/** A callback of our own corp carries no corpid, so a row that spells it out means the same person. */
function ownPersonId(id: string, ownCorpId: string | null): string {
  const prefix = `${ownCorpId}/`;
  return ownCorpId && id.startsWith(prefix) ? `${OWN_CORP}/${id.slice(prefix.length)}` : id;
}

interface Named {
  id: string;
  name: string;
}

function nameTargets<T extends Named, R extends { name: string }>(
  lines: readonly Line<R>[],
  stored: readonly T[],
  newId: () => string,
): Map<string, Target<T, R>[]> {
  const byName = new Map<string, Target<T, R>[]>();
  for (const item of stored) {
    const key = nameKey(item.name);
    byName.set(key, [...(byName.get(key) ?? []), { id: item.id, line: null, stored: item }]);
  }
  const named = new Set(lines.flatMap(({ cells }) => (cells.name === undefined ? [] : [nameKey(cells.name)])));
  for (const line of lines) {
    if (line.cells.name === undefined) continue;
    const key = nameKey(line.cells.name);
    const known = byName.get(key) ?? renamed(line, { byName, named }) ?? [{ id: newId(), line: null, stored: null }];
    for (const target of known) target.line ??= line;
    byName.set(key, known);
  }
  return byName;
}

/** A subject that now bears another name and keeps the old full name as an alias is the same subject. */
function renamed<T, R>(
  line: Line<R>,
  names: { byName: ReadonlyMap<string, Target<T, R>[]>; named: ReadonlySet<string> },
): Target<T, R>[] | null {
  const aliases = aliasesOf(line.cells);
  const old = aliases.map(nameKey).filter((key) => !names.named.has(key));
  const found = old.flatMap((key) => names.byName.get(key) ?? []);
  return found.length === 1 && found[0]?.line === null ? found : null;
}

function aliasesOf(cells: object): string[] {
  return 'aliases' in cells && Array.isArray(cells.aliases) ? cells.aliases.map(String) : [];
}

function isOffice({ stored, line }: Target<Unit, UnitRow>): boolean {
  return stored?.kind === 'office' || line?.cells.kind === 'office';
}

function officesOfPersons(lines: RosterLines): string[] {
  return lines.persons.flatMap(({ value }) => (value?.roles.includes('office') ? (value.of ?? []) : []));
}

function implyOffice(
  names: readonly string[],
  { units, around }: { units: ReadonlyMap<string, unknown>; around: Surroundings },
): Unit | null {
  const name = names.find((said) => !units.has(nameKey(said)));
  return name === undefined ? null : { id: around.newId('u'), name, kind: 'office', county: null };
}

function personTargets(
  lines: RosterLines,
  known: { current: StoredRoster; idOf: Directory['personId'] },
): Map<string, PersonTarget> {
  const persons = new Map<string, PersonTarget>();
  for (const stored of known.current.persons) persons.set(stored.id, { id: stored.id, line: null, stored });
  for (const line of lines.persons) {
    if (line.cells.userid === undefined) continue;
    const id = known.idOf(line.cells.userid, line.cells.corpid);
    const target = persons.get(id) ?? { id, line, stored: null };
    target.line ??= line;
    persons.set(id, target);
  }
  return persons;
}
