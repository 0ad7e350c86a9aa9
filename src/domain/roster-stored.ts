import type { Day } from './day.ts';
import type { Chat, Pairing, Person, Subject, Unit } from './roster.ts';

/** A subject as stored: its work plan is kept with it. */
export interface StoredSubject extends Subject {
  plan: string | null;
}

/** A person as stored: the rank (市, 县…) is for lists alone. */
export interface StoredPerson extends Person {
  level: string | null;
}

/** What somebody can be to a subject. */
export type AssignmentRole = 'leader' | 'unit' | 'taskForce';

/** 包联关系, effective-dated and half-open: in force from `from` until the day `to`; `to` null = in force. */
export interface Assignment {
  subject: string;
  role: AssignmentRole;
  /** A person, for the role `unit` a unit. */
  holder: string;
  from: Day;
  to: Day | null;
}

/** Everything an import compares a file with; of the assignments those in force. */
export interface StoredRoster {
  subjects: readonly StoredSubject[];
  units: readonly Unit[];
  persons: readonly StoredPerson[];
  chats: readonly Chat[];
  assignments: readonly Assignment[];
}

/** The key of an assignment: the same holder taking the same subject again on the same day is the same assignment. */
export function assignmentId(assignment: Assignment): string {
  return [assignment.subject, assignment.role, assignment.holder, assignment.from].join('/');
}

/** The pairing of each subject that anybody is assigned to, or that has a plan. */
export function pairingsOf(stored: Pick<StoredRoster, 'subjects' | 'assignments'>): Map<string, Pairing> {
  const pairings = new Map<string, Pairing>();
  for (const { id, plan } of stored.subjects) {
    if (plan !== null) pairings.set(id, { leader: null, unit: null, taskForce: [], plan });
  }
  // Oldest first: while an import is half written two leaders can be in force, and then the later one counts.
  const byAge = [...stored.assignments].sort((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)));
  for (const { subject, role, holder } of byAge) {
    const pairing = pairings.get(subject) ?? { leader: null, unit: null, taskForce: [], plan: null };
    if (role === 'taskForce') pairing.taskForce.push(holder);
    else pairing[role] = holder;
    pairings.set(subject, pairing);
  }
  return pairings;
}
