import type { HandoverText } from '../../config/texts/handover.ts';
import type { Snapshot } from './case.ts';
import type { World } from './decision.ts';
import { lineOf } from './describe.ts';
import type { HandoverTerms } from './handover.ts';
import { kindsOf } from './pairing-check.ts';
import type { Roster } from './roster.ts';

/** So many cases are named; the rest is counted. */
const NAMED = 5;

/** What the texts say of a handover. `cases`: those that come along, the most urgent first. */
export function describeHandover(
  terms: HandoverTerms,
  cases: readonly Snapshot[],
  view: World & { now: Date; at: string },
): HandoverText {
  const { roster, now, at } = view;
  const person = (id: string) => roster.persons.get(id) ?? { name: id, title: null };
  return {
    kind: terms.kind,
    from: person(terms.from),
    to: person(terms.to),
    day: terms.day,
    leads: kindsOf(terms.leads.flatMap((id) => roster.subjects.get(id) ?? [])),
    serves: terms.serves.length,
    units: terms.units.flatMap((id) => roster.units.get(id)?.name ?? []),
    cases: cases.length,
    rulings: cases.filter(({ extension, giveBack }) => extension ?? giveBack).length,
    lines: cases.slice(0, NAMED).map((snapshot) => lineOf(snapshot, view, { now, ownName: false })),
    at,
  };
}

/** The name of somebody whom the roster knows. */
export function nameOf(person: string, roster: Roster): string {
  return roster.persons.get(person)?.name ?? person;
}
