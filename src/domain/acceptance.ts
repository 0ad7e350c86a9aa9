import type { Snapshot } from './case.ts';
import type { Outcome, World } from './decision.ts';
import { termEnd } from './due.ts';
import { assignmentClass, fileNotices, notice, TO_OFFICE, toLeader, toUnit } from './notices.ts';
import { gradeOf } from './rules.ts';
import { officeUnit, pairingOf, type Unit } from './roster.ts';

/** The unit that a subject's case goes to whatever its category, until somebody transfers it; the office's own for a confidential one. */
export function responsibleUnit(snapshot: Pick<Snapshot, 'confidential' | 'subject'>, world: World): Unit | null {
  if (snapshot.confidential) return officeUnit(world.roster);
  const { unit } = pairingOf(world.roster, snapshot.subject.id);
  return unit ? (world.roster.units.get(unit) ?? null) : null;
}

/**
 * 受理 and 交办 of a draft: the leader and the responsible unit are told once each. A case that nobody is responsible for is
 * not accepted: the office is asked to name a unit, and the clocks start when it has.
 * @param v.at the instant from which the terms count.
 */
export function acceptance(snapshot: Snapshot, world: World, v: { at: Date; unit?: Unit }): Outcome[] {
  const unit = v.unit ?? responsibleUnit(snapshot, world);
  if (!unit) return snapshot.unitAskedAt ? [] : [askForUnit(snapshot)];
  const rules = world.rules.at(v.at);
  const grade = gradeOf(snapshot.category, rules);
  const leader = pairingOf(world.roster, snapshot.subject.id).leader;
  const termWorkdays = rules.terms[grade];
  const dueDay = termEnd(world.calendar, v.at, termWorkdays);
  const accepted: Outcome = { type: 'accepted', grade, leader, rulesVersion: rules.version, dueDay };
  const to = toLeader({ ...snapshot, leader });
  const common = { class: assignmentClass(snapshot), number: snapshot.number };
  const leaderNotices = to ? [notice({ ...common, to, about: { kind: 'leaderInformed' }, once: 'accepted' })] : [];
  const assigned = notice({
    ...common,
    to: toUnit(snapshot, unit.id),
    about: { kind: 'assigned', leg: 1 },
    once: 'leg1',
  });
  return [
    { ...accepted, effects: leaderNotices },
    {
      type: 'assigned',
      unit: { id: unit.id, name: unit.name },
      termWorkdays,
      dueDay,
      effects: [assigned, ...fileNotices([toUnit(snapshot, unit.id)], { ...common, files: snapshot.files })],
    },
  ];
}

function askForUnit(snapshot: Snapshot): Outcome {
  const { number } = snapshot;
  const about = { kind: 'unassigned' } as const;
  const asked = notice({ to: TO_OFFICE, class: assignmentClass(snapshot), number, about, once: 'draft' });
  return { type: 'unitAsked', effects: [asked] };
}
