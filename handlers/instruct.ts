import { INSTRUCTIONS } from '../config/rules.ts';
import { instructionRefusals, instructionSent } from '../config/texts/instructions.ts';
import { STATUS_TEXT } from '../config/texts/status.ts';
import { currentLeg, isOpen, type Snapshot } from '../src/domain/case.ts';
import type { CommandFrame, CommandOf } from '../src/domain/command.ts';
import { type Day, dayOf } from '../src/domain/day.ts';
import { at } from '../src/domain/describe.ts';
import type { Decision, Refusal } from '../src/domain/decision.ts';
import { findUnits, unitsAtStart } from '../src/domain/find-unit.ts';
import { type Instruction, instructionNotices } from '../src/domain/instruction.ts';
import type { Unit } from '../src/domain/roster.ts';
import { addWorkdays } from '../src/domain/working-time.ts';
import type { Handler, View } from './handler.ts';

type Instruct = CommandOf<'instruct'>;

/** 提醒函 UNIT，因为X and 调度会决定 BQ-…：X by the office: a numbered document that the unit receives, carries out and answers. */
export const instruct: Handler<'instruct'> = {
  decide(subject, command, view) {
    return command.kind === 'letter' ? letter(command, view) : decision(subject?.snapshot ?? null, command, view);
  },
};

const LETTER_EXAMPLE = '提醒函 市税务局，因为本月3件逾期，请12月1日前回复';

function letter(command: Instruct, view: View): Decision | Refusal {
  const { unitName, text } = command;
  const prefix = at(command, view);
  if (!unitName) return { code: 'missing', say: instructionRefusals.noUnit({ at: prefix }) };
  const units = findUnits(view.roster, unitName);
  const [unit] = units;
  if (!unit || units.length > 1) {
    return unknownUnit(unitName, units, { example: `提醒函 ${units[0]?.name ?? '单位全称'}，因为X`, at: prefix });
  }
  if (!text) return { code: 'missing', say: instructionRefusals.noText({ unit: unit.name, at: prefix }) };
  const usual = addWorkdays(view.calendar, dayOf(command.at), INSTRUCTIONS.letterWorkdays);
  const dueDay = command.saidDay ? command.day : usual;
  if (!isFit(dueDay, command, view)) {
    return { code: 'badDate', say: instructionRefusals.badDay({ example: LETTER_EXAMPLE, at: prefix }) };
  }
  const termWorkdays = command.saidDay ? null : INSTRUCTIONS.letterWorkdays;
  return issue({ command, unit, text, dueDay, termWorkdays, caseNumber: null, leader: null }, view);
}

/** The unit that the words begin with, else the one that has the case. A confidential case is told to no unit. */
function decision(snapshot: Snapshot | null, command: Instruct, view: View): Decision | Refusal {
  if (!snapshot) throw new Error('a meeting decides on a case');
  const { number } = snapshot;
  const { text } = command;
  const prefix = at(command, view);
  if (snapshot.confidential) return { code: 'wrongStatus', say: instructionRefusals.confidential({ number }) };
  if (!text) return { code: 'missing', say: instructionRefusals.noDecision({ number, at: prefix }) };
  const named = unitsAtStart(view.roster, text);
  const example = (name: string) => `调度会决定：${name}12月5日前完成验收 ${number}`;
  if (named.length > 1) return unknownUnit(text, named, { example: example(named[0]?.name ?? '单位名'), at: prefix });
  const unit = named[0] ?? currentLeg(snapshot)?.unit;
  const isInHand = isOpen(snapshot) || snapshot.status === 'suspended';
  if (!unit || !isInHand) {
    const status = STATUS_TEXT[snapshot.status];
    return { code: 'wrongStatus', say: instructionRefusals.notInHand({ number, status }) };
  }
  if (!command.saidDay) return { code: 'missing', say: instructionRefusals.noDecision({ number, at: prefix }) };
  if (!isFit(command.day, command, view)) {
    return { code: 'badDate', say: instructionRefusals.badDay({ example: example(unit.name), at: prefix }) };
  }
  const { leader } = snapshot;
  return issue({ command, unit, text, dueDay: command.day, termWorkdays: null, caseNumber: number, leader }, view);
}

/** A working day to come, today included. */
export function isFit(day: Day | null, command: Pick<CommandFrame, 'at'>, view: View): day is Day {
  return day !== null && day >= dayOf(command.at) && view.calendar.isWorkday(day);
}

function unknownUnit(said: string, units: readonly Unit[], v: { example: string; at: string }): Refusal {
  const candidates = units.slice(0, 5).map((unit) => unit.name);
  return { code: 'unknownUnit', say: instructionRefusals.unknownUnit({ said, candidates, ...v }) };
}

function issue(
  v: Pick<Instruction, 'unit' | 'text' | 'dueDay' | 'termWorkdays' | 'caseNumber' | 'leader'> & { command: Instruct },
  view: View,
): Decision {
  const { command, ...matter } = v;
  const { number, kind } = command;
  const unit = { id: v.unit.id, name: v.unit.name };
  const open = { receipt: null, answer: null, withdrawn: null, remindedDay: null };
  const instruction: Instruction = { ...matter, number, kind, unit, issuedAt: command.at, ...open };
  const effects = instructionNotices(instruction, 'issued', { calendar: view.calendar, day: dayOf(command.at) });
  const reply = instructionSent({ number, kind, unit: unit.name, text: v.text, due: v.dueDay });
  return { events: [], reply, instruct: { what: 'issued', instruction, effects } };
}
