import { dayOf } from '../src/domain/day.ts';
import {
  type Instruction,
  type InstructionChange,
  instructionNotices,
  isInstructionOpen,
  latestInstructionReminder,
} from '../src/domain/instruction.ts';
import type { TimeView } from './job.ts';

/** What a morning brings to an instruction that nobody has answered: the latest stage alone, after an outage too. Null when none has come. */
export function remindInstruction(instruction: Instruction, view: TimeView): InstructionChange | null {
  const latest = latestInstructionReminder(instruction, view.calendar, dayOf(view.now));
  if (!latest || !isInstructionOpen(instruction)) return null;
  const { day, stage } = latest;
  const effects = instructionNotices(instruction, stage, { calendar: view.calendar, day });
  return { what: 'reminded', instruction: { ...instruction, remindedDay: day }, effects };
}
