import type { Connection } from 'mongoose';
import type { World } from '../../../src/domain/decision.ts';
import { buildCalendar } from '../../../src/domain/working-time.ts';
import { buildStores } from '../../../src/app/context.ts';
import type { CaseDoc } from '../../../src/store/case-store.ts';
import type { HandoverDoc } from '../../../src/store/handover-store.ts';
import type { InboxRow } from '../../../src/store/inbox-row.ts';
import type { InstructionDoc } from '../../../src/store/instruction-store.ts';
import type { OutboxRow } from '../../../src/store/outbox-store.ts';
import type { ReportDoc } from '../../../src/store/report-store.ts';
import type { Shown } from '../platform.ts';
import type { Told } from '../story.ts';

/** All that is known of a run after it: what was said, what chats showed, what the database holds. */
export interface Evidence {
  told: Told;
  shown: readonly Shown[];
  inbox: ReadonlyMap<string, InboxRow>;
  cases: readonly CaseDoc[];
  outbox: ReadonlyMap<string, OutboxRow>;
  reports: readonly ReportDoc[];
  instructions: readonly InstructionDoc[];
  handovers: readonly HandoverDoc[];
  world: Pick<World, 'roster' | 'calendar'>;
  /** The business clock at the end. */
  now: Date;
  /** Turns and documents that somebody still holds. */
  held: number;
}

/** One thing that must hold, how often it was looked at, and where it does not. */
export interface Check {
  name: string;
  looked: number;
  broken: string[];
}

/** Reads everything that a run has left in the database. */
export async function gatherEvidence(
  connection: Connection,
  seen: Pick<Evidence, 'told' | 'shown'>,
): Promise<Evidence> {
  const stores = buildStores(connection);
  const { inbox, cases, outbox, reports, instructions, handovers, roster, leases, clock } = stores;
  const [inboxRows, caseDocs, outboxRows, reportDocs, instructionDocs, handoverDocs] = await Promise.all([
    inbox.model.find().lean<InboxRow[]>().exec(),
    cases.model.find().lean<CaseDoc[]>().exec(),
    outbox.model.find().lean<OutboxRow[]>().exec(),
    reports.model.find().lean<ReportDoc[]>().exec(),
    instructions.model.find().lean<InstructionDoc[]>().exec(),
    handovers.model.find().lean<HandoverDoc[]>().exec(),
  ]);
  const [snapshot, now, turn] = await Promise.all([roster.load(), clock.read(), leases.anyTaken()]);
  const machineNow = new Date();
  const docs = [...inboxRows, ...caseDocs, ...outboxRows, ...instructionDocs, ...handoverDocs];
  const held = docs.filter((doc) => doc.leaseUntil > machineNow).length;
  return {
    ...seen,
    inbox: byId(inboxRows),
    cases: caseDocs,
    outbox: byId(outboxRows),
    reports: reportDocs,
    instructions: instructionDocs,
    handovers: handoverDocs,
    world: { roster: snapshot, calendar: buildCalendar() },
    now: now ?? machineNow,
    held: held + Number(turn),
  };
}

function byId<T extends { _id: string }>(docs: readonly T[]): Map<string, T> {
  return new Map(docs.map((doc) => [doc._id, doc]));
}
