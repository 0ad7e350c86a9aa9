import type { Snapshot } from './case.ts';
import { isCustomer, OWN_CORP } from './inbound.ts';
import { type About, type Notice, type Target } from './notice.ts';
import { pairingOf, type Roster } from './roster.ts';

/**
 * What persons get besides their group: what they have to act on, and its deadlines. Whatever else a group hears stays there,
 * so that nobody reads everything twice (design.md section 6, Routing and notices).
 */
const PERSONAL: ReadonlySet<About['kind']> = new Set([
  'assigned',
  'transferred',
  'reworked',
  'leaderInformed',
  'supportAsked',
  'urged',
  'remind',
]);

/** The copies of a group's notice for those who answer for it: the leader, or the officers of the task force that are of the unit. */
export function personalCopies(notice: Notice, subject: string | null, roster: Roster): Notice[] {
  if (!PERSONAL.has(notice.about.kind) || notice.passed) return [];
  return holdersOf(notice.to, subject, roster)
    .filter(canBeReached)
    .map((of) => ({ ...notice, key: `${notice.key}/${of}`, to: { kind: 'person', of } }));
}

/** Whom a message of the app reaches: people of our own corp alone. */
export function canBeReached(personId: string): boolean {
  return personId.startsWith(`${OWN_CORP}/`);
}

function holdersOf(to: Target, subject: string | null, roster: Roster): string[] {
  if (to.kind === 'leader') return [to.of];
  if (to.kind !== 'unit') return [];
  const ofUnit = [...roster.persons.values()].filter(({ units }) => units.includes(to.of)).map(({ id }) => id);
  const taskForce = subject ? pairingOf(roster, subject).taskForce : [];
  const named = ofUnit.filter((id) => taskForce.includes(id));
  return named.length > 0 ? named : ofUnit;
}

/** The one who may be asked in private about a case that this person reported; null when neither the app nor 微信客服 writes to them. */
export function privately(person: string, cards: boolean): Target | null {
  return cards && (canBeReached(person) || isCustomer(person)) ? { kind: 'person', of: person } : null;
}

/** Whoever reported a case, where they did so for their own enterprise and still speak for it; else null. */
export function speakingReporter({ onBehalf, reporter, subject }: Snapshot, roster: Roster): string | null {
  const speaks = roster.persons.get(reporter.person)?.subjects.includes(subject.id) ?? false;
  return speaks && !onBehalf ? reporter.person : null;
}
