import { acceptance } from '../src/domain/acceptance.ts';
import { isLegal } from '../src/domain/apply.ts';
import { refusals, transferDone } from '../config/texts/answers.ts';
import type { CommandFrame } from '../src/domain/command.ts';
import { currentLeg, nextLegNumber, type Snapshot } from '../src/domain/case.ts';
import type { Day } from '../src/domain/day.ts';
import type { Outcome, Refusal } from '../src/domain/decision.ts';
import { at } from '../src/domain/describe.ts';
import { termEnd } from '../src/domain/due.ts';
import { assignmentClass, notice, noticeTo, toUnit } from '../src/domain/notices.ts';
import type { Unit } from '../src/domain/roster.ts';
import { findUnits } from '../src/domain/find-unit.ts';
import { farewells } from '../src/domain/support.ts';
import { isOffice } from '../src/domain/rights.ts';
import { termOf } from '../src/domain/rules.ts';
import { answered, decided, type Handler, required, type View, wrongStatus } from './handler.ts';
import { withSupports } from './own-support.ts';

/** 转给 UNIT: another unit's turn begins, with a term of its own. The first unit named when nobody has the case yet. */
export const transfer: Handler<'transfer'> = {
  decide(subject, command, view) {
    const snapshot = required(subject);
    const { number } = snapshot;
    if (!mayMove(snapshot, command)) return wrongStatus(snapshot, '转办');
    const { unitName, reason } = command;
    const moved = transferTo(snapshot, unitName, { command, reason }, view);
    if ('refusal' in moved) return moved.refusal;
    const { unit, event } = moved;
    if (currentLeg(snapshot)?.unit.id === unit.id && snapshot.status !== 'suspended') {
      return answered(refusals.sameUnit({ number, unit: unit.name }));
    }
    // Naming a unit for a draft that has none accepts it: the clocks start now.
    const events = event ? [event] : acceptance(snapshot, view, { at: command.at, unit });
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

function termFor(snapshot: Snapshot, command: CommandFrame, view: View): number {
  return termOf(snapshot.category, view.rules.of(snapshot, command.at));
}

function termEndFor(snapshot: Snapshot, command: CommandFrame, view: View): Day {
  return termEnd(view.calendar, command.at, termFor(snapshot, command, view));
}

type Moved = { unit: Unit; event: Outcome | null } | { refusal: Refusal };

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
  if (!currentLeg(snapshot)) return { unit, event: null };
  const termWorkdays = termFor(snapshot, v.command, view);
  return {
    unit,
    event: handOver({ snapshot, unit, termWorkdays, dueDay: termEndFor(snapshot, v.command, view), ...v }),
  };
}

function handOver(v: {
  snapshot: Snapshot;
  unit: Unit;
  termWorkdays: number;
  dueDay: Day;
  command: CommandFrame;
  reason: string | null;
}): Outcome & { type: 'transferred' } {
  const { snapshot, termWorkdays, dueDay, command, reason } = v;
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
    effects: [told, ...farewell, ...farewells(snapshot)],
  };
}
