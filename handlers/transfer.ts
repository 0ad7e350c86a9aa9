import { confidentialRefusals } from '../config/texts/confidential.ts';
import { acceptance } from '../src/domain/acceptance.ts';
import { isLegal } from '../src/domain/apply.ts';
import { RETURNS } from '../config/rules.ts';
import { refusals, transferDone } from '../config/texts/answers.ts';
import { caseworkRefusals } from '../config/texts/casework.ts';
import type { CommandFrame } from '../src/domain/command.ts';
import { currentLeg, nextLegNumber, type Snapshot } from '../src/domain/case.ts';
import type { Day } from '../src/domain/day.ts';
import type { Outcome, Refusal } from '../src/domain/decision.ts';
import { at } from '../src/domain/describe.ts';
import { legDue, termEnd } from '../src/domain/due.ts';
import { assignmentClass, notice, noticeTo, toUnit } from '../src/domain/notices.ts';
import { officeUnit, type Unit } from '../src/domain/roster.ts';
import { findUnits } from '../src/domain/find-unit.ts';
import { farewells } from '../src/domain/support.ts';
import { isOffice, relationsTo } from '../src/domain/rights.ts';
import { escalatedByMoves } from '../src/domain/escalation.ts';
import { termOf } from '../src/domain/rules.ts';
import { answered, decided, type Handler, required, type View, wrongStatus } from './handler.ts';
import { withSupports } from './own-support.ts';

/** 转给 UNIT: another unit's turn begins, with a term of its own. The first unit named when nobody has the case yet. */
export const transfer: Handler<'transfer'> = {
  decide(subject, command, view) {
    const snapshot = required(subject);
    const { number } = snapshot;
    if (!mayMove(snapshot, command)) return wrongStatus(snapshot, '转办');
    const barred = whyBound(snapshot, command, view);
    if (barred) return barred;
    const { unitName, reason } = command;
    const moved = transferTo(snapshot, unitName, { command, reason }, view);
    if ('refusal' in moved) return moved.refusal;
    const { unit, event } = moved;
    if (currentLeg(snapshot)?.unit.id === unit.id && snapshot.status !== 'suspended') {
      return answered(refusals.sameUnit({ number, unit: unit.name }));
    }
    // Naming a unit for a draft that has none accepts it: the clocks start now.
    const given = event?.passed ? escalatedByMoves(snapshot) : [];
    const events = event ? [event, ...given] : acceptance(snapshot, view, { at: command.at, unit });
    return decided(
      events,
      withSupports(transferDone({ number, unit: unit.name, due: termEndFor(snapshot, command, view) }), snapshot),
    );
  },
};

/** What waits for the office's word, returned or suspended, is the office's to move. */
function mayMove({ status }: Snapshot, { actor }: CommandFrame): boolean {
  if (status === 'returned' || status === 'suspended') return isOffice(actor);
  return status === 'draft' || isLegal('transferred', status);
}

/** A unit that is late, or keeps the case after its returns (首接负责), would only begin a new term: its turn ends by others' word. */
function whyBound(snapshot: Snapshot, command: CommandFrame, view: View): Refusal | null {
  const leg = currentLeg(snapshot);
  if (!leg || mayAlwaysMove(snapshot, command, view)) return null;
  const { number, bounces } = snapshot;
  const common = { number, at: at(command, view) };
  if (legDue(leg, view.calendar) < command.at) {
    return { code: 'wrongStatus', say: caseworkRefusals.lateTransfer({ ...common, due: leg.dueDay }) };
  }
  if (bounces < RETURNS.allowed) return null;
  return { code: 'wrongStatus', say: caseworkRefusals.boundToHandle({ ...common, times: bounces }) };
}

/** The leader and the office, who answer for the case whichever unit has it. */
function mayAlwaysMove(snapshot: Snapshot, { actor }: CommandFrame, view: View): boolean {
  return isOffice(actor) || relationsTo(actor, snapshot, view.roster).has('leader');
}

function termFor(snapshot: Snapshot, command: CommandFrame, view: View): number {
  return termOf(snapshot.category, view.rules.of(snapshot, command.at));
}

function termEndFor(snapshot: Snapshot, command: CommandFrame, view: View): Day {
  return termEnd(view.calendar, command.at, termFor(snapshot, command, view));
}

type Transferred = Outcome & { type: 'transferred' };

type Moved = { unit: Unit; event: Transferred | null } | { refusal: Refusal };

/** The hand-over to a unit as named; `event` is null for a case that no unit has had. */
export function transferTo(
  snapshot: Snapshot,
  unitName: string,
  v: { command: CommandFrame; reason: string | null },
  view: View,
): Moved {
  const { number } = snapshot;
  const units = findUnits(view.roster, unitName);
  const [unit] = units;
  if (!unit || units.length > 1) {
    const candidates = units.slice(0, 5).map((candidate) => candidate.name);
    const say = refusals.unknownUnit({ said: unitName, candidates, at: at(v.command, view), number });
    return { refusal: { code: 'unknownUnit', say } };
  }
  if (snapshot.confidential && isAnothers(unit, view)) {
    const say = confidentialRefusals.transfer({ number, category: snapshot.category, at: at(v.command, view) });
    return { refusal: { code: 'wrongStatus', say } };
  }
  if (!currentLeg(snapshot)) return { unit, event: null };
  const termWorkdays = termFor(snapshot, v.command, view);
  const passed = !mayAlwaysMove(snapshot, v.command, view);
  return {
    unit,
    event: handOver({ snapshot, unit, termWorkdays, passed, dueDay: termEndFor(snapshot, v.command, view), ...v }),
  };
}

/** True for any unit but the office's own, where it has one: none of them would hear of a confidential case. */
function isAnothers({ id }: Unit, { roster }: View): boolean {
  const own = officeUnit(roster);
  return own !== null && own.id !== id;
}

function handOver(v: {
  snapshot: Snapshot;
  unit: Unit;
  termWorkdays: number;
  dueDay: Day;
  command: CommandFrame;
  passed: boolean;
  reason: string | null;
}): Transferred {
  const { snapshot, termWorkdays, dueDay, command, reason, passed } = v;
  const from = currentLeg(snapshot);
  const n = nextLegNumber(snapshot);
  const unit = { id: v.unit.id, name: v.unit.name };
  const common = { class: assignmentClass(snapshot), number: snapshot.number, once: `leg${n}` };
  const to = toUnit(snapshot, unit.id);
  if (!from) throw new Error(`case ${snapshot.number} has no leg to hand over`);
  const told = notice({ ...common, to, about: { kind: 'transferred', leg: n, from: from.unit.name } });
  // The unit that gave it away knows; one from which it was taken must be told that it is no longer theirs.
  const taken = command.actor.units.includes(from.unit.id) ? null : toUnit(snapshot, from.unit.id);
  const farewell = noticeTo([taken], { ...common, class: 'workHours', about: { kind: 'movedOn', to: unit.name } });
  return {
    type: 'transferred',
    unit,
    termWorkdays,
    dueDay,
    reason,
    ...(passed ? { passed } : {}),
    effects: [told, ...farewell, ...farewells(snapshot)],
  };
}
