import { refusals } from '../config/texts/answers.ts';
import { instructionLine, instructionList, instructionTodo } from '../config/texts/instructions.ts';
import type { CommandOf } from '../src/domain/command.ts';
import { dayOf } from '../src/domain/day.ts';
import type { Decision, Refusal } from '../src/domain/decision.ts';
import { instructionWords, nearnessOn } from '../src/domain/describe.ts';
import { holdersText, isOffice } from '../src/domain/rights.ts';
import { answered, type View } from './handler.ts';

/** 提醒函 and 调度会落实: what is not answered yet. The office reads all, a unit its own. */
export function openInstructions({ actor, what }: CommandOf<'query'>, view: View): Decision | Refusal {
  const mayAsk = isOffice(actor) || actor.roles.includes('unit');
  if (!mayAsk) return { code: 'notYours', say: refusals.notYours({ number: null, who: holdersText('instruct') }) };
  const kind = what === 'letters' ? 'letter' : 'meeting';
  return answered(instructionList({ kind, lines: linesOf(view), more: view.moreInstructions }));
}

/** What 待办 says of them; nothing where there are none. */
export function instructionsToDo(view: View): string {
  return instructionTodo({ lines: linesOf(view), more: view.moreInstructions });
}

function linesOf({ instructions, now, calendar }: View): string[] {
  const today = dayOf(now);
  return instructions.map((instruction) =>
    instructionLine({
      ...instructionWords(instruction),
      received: instruction.receipt?.name ?? null,
      near: nearnessOn(instruction.dueDay, today, calendar),
    }),
  );
}
