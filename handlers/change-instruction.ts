import {
  alreadyWithdrawn,
  changeRefusals,
  instructionRedated,
  instructionWithdrawn,
} from '../config/texts/instruction-changes.ts';
import { alreadyAnswered, instructionRefusals } from '../config/texts/instructions.ts';
import type { CommandOf } from '../src/domain/command.ts';
import { dayOf } from '../src/domain/day.ts';
import type { Decision, Refusal } from '../src/domain/decision.ts';
import { at, instructionWords } from '../src/domain/describe.ts';
import { type Instruction, type InstructionChange, instructionNotices } from '../src/domain/instruction.ts';
import { answered, type Handler, type View } from './handler.ts';
import { isFit } from './instruct.ts';

/** 撤销 TX-…，因为X by the office: nobody has to do it any more, and whoever was told of it is told so. */
export const withdrawInstruction: Handler<'withdrawInstruction'> = {
  decide(_, command, view) {
    const instruction = openOne(command, view);
    if (!('kind' in instruction)) return instruction;
    const { number } = instruction;
    const { reason, actor } = command;
    if (!reason) return { code: 'missing', say: changeRefusals.whyWithdraw({ number, at: at(command, view) }) };
    const withdrawn = { at: command.at, by: actor.id, name: actor.name, reason };
    const changed = { ...instruction, withdrawn };
    return {
      ...answered(instructionWithdrawn(instructionWords(changed))),
      instruct: tell('withdrawn', changed, command, view),
    };
  },
};

/** 改期限 TX-… by the office: another working day to come, which no calendar moves then. */
export const redateInstruction: Handler<'redateInstruction'> = {
  decide(_, command, view) {
    const instruction = openOne(command, view);
    if (!('kind' in instruction)) return instruction;
    const { number, dueDay } = instruction;
    const { day } = command;
    if (!isFit(day, command, view) || day === dueDay) {
      return { code: 'badDate', say: changeRefusals.whichDay({ number, due: dueDay, at: at(command, view) }) };
    }
    const changed = { ...instruction, dueDay: day, termWorkdays: null };
    const reply = instructionRedated({ ...instructionWords(changed), from: dueDay });
    return { ...answered(reply), instruct: tell('redated', changed, command, view) };
  },
};

type Changing = CommandOf<'withdrawInstruction'> | CommandOf<'redateInstruction'>;

/** The instruction, if there is still something to be done about it. */
function openOne(command: Changing, view: View): Instruction | Decision | Refusal {
  const [instruction] = view.instructions;
  if (!instruction) {
    return { code: 'notFound', say: instructionRefusals.notFound({ number: command.instruction }) };
  }
  const words = instructionWords(instruction);
  const { answer, withdrawn } = instruction;
  if (withdrawn) return answered(alreadyWithdrawn({ ...words, reason: withdrawn.reason }));
  return answer ? answered(alreadyAnswered({ ...words, answer: answer.text })) : instruction;
}

function tell(
  what: 'withdrawn' | 'redated',
  instruction: Instruction,
  command: Changing,
  { calendar }: View,
): InstructionChange {
  const day = dayOf(command.at);
  const effects = instructionNotices(instruction, what, { calendar, day, once: command.source });
  return { what, instruction, effects };
}
