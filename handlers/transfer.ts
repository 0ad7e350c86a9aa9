import { acceptance } from '../src/domain/acceptance.ts';
import { refusals, transferDone } from '../config/texts/answers.ts';
import type { CommandOf } from '../src/domain/command.ts';
import { currentLeg, type Snapshot } from '../src/domain/case.ts';
import type { Day } from '../src/domain/day.ts';
import type { Outcome } from '../src/domain/decision.ts';
import { at } from '../src/domain/describe.ts';
import { termEnd, termOf } from '../src/domain/due.ts';
import { assignmentClass, notice, noticeTo, toUnit } from '../src/domain/notices.ts';
import type { Unit } from '../src/domain/roster.ts';
import { findUnits } from '../src/domain/find-unit.ts';
import { answered, decided, type Handler, required, wrongStatus } from './handler.ts';

/** 转给 UNIT: another unit's turn begins, with a term of its own. The first unit named when nobody has the case yet. */
export const transfer: Handler<'transfer'> = {
  decide(subject, command, view) {
    const snapshot = required(subject);
    const { number } = snapshot;
    if (!['draft', 'assigned', 'handling'].includes(snapshot.status)) return wrongStatus(snapshot, '转办');
    const units = findUnits(view.roster, command.unitName);
    const [unit] = units;
    if (!unit || units.length > 1) {
      const candidates = units.slice(0, 5).map((candidate) => candidate.name);
      return {
        code: 'unknownUnit',
        say: refusals.unknownUnit({ said: command.unitName, candidates, at: at(command, view), number }),
      };
    }
    if (currentLeg(snapshot)?.unit.id === unit.id) return answered(refusals.sameUnit({ number, unit: unit.name }));
    const termWorkdays = termOf(snapshot.category);
    const dueDay = termEnd(view.calendar, command.at, termWorkdays);
    // Naming a unit for a draft that has none accepts it: the clocks start now.
    const events = currentLeg(snapshot)
      ? [handOver({ snapshot, unit, termWorkdays, dueDay, command })]
      : acceptance(snapshot, view, { at: command.at, unit });
    return decided(events, transferDone({ number, unit: unit.name, due: dueDay }));
  },
};

function handOver(v: {
  snapshot: Snapshot;
  unit: Unit;
  termWorkdays: number;
  dueDay: Day;
  command: CommandOf<'transfer'>;
}): Outcome {
  const { snapshot, termWorkdays, dueDay, command } = v;
  const from = currentLeg(snapshot);
  const n = snapshot.legs.length + 1;
  const unit = { id: v.unit.id, name: v.unit.name };
  const common = { class: assignmentClass(snapshot), number: snapshot.number, once: `leg${n}` };
  const to = toUnit(snapshot, unit.id);
  if (!from) throw new Error(`case ${snapshot.number} has no leg to hand over`);
  const told = notice({ ...common, to, about: { kind: 'transferred', leg: n, from: from.unit.name } });
  // The unit that gave it away knows; one from which it was taken must be told that it is no longer theirs.
  const taken = command.actor.units.includes(from.unit.id) ? null : toUnit(snapshot, from.unit.id);
  const farewell = noticeTo([taken], { ...common, class: 'workHours', about: { kind: 'movedOn', to: unit.name } });
  return { type: 'transferred', unit, termWorkdays, dueDay, reason: command.reason, effects: [told, ...farewell] };
}
