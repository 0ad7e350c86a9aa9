import type { Person, Roster } from './roster.ts';

/** Whom the enterprise may call about an answer: whoever gave it, else another of the unit; null when the register has no phone of either. */
export function contactOfUnit(roster: Roster, unitId: string, by: string): Pick<Person, 'name' | 'phone'> | null {
  const speaker = roster.persons.get(by);
  if (speaker?.phone && speaker.units.includes(unitId)) return speaker;
  for (const person of roster.persons.values()) if (person.phone && person.units.includes(unitId)) return person;
  return null;
}
