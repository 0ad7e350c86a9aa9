import { type Directory, nameKey, type PersonTarget, type Target } from './roster-directory.ts';
import type { ChatRow, Line, PersonRow, RowProblem, SubjectRow } from './roster-rows.ts';

/** A readable row and what the names in it stand for. */
export interface Resolved<T, L> {
  line: Line<T>;
  value: T;
  /** Ids; `undefined` where the row says nothing. */
  links: L;
  /** What the row cannot do without. */
  uses: Target[];
}

/** Whom a person speaks for and where they work. */
export interface PersonLinks {
  subjects: string[] | undefined;
  units: string[] | undefined;
  deputy: string | null | undefined;
}

/** Who is assigned to a subject. */
export interface SubjectLinks {
  leader: string | null | undefined;
  unit: string | null | undefined;
  taskForce: string[] | undefined;
}

/** Whose chat it is. */
export interface ChatLinks {
  of: string;
}

/** Where a name was found, to say what is wrong with it. */
interface Cell {
  line: Line;
  field: string;
  problems: RowProblem[];
}

/** Looks up what a person belongs to: a subject in the role `subject`, a unit in every other. */
export function resolvePerson(
  line: Line<PersonRow>,
  directory: Directory,
  problems: RowProblem[],
): Resolved<PersonRow, PersonLinks> | null {
  const { value } = line;
  if (!value) return null;
  const before = problems.length;
  const id = directory.personId(value.userid, value.corpid);
  const deputy = value.deputy ? directory.personId(value.deputy) : value.deputy;
  if (deputy === id) problems.push(problem({ line, field: 'deputy' }, '代理人不能是本人，请改正或留空。'));
  if (value.corpid && value.userid.includes('/') && !value.userid.startsWith(`${value.corpid}/`)) {
    problems.push(problem({ line, field: 'corpid' }, '与 userid 里的企业号不同，请改正或留空。'));
  }
  const inRole = { subject: value.roles.includes('subject'), other: value.roles.some((role) => role !== 'subject') };
  const subjects: Target[] = [];
  const units: Target[] = [];
  for (const name of value.of ?? []) {
    const asSubject = inRole.subject ? (directory.subjects.get(nameKey(name)) ?? []) : [];
    const asUnit = inRole.other ? (directory.units.get(nameKey(name)) ?? []) : [];
    const found = only([...asSubject, ...asUnit], name, { line, field: 'of', problems });
    if (found) (asSubject.length > 0 ? subjects : units).push(found);
  }
  const said = value.of !== undefined;
  const links = { subjects: said ? ids(subjects) : undefined, units: said ? ids(units) : undefined, deputy };
  if (problems.length === before) problems.push(...homeless(line, links, directory.persons.get(id)?.stored ?? null));
  return problems.length > before ? null : { line, value, links, uses: [...subjects, ...units] };
}

/** A role that stands for somebody needs that somebody. */
function homeless(
  line: Line<PersonRow>,
  links: PersonLinks,
  stored: { subjects: readonly string[]; units: readonly string[] } | null,
): RowProblem[] {
  const roles = line.value?.roles ?? [];
  const subjects = links.subjects ?? stored?.subjects ?? [];
  const units = links.units ?? stored?.units ?? [];
  const cell = { line, field: 'of' };
  if (roles.includes('subject') && subjects.length === 0) return [problem(cell, '请填写此人代表的企业或项目的全称。')];
  const works = roles.includes('unit') || roles.includes('office');
  return works && units.length === 0 ? [problem(cell, '请填写此人所在单位的全称。')] : [];
}

/** Looks up the leader, the responsible unit and the task force of a subject. */
export function resolveSubject(
  line: Line<SubjectRow>,
  directory: Directory,
  problems: RowProblem[],
): Resolved<SubjectRow, SubjectLinks> | null {
  const { value } = line;
  if (!value) return null;
  const before = problems.length;
  const uses: Target[] = [];
  const keep = (target: Target | null): string | null => {
    if (target) uses.push(target);
    return target?.id ?? null;
  };
  const links: SubjectLinks = { leader: undefined, unit: undefined, taskForce: undefined };
  if (value.leader !== undefined) {
    links.leader = value.leader && keep(leader(value.leader, directory, { line, field: 'leader', problems }));
  }
  if (value.unit !== undefined) {
    const found = value.unit ? (directory.units.get(nameKey(value.unit)) ?? []) : [];
    links.unit = value.unit && keep(only(found, value.unit, { line, field: 'unit', problems }));
  }
  if (value.taskForce !== undefined) {
    const cell = { line, field: 'taskForce', problems };
    const members = (value.taskForce ?? []).map((userid) => keep(person(userid, directory, cell)));
    links.taskForce = [...new Set(members.filter((member) => member !== null))];
  }
  return problems.length > before ? null : { line, value, links, uses };
}

/** Looks up whose chat it is. */
export function resolveChat(
  line: Line<ChatRow>,
  directory: Directory,
  problems: RowProblem[],
): Resolved<ChatRow, ChatLinks> | null {
  const { value } = line;
  if (!value) return null;
  const cell = { line, field: 'of', problems };
  const owner = value.purpose === 'leader' ? leader(value.of, directory, cell) : namedOwner(value, directory, cell);
  return owner && { line, value, links: { of: owner.id }, uses: [owner] };
}

function namedOwner(value: ChatRow, directory: Directory, cell: Cell): Target | null {
  const names: ReadonlyMap<string, readonly Target[]> =
    value.purpose === 'subject' ? directory.subjects : directory.units;
  return only(names.get(nameKey(value.of)) ?? [], value.of, cell);
}

function leader(userid: string, directory: Directory, cell: Cell): Target | null {
  const found = person(userid, directory, cell);
  if (!found) return null;
  const { line, stored } = found;
  // A row that could not be read is named for what is wrong with it, not once more for each mention.
  if (!line ? stored?.roles.includes('leader') : !line.cells.roles || line.cells.roles.includes('leader')) return found;
  cell.problems.push(problem(cell, `“${userid}”的角色里没有 leader，请在人员表里加上，或改填包联领导。`));
  return null;
}

function person(userid: string, directory: Directory, cell: Cell): PersonTarget | null {
  const found = directory.persons.get(directory.personId(userid));
  if (found) return found;
  cell.problems.push(problem(cell, `没有人员“${userid}”，请先登记此人，或改正账号（外单位的写成 corpid/userid）。`));
  return null;
}

function only(found: readonly Target[], name: string, cell: Cell): Target | null {
  const [target] = found;
  if (target && found.length === 1) return target;
  const reason = target
    ? `叫“${name}”的不止一个，分不清是哪个，请改为唯一的全称。`
    : `没有登记“${name}”，请先登记，或改为全称。`;
  cell.problems.push(problem(cell, reason));
  return null;
}

function ids(targets: readonly Target[]): string[] {
  return [...new Set(targets.map(({ id }) => id))];
}

function problem({ line, field }: { line: Line; field: string }, reason: string): RowProblem {
  return { sheet: line.sheet, row: line.row, field, reason };
}
