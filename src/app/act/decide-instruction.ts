import type { Command } from '../../domain/command.ts';
import type { Decision } from '../../domain/decision.ts';
import type { Instruction, InstructionEntry, InstructionKind } from '../../domain/instruction.ts';
import { isOffice } from '../../domain/rights.ts';
import type { QueryTopic } from '../../domain/understand/reading.ts';
import type { Calendar } from '../../domain/working-time.ts';
import type { InstructionDoc } from '../../store/instruction-store.ts';
import type { Context, Stores } from '../context.ts';
import { TITLES_LIMIT } from './limits.ts';

/** The instruction that a command is about; the one that it has made, when it is tried again. Null for any other command. */
export async function instructionOf(command: Command, { instructions }: Stores): Promise<InstructionDoc | null> {
  if (command.type === 'instruct') return instructions.get(command.source);
  return 'instruction' in command ? instructions.byNumber(command.instruction) : null;
}

/** The entry that a command has made before; null when it has made none. */
export function entryOf(doc: InstructionDoc, source: string): InstructionEntry | null {
  return doc.history.find((entry) => entry.source === source) ?? null;
}

const LISTS: Partial<Record<QueryTopic, readonly InstructionKind[]>> = {
  letters: ['letter'],
  decisions: ['meeting'],
  todo: ['letter', 'meeting'],
};

/** What a command may look at: the instruction it names, or the open ones that it asks for; a unit asks for its own. */
export async function instructionsFor(
  command: Command,
  named: InstructionDoc | null,
  { instructions }: Stores,
): Promise<{ instructions: Instruction[]; moreInstructions: number }> {
  if (named) return { instructions: [named.snapshot], moreInstructions: 0 };
  const kinds = command.type === 'query' ? LISTS[command.what] : undefined;
  if (!kinds) return { instructions: [], moreInstructions: 0 };
  const units = isOffice(command.actor) ? null : command.actor.units;
  const { found, more } = await instructions.open({ kinds, units }, TITLES_LIMIT);
  return { instructions: found, moreInstructions: more };
}

/** Writes what was decided about an instruction; false when somebody else decided in between. */
export async function writeInstruction(
  v: {
    doc: InstructionDoc | null;
    command: Command;
    decision: Decision & { instruct: NonNullable<Decision['instruct']> };
    view: { now: Date; calendar: Calendar };
  },
  context: Context,
): Promise<boolean> {
  const { doc, command, view } = v;
  const { instructions } = context.stores;
  const { what, instruction, effects } = v.decision.instruct;
  const { reply } = v.decision;
  const said = { at: command.at, source: command.source, by: command.actor.id };
  const entry = { what, ...said, recordedAt: view.now, effects, ...(reply ? { reply } : {}) };
  if (doc && !(await instructions.append(doc, instruction, entry, view))) return false;
  // Keyed by its command, so a second attempt finds it made.
  if (!doc) await instructions.create(command.source, instruction, entry, view);
  context.bell.ring('instructions');
  return true;
}
