import { caseLine } from '../../config/texts/answers.ts';
import { atBot } from '../../config/texts/format.ts';
import {
  instructionAnsweredOffice,
  instructionIssued,
  instructionReminder,
  openCases,
} from '../../config/texts/instructions.ts';
import { redatedNotice, withdrawnNotice } from '../../config/texts/instruction-changes.ts';
import type { Snapshot } from '../domain/case.ts';
import { dayOf } from '../domain/day.ts';
import type { World } from '../domain/decision.ts';
import { describe, instructionWords, lineOf, nearnessOn } from '../domain/describe.ts';
import { type Instruction, instructionOutdated } from '../domain/instruction.ts';
import type { About } from '../domain/notice.ts';
import type { Rendered } from './notice.ts';

/** What the words of an instruction are made from besides it. */
export interface InstructionView extends World {
  now: Date;
  /** The case of a decision. */
  of: Snapshot | null;
  /** What the unit of a letter has open: the first of them, how many, and how many of these are late. */
  open: { cases: readonly Snapshot[]; count: number; overdue: number } | null;
}

/** The words of a notice of an instruction, or why it no longer holds. */
export function renderInstruction(
  about: Extract<About, { kind: 'instruction' }>,
  instruction: Instruction,
  view: InstructionView,
): Rendered {
  const gone = instructionOutdated(about, instruction);
  return gone ? { void: gone } : { text: wordsOf(about.stage, instruction, view) };
}

type Stage = Extract<About, { kind: 'instruction' }>['stage'];

function wordsOf(stage: Stage, instruction: Instruction, view: InstructionView): string {
  const words = { ...instructionWords(instruction), at: atBot(view.botName, false) };
  if (stage === 'withdrawn') return withdrawnNotice({ ...words, reason: instruction.withdrawn?.reason ?? '' });
  if (stage === 'redated') return redatedNotice(words);
  if (stage === 'answered') return instructionAnsweredOffice({ ...words, answer: instruction.answer?.text ?? '' });
  if (stage === 'issued') {
    const about = view.of && aboutCase(view.of);
    return instructionIssued({ ...words, about: about ?? openText(view) });
  }
  const { caseNumber, receipt, dueDay } = instruction;
  const near = nearnessOn(dueDay, dayOf(view.now), view.calendar);
  return instructionReminder({ ...words, stage, caseNumber, received: receipt !== null, near });
}

/** The case's own due day is not the decision's, so it is left out. */
function aboutCase(snapshot: Snapshot): string {
  return caseLine({ ...describe(snapshot), unit: null, due: null, near: null });
}

function openText(view: InstructionView): string | null {
  if (!view.open) return null;
  const { cases, count, overdue } = view.open;
  const lines = cases.map((snapshot) => lineOf(snapshot, view, { now: view.now, ownName: false }));
  return openCases({ count, overdue, lines });
}
