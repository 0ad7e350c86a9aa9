import { OPEN_STATUSES, type Snapshot } from '../../domain/case.ts';
import type { World } from '../../domain/decision.ts';
import type { Instruction } from '../../domain/instruction.ts';
import type { About, Target } from '../../domain/notice.ts';
import { lateOn } from '../../domain/search.ts';
import { renderInstruction } from '../../render/instruction.ts';
import type { Rendered } from '../../render/notice.ts';
import { countCases } from '../../store/case-lists.ts';
import { TITLES_LIMIT } from '../act/limits.ts';
import type { Stores } from '../context.ts';

/** The words of a notice of an instruction, made from it, its case and the unit's open cases as they now stand. */
export async function wordsOfInstruction(
  about: Extract<About, { kind: 'instruction' }>,
  v: { world: World; now: Date; to: Target; stores: Stores },
): Promise<Rendered> {
  const doc = await v.stores.instructions.byNumber(about.instruction);
  if (!doc) return { void: 'the instruction is gone' };
  const { caseNumber } = doc.snapshot;
  const subject = caseNumber ? await v.stores.cases.byNumber(caseNumber) : null;
  const isSecret = subject?.snapshot.confidential === true && v.to.kind !== 'office';
  if (isSecret) return { void: 'the case is confidential by now' };
  const open = about.stage === 'issued' ? await openOf(doc.snapshot, v.now, v.stores) : null;
  return renderInstruction(about, doc.snapshot, { ...v.world, now: v.now, of: subject?.snapshot ?? null, open });
}

async function openOf(
  { kind, unit }: Instruction,
  now: Date,
  { cases }: Stores,
): Promise<{ cases: Snapshot[]; count: number; overdue: number } | null> {
  if (kind !== 'letter') return null;
  const theirs = { statuses: OPEN_STATUSES, units: [unit.id], openOnly: true } as const;
  const { cases: docs, more } = await cases.find(theirs, TITLES_LIMIT);
  const snapshots = docs.map((doc) => doc.snapshot);
  const overdue = await countCases(cases.model, { ...theirs, ...lateOn(now) });
  return { cases: snapshots, count: docs.length + more, overdue };
}
