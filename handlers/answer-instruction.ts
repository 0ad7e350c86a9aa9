import { refusals } from '../config/texts/answers.ts';
import { alreadyWithdrawn } from '../config/texts/instruction-changes.ts';
import {
  alreadyAnswered,
  alreadyReceived,
  instructionAnswered,
  instructionReceived,
  instructionRefusals,
} from '../config/texts/instructions.ts';
import type { CommandFrame, CommandOf } from '../src/domain/command.ts';
import { dayOf } from '../src/domain/day.ts';
import type { Refusal } from '../src/domain/decision.ts';
import { at, instructionWords } from '../src/domain/describe.ts';
import { type Instruction, instructionNotices, isAddressee, type Stamp } from '../src/domain/instruction.ts';
import { isOffice } from '../src/domain/rights.ts';
import { answered, type Handler, type View } from './handler.ts';

/** 收到 TX-… by the unit: who received it and when. */
export const receive: Handler<'receive'> = {
  decide(_, command, view) {
    const instruction = addressed(command, view);
    if ('say' in instruction) return instruction;
    const words = instructionWords(instruction);
    const { answer, receipt, withdrawn } = instruction;
    if (withdrawn) return answered(alreadyWithdrawn({ ...words, reason: withdrawn.reason }));
    if (answer) return answered(alreadyAnswered({ ...words, answer: answer.text }));
    if (receipt) return answered(alreadyReceived({ ...words, name: receipt.name, when: receipt.at }));
    const received = { ...instruction, receipt: stampOf(command) };
    const reply = instructionReceived({ ...words, at: at(command, view) });
    return { events: [], reply, instruct: { what: 'received', instruction: received, effects: [] } };
  },
};

/** 落实，X ZS-…: what was done closes it, and the office reads it. Whoever answers has received it. The office may enter it for a unit. */
export const fulfil: Handler<'fulfil'> = {
  decide(_, command, view) {
    const instruction = addressed(command, view);
    if ('say' in instruction) return instruction;
    const words = instructionWords(instruction);
    const { number, kind, answer, withdrawn } = instruction;
    if (withdrawn) return answered(alreadyWithdrawn({ ...words, reason: withdrawn.reason }));
    if (answer) return answered(alreadyAnswered({ ...words, answer: answer.text }));
    if (!command.text) {
      return { code: 'missing', say: instructionRefusals.noAnswer({ number, kind, at: at(command, view) }) };
    }
    const stamp = stampOf(command);
    const receipt = instruction.receipt ?? stamp;
    const done = { ...instruction, receipt, answer: { ...stamp, text: command.text } };
    const effects = instructionNotices(done, 'answered', { calendar: view.calendar, day: dayOf(command.at) });
    return {
      events: [],
      reply: instructionAnswered(words),
      instruct: { what: 'answered', instruction: done, effects },
    };
  },
};

/** The instruction that is meant; it does not exist for people whom it was not told to. */
function addressed(
  { actor, ...command }: CommandOf<'receive'> | CommandOf<'fulfil'>,
  view: View,
): Instruction | Refusal {
  const [instruction] = view.instructions;
  const isTold = (known: Instruction) =>
    isOffice(actor) || isAddressee(actor, known) || [actor.id, ...actor.standsInFor].includes(known.leader ?? '');
  if (!instruction || !isTold(instruction)) {
    return { code: 'notFound', say: instructionRefusals.notFound({ number: command.instruction }) };
  }
  const mayAct = isAddressee(actor, instruction) || (command.type === 'fulfil' && isOffice(actor));
  if (mayAct) return instruction;
  return { code: 'notYours', say: refusals.notYours({ number: instruction.number, who: instruction.unit.name }) };
}

function stampOf({ actor, at: when }: CommandFrame): Stamp {
  return { at: when, by: actor.id, name: actor.name };
}
