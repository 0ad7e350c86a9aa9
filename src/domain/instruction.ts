import { SUPERVISION } from '../../config/rules.ts';
import type { Actor } from './command.ts';
import { addDays, type Day, dayOf, instantAt } from './day.ts';
import { type Notice, type Target, targetName } from './notice.ts';
import { TO_OFFICE } from './notices.ts';
import { addWorkdays, type Calendar, workdayOnOrBefore, workdaysBetween } from './working-time.ts';

/** `letter` 提醒函 to a unit about all it has open; `meeting` 调度会决定 about one case. */
export type InstructionKind = 'letter' | 'meeting';

/** What a unit is told to do by a day, as a numbered document: it is receipted, reminded of, and closed by what was done. */
export interface Instruction {
  /** TX-2026-000001 of a letter, ZS-2026-000001 of a decision. */
  number: string;
  kind: InstructionKind;
  unit: { id: string; name: string };
  /** The case that a decision is about; null for a letter. */
  caseNumber: string | null;
  /** The leader who is told besides the unit; null for a letter. */
  leader: string | null;
  text: string;
  issuedAt: Date;
  dueDay: Day;
  /** 签收; null until the unit has said 收到 or has answered outright. */
  receipt: Stamp | null;
  /** 落实: what was done. It closes the instruction. */
  answer: (Stamp & { text: string }) | null;
  /** The last morning whose reminder has been dealt with. */
  remindedDay: Day | null;
}

/** Who did something, by id and by name as then registered, and when. */
export interface Stamp {
  at: Date;
  by: string;
  name: string;
}

/** The instruction as a decision leaves it, what was done to it, and whom that tells. */
export interface InstructionChange {
  what: 'issued' | 'received' | 'answered' | 'reminded';
  instruction: Instruction;
  effects: Notice[];
}

/** One line of an instruction's history. The same source is never applied twice. */
export interface InstructionEntry {
  what: InstructionChange['what'];
  at: Date;
  recordedAt: Date;
  source: string;
  /** Null for a timer. */
  by: string | null;
  effects: Notice[];
  /** What was answered to the sender; kept so that a retry answers the same. */
  reply?: string;
}

export type InstructionStage = 'issued' | 'unreceived' | 'eve' | 'due' | 'overdue' | 'answered';

/** Reminders are decided at 08:00 and leave when work begins, as those of cases do. */
const REMINDERS_DECIDED_AT = 8 * 60;

/** The next morning on which an instruction is reminded of; null once it is answered. */
export function nextInstructionReminder(
  instruction: Instruction,
  calendar: Calendar,
): { at: Date; day: Day; stage: InstructionStage } | null {
  if (instruction.answer) return null;
  for (let day = addDays(lastDealtWith(instruction), 1); ; day = addDays(day, 1)) {
    const stage = instructionStageOn(instruction, calendar, day);
    if (stage) return { at: instantAt(day, REMINDERS_DECIDED_AT), day, stage };
  }
}

/** The latest reminder whose morning has come; earlier ones that an outage swallowed are not made up for. */
export function latestInstructionReminder(
  instruction: Instruction,
  calendar: Calendar,
  today: Day,
): { day: Day; stage: InstructionStage } | null {
  for (let day = today; day > lastDealtWith(instruction); day = addDays(day, -1)) {
    const stage = instructionStageOn(instruction, calendar, day);
    if (stage) return { day, stage };
  }
  return null;
}

function lastDealtWith({ issuedAt, remindedDay }: Instruction): Day {
  return remindedDay ?? dayOf(issuedAt);
}

/** A working morning has one stage, the most urgent. Every morning after the due day has one. */
function instructionStageOn(instruction: Instruction, calendar: Calendar, day: Day): InstructionStage | null {
  if (!calendar.isWorkday(day)) return null;
  const { dueDay, receipt } = instruction;
  if (day > dueDay) return 'overdue';
  const lastDay = workdayOnOrBefore(calendar, dueDay);
  if (day === lastDay) return 'due';
  if (day === addWorkdays(calendar, lastDay, -1)) return 'eve';
  return receipt ? null : 'unreceived';
}

/** Unit and leader; the office too of what has been late for some days, and of what was done. */
export function instructionTargets(
  instruction: Instruction,
  stage: InstructionStage,
  v: { calendar: Calendar; day: Day },
): Target[] {
  if (stage === 'answered') return [TO_OFFICE];
  const { unit, leader, dueDay } = instruction;
  const isLate = workdaysBetween(v.calendar, dueDay, v.day) >= SUPERVISION.officeFrom;
  const toLeader: Target[] = leader ? [{ kind: 'leader', of: leader }] : [];
  return [{ kind: 'unit', of: unit.id }, ...toLeader, ...(isLate ? [TO_OFFICE] : [])];
}

/** The notices of one stage, one a target; a stage that may come on several mornings is keyed by its day. */
export function instructionNotices(
  instruction: Instruction,
  stage: InstructionStage,
  v: { calendar: Calendar; day: Day },
): Notice[] {
  const { number } = instruction;
  const about = { kind: 'instruction', instruction: number, stage, day: v.day } as const;
  return instructionTargets(instruction, stage, v).map((to) => ({
    key: `instruction/${number}/${stage}/${v.day}/${targetName(to)}`,
    to,
    class: 'workHours',
    number,
    about,
  }));
}

/** Why a notice of a stage no longer holds; null when it holds. */
export function instructionOutdated(
  about: { stage: InstructionStage; day: Day },
  instruction: Instruction,
): string | null {
  const { stage, day } = about;
  if (stage === 'issued' || stage === 'answered') return null;
  if (instruction.answer) return 'it has been answered';
  if (stage === 'unreceived' && instruction.receipt) return 'it has been received';
  return instruction.remindedDay === day ? null : 'a later stage has come';
}

/** True for the people of the unit that an instruction is addressed to. */
export function isAddressee(actor: Actor, instruction: Instruction): boolean {
  return actor.units.includes(instruction.unit.id);
}
