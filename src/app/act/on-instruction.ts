import { remindInstruction } from '../../../jobs/remind-instruction.ts';
import { type Instruction, nextInstructionReminder } from '../../domain/instruction.ts';
import type { InstructionDoc } from '../../store/instruction-store.ts';
import type { Context } from '../context.ts';
import { keepNotice } from '../deliver/keep-notice.ts';
import { backoff } from './limits.ts';

/** Acts on an instruction whose time has come: hands over what its history owes, else decides its morning. A lost race leaves it due. */
export async function onInstruction(doc: InstructionDoc, context: Context): Promise<void> {
  try {
    if (doc.handedOver < doc.history.length) await handOver(doc, context);
    else await decideMorning(doc, context);
  } catch (error) {
    context.metrics.failures.inc({ collection: 'instructions' });
    context.log.error(
      { err: error, instruction: doc._id, attempts: doc.attempts },
      'an instruction could not be acted on',
    );
    const at = new Date((await context.clock.now()).getTime() + backoff(doc.attempts));
    await context.stores.instructions.retryAt(doc, at);
  }
}

async function handOver(doc: InstructionDoc, context: Context): Promise<void> {
  const [now, world] = await Promise.all([context.clock.now(), context.worlds.current()]);
  const view = { ...world, now };
  for (const entry of doc.history.slice(doc.handedOver)) {
    for (const effect of entry.effects) await keepNotice(effect, view, context);
  }
  const next = nextInstructionReminder(doc.snapshot, world.calendar);
  if ((await context.stores.instructions.settle(doc, view)) && next) context.bell.ring('instructions', next.at);
}

/** A day off entered since may have moved the morning; then it waits for that one. */
async function decideMorning(doc: InstructionDoc, context: Context): Promise<void> {
  const [now, world] = await Promise.all([context.clock.now(), context.worlds.current()]);
  const view = { ...world, now };
  const { instructions } = context.stores;
  const next = nextInstructionReminder(doc.snapshot, world.calendar);
  const change = next && next.at <= now ? remindInstruction(await withLeader(doc.snapshot, context), view) : null;
  if (!change) {
    await instructions.settle(doc, view);
    return;
  }
  const { what, instruction, effects } = change;
  context.metrics.decisions.inc({ what: 'remindInstruction', outcome: 'decided' });
  const source = `timer/${instruction.remindedDay ?? ''}`;
  await instructions.append(doc, instruction, { what, at: now, recordedAt: now, source, by: null, effects }, view);
}

/** A decision on a case follows the case to its leader of now. */
async function withLeader(instruction: Instruction, { stores }: Context): Promise<Instruction> {
  const { caseNumber } = instruction;
  const doc = caseNumber === null ? null : await stores.cases.byNumber(caseNumber);
  return doc ? { ...instruction, leader: doc.snapshot.leader } : instruction;
}
