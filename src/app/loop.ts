import type { Model } from 'mongoose';
import type { CaseDoc } from '../store/case-store.ts';
import type { HandoverDoc } from '../store/handover-store.ts';
import type { InstructionDoc } from '../store/instruction-store.ts';
import type { InboxRow } from '../store/inbox-row.ts';
import type { OutboxRow } from '../store/outbox-store.ts';
import type { ReportDoc } from '../store/report-store.ts';
import { claim, isAnyDue, type Waiting } from '../store/waiting.ts';
import { backoff } from './act/limits.ts';
import { onCase } from './act/on-case.ts';
import { onHandover } from './act/on-handover.ts';
import { onInbound } from './act/on-inbound.ts';
import { onInstruction } from './act/on-instruction.ts';
import { onNotice } from './act/on-notice.ts';
import { onReport } from './act/on-report.ts';
import { WAITING, type WaitingName } from './bell.ts';
import { sendable } from './connection/sendable.ts';
import type { Context } from './context.ts';

/** The one loop: claims what is due in a collection and acts on it, until nothing is. Returns how many documents it acted on. */
export async function drain(name: WaitingName, context: Context): Promise<number> {
  for (let count = 0; ; count += 1) {
    if (context.stopping.aborted) return count;
    const now = await context.clock.now();
    if (!(await actOnNext(name, now, context))) return count;
  }
}

/** One pass over all collections, causes before consequences, repeated until a whole pass finds nothing due. */
export async function drainAll(context: Context): Promise<number> {
  let total = 0;
  for (;;) {
    let count = 0;
    for (const name of await dueNow(context)) count += await drain(name, context);
    if (count === 0 || context.stopping.aborted) return total;
    total += count;
  }
}

/** The collections that something is due in: to look costs less than to claim in vain. */
async function dueNow({ stores, clock }: Context): Promise<WaitingName[]> {
  const now = await clock.now();
  const due = await Promise.all(WAITING.map((name) => isAnyDue(stores[name].model as unknown as Model<Waiting>, now)));
  return WAITING.filter((_, i) => due[i]);
}

async function actOnNext(name: WaitingName, now: Date, context: Context): Promise<boolean> {
  const { stores } = context;
  switch (name) {
    case 'inbox':
      return take(await claim<InboxRow>(stores.inbox.model, now), onInbound, context);
    case 'handovers':
      return take(await claim<HandoverDoc>(stores.handovers.model, now), onHandover, context);
    case 'cases':
      return take(await claim<CaseDoc>(stores.cases.model, now), onCaseOrRetry, context);
    case 'instructions':
      return take(await claim<InstructionDoc>(stores.instructions.model, now), onInstruction, context);
    case 'reports':
      return take(await claim<ReportDoc>(stores.reports.model, now), onReport, context);
    case 'outbox':
      return take(await claim<OutboxRow>(stores.outbox.model, now, sendable(context)), onNotice, context);
  }
}

/** Acts on a claimed document. A failure is logged and left to the lease: it is claimed again when that has run out. */
async function take<T extends Waiting>(
  doc: T | null,
  act: (doc: T, context: Context) => Promise<void>,
  context: Context,
): Promise<boolean> {
  if (!doc) return false;
  try {
    await act(doc, context);
  } catch (error) {
    context.metrics.failures.inc({ collection: 'loop' });
    context.log.error({ err: error, id: doc._id }, 'a due document could not be acted on; it is tried again');
  }
  return true;
}

/** A case whose time keeps failing is tried at growing distances, so that it does not keep the others from theirs. */
async function onCaseOrRetry(doc: CaseDoc, context: Context): Promise<void> {
  try {
    await onCase(doc, context);
  } catch (error) {
    context.metrics.failures.inc({ collection: 'cases' });
    context.log.error({ err: error, case: doc._id, attempts: doc.attempts }, 'a case could not be acted on');
    const at = new Date((await context.clock.now()).getTime() + backoff(doc.attempts));
    await context.stores.cases.retryAt(doc, at);
  }
}
