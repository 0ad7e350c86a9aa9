import type { World } from '../domain/decision.ts';
import { recountInstruction } from '../domain/instruction.ts';
import type { InstructionDoc } from '../store/instruction-store.ts';
import type { Context } from './context.ts';

const STALE_AT_ONCE = 200;

/** After the office has changed the calendar, open instructions get their days and mornings anew, as cases do. Returns how many were looked at. */
export async function rebaseInstructions(
  v: World & { now: Date },
  { stores }: Pick<Context, 'stores'>,
): Promise<number> {
  const { version } = v.calendar;
  let count = 0;
  for (;;) {
    const stale = await stores.instructions.stale(version, STALE_AT_ONCE);
    for (const doc of stale) await countAnew(doc, v, stores);
    count += stale.length;
    if (stale.length === 0) return count;
  }
}

async function countAnew(
  doc: InstructionDoc,
  v: World & { now: Date },
  { instructions }: Context['stores'],
): Promise<void> {
  const { version } = v.calendar;
  const view = { ...v, basis: version };
  const change = recountInstruction(doc.snapshot, v.calendar, v.now);
  if (!change) return instructions.rebase(doc, view);
  const { what, instruction, effects } = change;
  const entry = { what, at: v.now, recordedAt: v.now, source: `calendar/${version}`, by: null, effects };
  await instructions.append(doc, instruction, entry, view);
}
