import type { View } from '../../../handlers/handler.ts';
import { RELAPSE_DAYS } from '../../../config/rules.ts';
import type { Snapshot } from '../../domain/case.ts';
import type { Command } from '../../domain/command.ts';
import { partsOf, reportedBy } from '../../store/case-lists.ts';
import type { Stores } from '../context.ts';

const NOBODY = { other: null, ofSubject: [], parts: [] };

/** One day more than the span, so that the decision alone draws the border. */
const RELAPSE_MS = (RELAPSE_DAYS + 1) * 86_400_000;

/** The other cases that a command is judged by: the one it names besides its own, those of the subject that reports, or those that 进度 names. */
export async function relatedCases(
  command: Command,
  own: Snapshot | null,
  { cases }: Pick<Stores, 'cases'>,
): Promise<Pick<View, 'other' | 'ofSubject' | 'parts'>> {
  const { type } = command;
  if (type === 'report') {
    const since = new Date(command.at.getTime() - RELAPSE_MS);
    return { ...NOBODY, ofSubject: await reportedBy(cases.model, command.subject.id, since) };
  }
  if (type === 'query' && command.what === 'progress' && own) {
    const { splitFrom } = own.links;
    const whole = splitFrom ? await cases.byNumber(splitFrom) : null;
    return { ...NOBODY, other: whole?.snapshot ?? null, parts: await partsOf(cases.model, own) };
  }
  if (type !== 'merge' && type !== 'absorb' && type !== 'split') return NOBODY;
  const other = await cases.byNumber(type === 'merge' ? command.into : command.from);
  return { ...NOBODY, other: other?.snapshot ?? null };
}
