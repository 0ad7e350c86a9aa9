import { SUPERVISION } from '../../config/rules.ts';
import type { Actor } from './command.ts';
import { addDays, type Day, dayOf, instantAt } from './day.ts';
import { type Notice, type Target, targetName } from './notice.ts';
import { TO_OFFICE } from './notices.ts';
import { addWorkdays, type Calendar, closeOfBusiness, workdayOnOrBefore, workdaysBetween } from './working-time.ts';

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
  /** The working days of its term, counted from the day after `issuedAt`; null for a day that was named, which no calendar moves. */
  termWorkdays: number | null;
  /** 签收; null until the unit has said 收到 or has answered outright. */
  receipt: Stamp | null;
  /** 落实: what was done. It closes the instruction. */
  answer: (Stamp & { text: string }) | null;
  /** 撤销 by the office: nobody has to do it any more. */
  withdrawn: (Stamp & { reason: string }) | null;
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
  what: 'issued' | 'received' | 'answered' | 'reminded' | 'withdrawn' | 'redated' | 'dueSet';
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

const REMINDER_STAGES = ['unreceived', 'eve', 'due', 'overdue'] as const;

export type ReminderStageOfInstruction = (typeof REMINDER_STAGES)[number];

export type InstructionStage = 'issued' | 'answered' | 'withdrawn' | 'redated' | ReminderStageOfInstruction;

/** True for the stages of a morning, which are folded into its digest. */
export function isReminderStage(stage: InstructionStage): stage is ReminderStageOfInstruction {
  return REMINDER_STAGES.some((each) => each === stage);
}

/** True while there is something to be done about it. */
export function isInstructionOpen({ answer, withdrawn }: Instruction): boolean {
  return answer === null && withdrawn === null;
}

/** The instruction as another calendar counts its term; null when its day stays, as one that is past or was named does. */
export function recountInstruction(instruction: Instruction, calendar: Calendar, now: Date): InstructionChange | null {
  const { issuedAt, dueDay, termWorkdays } = instruction;
  if (!isInstructionOpen(instruction) || termWorkdays === null || closeOfBusiness(calendar, dueDay) <= now) return null;
  const counted = addWorkdays(calendar, dayOf(issuedAt), termWorkdays);
  return counted === dueDay ? null : { what: 'dueSet', instruction: { ...instruction, dueDay: counted }, effects: [] };
}

/** Reminders are decided at 08:00 and leave with the morning's digest, as those of cases do. */
const REMINDERS_DECIDED_AT = 8 * 60;

/** The next morning on which an instruction is reminded of; null once it is answered or withdrawn. */
export function nextInstructionReminder(
  instruction: Instruction,
  calendar: Calendar,
): { at: Date; day: Day; stage: InstructionStage } | null {
  if (!isInstructionOpen(instruction)) return null;
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
  const isLate = stage === 'overdue' && workdaysBetween(v.calendar, dueDay, v.day) >= SUPERVISION.officeFrom;
  const toLeader: Target[] = leader ? [{ kind: 'leader', of: leader }] : [];
  return [{ kind: 'unit', of: unit.id }, ...toLeader, ...(isLate ? [TO_OFFICE] : [])];
}

/** The notices of one stage, one a target; keyed by its day, as a stage may come on several mornings, or by what makes it unique. */
export function instructionNotices(
  instruction: Instruction,
  stage: InstructionStage,
  v: { calendar: Calendar; day: Day; once?: string },
): Notice[] {
  const { number, dueDay } = instruction;
  const about = { kind: 'instruction', instruction: number, stage, day: v.day, due: dueDay } as const;
  return instructionTargets(instruction, stage, v).map((to) => ({
    key: `instruction/${number}/${stage}/${v.once ?? v.day}/${targetName(to)}`,
    to,
    class: isReminderStage(stage) ? 'digest' : 'workHours',
    number,
    about,
  }));
}

/** Why a notice of a stage no longer holds; null when it holds. */
export function instructionOutdated(
  about: { stage: InstructionStage; day: Day; due: Day },
  instruction: Instruction,
): string | null {
  const { stage, day, due } = about;
  if (stage === 'answered' || stage === 'withdrawn') return null;
  if (instruction.withdrawn) return 'it has been withdrawn';
  if (stage === 'issued') return null;
  if (instruction.answer) return 'it has been answered';
  if (instruction.dueDay !== due) return 'its day has been moved';
  if (stage === 'redated') return null;
  if (stage === 'unreceived' && instruction.receipt) return 'it has been received';
  return instruction.remindedDay === day ? null : 'a later stage has come';
}

/** True for the people of the unit that an instruction is addressed to. */
export function isAddressee(actor: Actor, instruction: Instruction): boolean {
  return actor.units.includes(instruction.unit.id);
}
