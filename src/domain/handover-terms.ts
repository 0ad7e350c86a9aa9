import { RUNNING_STATUSES } from './case.ts';
import type { Day } from './day.ts';
import type { HandoverTerms } from './handover.ts';
import { chatFor, type Person, type Roster } from './roster.ts';
import type { Target } from './notice.ts';
import type { CaseFilter } from './search.ts';

/** Persons of the city's own that a name may mean: 李丽, also 市工信局李丽 or 李丽副局长 where there are several. */
export function findOfficials(roster: Roster, said: string): Person[] {
  const words = said.replace(/[\s（）()]/gu, '');
  return [...roster.persons.values()].filter(
    (person) => person.roles.some((role) => role !== 'subject') && namesOf(person, roster).includes(words),
  );
}

function namesOf({ name, title, units }: Person, roster: Roster): string[] {
  const unitNames = units.flatMap((id) => roster.units.get(id)?.name ?? []);
  const beside = [...(title ? [title] : []), ...unitNames];
  return [name, ...beside.flatMap((words) => [`${words}${name}`, `${name}${words}`])];
}

/** Everything that a person answers for and can hand over. The office's own people change by the roster file alone: their right is to all. */
export function termsOf(roster: Roster, v: { from: Person; to: string; day: Day }): HandoverTerms {
  const { from, to, day } = v;
  const pairings = [...roster.pairings];
  const leads = pairings.flatMap(([subject, { leader }]) => (leader === from.id ? [subject] : []));
  const serves = pairings.flatMap(([subject, { taskForce }]) => (taskForce.includes(from.id) ? [subject] : []));
  const units = from.units.filter((id) => roster.units.get(id)?.kind !== 'office');
  return { kind: leads.length > 0 ? 'leader' : 'officer', from: from.id, to, leads, serves, units, day };
}

/** True when there is nothing to hand over. */
export function isEmpty({ leads, serves, units }: HandoverTerms): boolean {
  return leads.length + serves.length + units.length === 0;
}

/** The running cases that come along; those that are the office's alone are told to nobody. */
export function handedOverCases({ kind, from, serves, units }: HandoverTerms): CaseFilter {
  const running = { statuses: RUNNING_STATUSES, openOnly: true } as const;
  if (kind === 'leader') return { ...running, leaders: [from] };
  return units.length > 0 ? { ...running, units } : { ...running, subjects: serves };
}

/** The groups where a side is told: a leader's own, an officer's units'; `units`: also those that an officer comes to. */
export function chatsOf(roster: Roster, person: string, units: readonly string[]): Target[] {
  if (chatFor(roster, 'leader', person)) return [{ kind: 'leader', of: person }];
  const own = roster.persons.get(person)?.units ?? [];
  const all = [...new Set([...own, ...units])].filter((of) => roster.units.get(of)?.kind !== 'office');
  return all.filter((of) => chatFor(roster, 'unit', of)).map((of) => ({ kind: 'unit', of }));
}
