import type { Day } from './day.ts';
import { dayOf, instantAt } from './day.ts';
import type { RosterChanges } from './roster-changes.ts';
import type { Assignment, StoredPerson, StoredRoster } from './roster-stored.ts';
import type { Role } from './roster.ts';
import { addWorkdays, type Calendar, startOfBusiness } from './working-time.ts';

/** What goes from one person to another when somebody moves: taken from the roster when the office agreed. */
export interface HandoverTerms {
  /** A leader hands over subjects, an officer the work of units and task forces. */
  kind: 'leader' | 'officer';
  /** Persons by id. */
  from: string;
  to: string;
  /** Subjects led. */
  leads: string[];
  /** Subjects whose task force (专班) it is. */
  serves: string[];
  /** Units worked in. */
  units: string[];
  /** In force from this day on. */
  day: Day;
}

/** 交接 as one document. Both sides confirm; it is in force from its day on whether or not they have. */
export interface Handover extends HandoverTerms {
  /** The source of the office's 确认交接. */
  id: string;
  by: string;
  at: Date;
  /** Which side, said by whom (a deputy may), and when. */
  confirmations: { person: string; by: string; at: Date }[];
  toldAt: Date | null;
  effectiveAt: Date | null;
  /** How many mornings have been used: two for those who have not confirmed, the third for the office. */
  reminders: number;
  /** Both have confirmed, and the office knows. */
  concludedAt: Date | null;
}

export type HandoverStep =
  | { type: 'tell'; at: Date }
  | { type: 'takeEffect'; at: Date }
  | { type: 'conclude'; at: Date }
  | { type: 'remind'; n: number; at: Date };

/** Mornings on which whoever has not confirmed is reminded; on the next one the office is told. */
export const HANDOVER_REMINDERS = 2;

/** What the two sides have still to confirm. */
export function unconfirmed({ from, to, confirmations }: Handover): string[] {
  return [from, to].filter((person) => !confirmations.some((each) => each.person === person));
}

/** The next thing to do about a handover, whether or not its time has come; null when nothing is left. */
export function nextHandoverStep(handover: Handover, calendar: Calendar): HandoverStep | null {
  const { at, day, toldAt, effectiveAt, concludedAt, reminders } = handover;
  if (!toldAt) return { type: 'tell', at };
  const begins = instantAt(day, 0);
  const effect: HandoverStep | null = effectiveAt ? null : { type: 'takeEffect', at: begins < at ? at : begins };
  const confirmed = unconfirmed(handover).length === 0;
  if (confirmed && !concludedAt) return { type: 'conclude', at: handover.confirmations.at(-1)?.at ?? at };
  if (confirmed || reminders > HANDOVER_REMINDERS) return effect;
  const morning = startOfBusiness(calendar, addWorkdays(calendar, dayOf(at), reminders + 1));
  const remind: HandoverStep = { type: 'remind', n: reminders + 1, at: morning };
  return effect && effect.at <= remind.at ? effect : remind;
}

/** What taking effect changes of the roster as it is by then: what `from` has lost meanwhile is left where it is. */
export function handoverChanges(handover: HandoverTerms, stored: StoredRoster): RosterChanges {
  const { from, to, day } = handover;
  const moved = stored.assignments.filter((each) => each.holder === from && isHandedOver(each, handover));
  const holds = ({ subject, role }: Assignment) =>
    stored.assignments.some((each) => each.holder === to && each.subject === subject && each.role === role);
  const none = { created: [], updated: [], unchanged: 0 };
  return {
    units: none,
    subjects: none,
    chats: none,
    persons: { ...none, updated: stored.persons.flatMap((person) => movedPerson(person, handover)) },
    opened: moved.filter((each) => !holds(each)).map((each) => ({ ...each, holder: to, from: day, to: null })),
    closed: moved.map((each) => ({ ...each, to: day })),
  };
}

function isHandedOver({ subject, role }: Assignment, { leads, serves }: HandoverTerms): boolean {
  return (role === 'leader' && leads.includes(subject)) || (role === 'taskForce' && serves.includes(subject));
}

function movedPerson(person: StoredPerson, handover: HandoverTerms): StoredPerson[] {
  const { from, to, units } = handover;
  if (person.id === from) return [{ ...person, units: person.units.filter((unit) => !units.includes(unit)) }];
  if (person.id !== to) return [];
  const roles = [...new Set([...person.roles, ...rolesOf(handover)])];
  return [{ ...person, roles, units: [...new Set([...person.units, ...units])] }];
}

function rolesOf({ leads, serves, units }: HandoverTerms): Role[] {
  return [
    ...(leads.length > 0 ? ['leader' as const] : []),
    ...(serves.length + units.length > 0 ? ['unit' as const] : []),
  ];
}
