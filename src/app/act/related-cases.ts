import type { View } from '../../../handlers/handler.ts';
import { RELAPSE_DAYS } from '../../../config/rules.ts';
import type { Command } from '../../domain/command.ts';
import { reportedBy } from '../../store/case-lists.ts';
import type { Stores } from '../context.ts';

/** One day more than the span, so that the decision alone draws the border. */
const RELAPSE_MS = (RELAPSE_DAYS + 1) * 86_400_000;

/** The other cases that a command is judged by: the one it names besides its own, or those of the subject that reports. */
export async function relatedCases(
  command: Command,
  { cases }: Pick<Stores, 'cases'>,
): Promise<Pick<View, 'other' | 'ofSubject'>> {
  const { type } = command;
  if (type === 'report') {
    const since = new Date(command.at.getTime() - RELAPSE_MS);
    return { other: null, ofSubject: await reportedBy(cases.model, command.subject.id, since) };
  }
  if (type !== 'merge' && type !== 'absorb' && type !== 'split') return { other: null, ofSubject: [] };
  const other = await cases.byNumber(type === 'merge' ? command.into : command.from);
  return { other: other?.snapshot ?? null, ofSubject: [] };
}
