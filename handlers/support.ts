import { SUPPORTS } from '../config/rules.ts';
import { supportRefusals, supportSent } from '../config/texts/support.ts';
import { isLegal } from '../src/domain/apply.ts';
import { currentLeg, type Leg, nextLegNumber, type Snapshot } from '../src/domain/case.ts';
import type { CommandOf } from '../src/domain/command.ts';
import { dayOf } from '../src/domain/day.ts';
import type { Refusal } from '../src/domain/decision.ts';
import { at } from '../src/domain/describe.ts';
import { findUnits } from '../src/domain/find-unit.ts';
import { assignmentClass, notice, noticeTo, toUnit } from '../src/domain/notices.ts';
import type { Unit } from '../src/domain/roster.ts';
import { openSupports, supportTerm } from '../src/domain/support.ts';
import { decided, type Handler, required, type View, wrongStatus } from './handler.ts';

/** 请UNIT协办, 分办UNIT DATE前 TASK: another unit works beside the main one, which keeps the case and its term. */
export const support: Handler<'support'> = {
  decide(subject, command, view) {
    const snapshot = required(subject);
    const { number } = snapshot;
    const leg = currentLeg(snapshot);
    if (!leg || !isLegal('supportAsked', snapshot.status)) return wrongStatus(snapshot, '请其他单位协办');
    if (snapshot.confidential) return { code: 'wrongStatus', say: supportRefusals.confidential({ number }) };
    const unit = unitFor(snapshot, command, view);
    if ('code' in unit) return unit;
    const barred = whyNotAsked(snapshot, leg, unit);
    if (barred) return barred;
    const term = termFor(number, leg, command, view);
    if ('code' in term) return term;
    const n = nextLegNumber(snapshot);
    const told = notice({
      to: toUnit(snapshot, unit.id),
      class: assignmentClass(snapshot),
      number,
      about: { kind: 'supportAsked', support: n },
      once: `leg${n}`,
    });
    const main = command.actor.units.includes(leg.unit.id) ? null : toUnit(snapshot, leg.unit.id);
    const about = { kind: 'supportNamed', support: n } as const;
    const named = noticeTo([main], { class: 'workHours', number, about, once: `leg${n}` });
    const { kind, task } = command;
    const asked = { kind, task, unit: { id: unit.id, name: unit.name }, ...term };
    return decided(
      [{ type: 'supportAsked', ...asked, effects: [told, ...named] }],
      supportSent({ number, kind, unit: unit.name, due: term.dueDay }),
    );
  },
};

function unitFor(snapshot: Snapshot, command: CommandOf<'support'>, view: View): Unit | Refusal {
  const { number } = snapshot;
  const [unit, ...others] = command.unitName ? findUnits(view.roster, command.unitName) : [];
  if (unit && others.length === 0) return unit;
  const candidates = unit ? [unit, ...others].slice(0, 5).map(({ name }) => name) : [];
  const say = supportRefusals.unknownUnit({ number, said: command.unitName, candidates, at: at(command, view) });
  return { code: command.unitName ? 'unknownUnit' : 'missing', say };
}

function whyNotAsked(snapshot: Snapshot, leg: Leg, { id, name }: Unit): Refusal | null {
  const { number } = snapshot;
  const open = openSupports(snapshot);
  if (leg.unit.id === id) return { code: 'wrongStatus', say: supportRefusals.isMain({ number, unit: name }) };
  if (open.some(({ unit }) => unit.id === id)) {
    return { code: 'wrongStatus', say: supportRefusals.already({ number, unit: name }) };
  }
  if (open.length < SUPPORTS.atOnce) return null;
  const units = open.map(({ unit }) => unit.name);
  return { code: 'wrongStatus', say: supportRefusals.tooMany({ number, units, most: SUPPORTS.atOnce }) };
}

/** The day that was named, which the main unit's bounds while it is to come; else the usual share of the term. */
function termFor(
  number: string,
  leg: Leg,
  command: CommandOf<'support'>,
  view: View,
): ReturnType<typeof supportTerm> | Refusal {
  const { day, dated } = command;
  const usual = supportTerm(leg, command.at, view.calendar);
  if (!dated) return usual;
  const today = dayOf(command.at);
  const isBound = leg.dueDay >= today;
  if (day && day >= today && !(isBound && day > leg.dueDay)) return { ...usual, dueDay: day, promised: true };
  const due = isBound ? leg.dueDay : null;
  return { code: 'badDate', say: supportRefusals.badDate({ number, due, at: at(command, view) }) };
}
