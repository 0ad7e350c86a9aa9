import type { Connection } from 'mongoose';
import type { Logger } from 'pino';
import type { Config } from '../../config/env.ts';
import { buildAttachmentStore } from '../store/attachment-store.ts';
import { buildAuditStore } from '../store/audit-store.ts';
import { buildCalendarStore } from '../store/calendar-store.ts';
import { buildCaseStore } from '../store/case-store.ts';
import { buildClockStore } from '../store/clock-store.ts';
import { buildConversationStore } from '../store/conversation-store.ts';
import { buildCounterStore } from '../store/counters.ts';
import { buildDeskStore } from '../store/desk-store.ts';
import { buildElectionStore } from '../store/election-store.ts';
import { buildHandoverStore } from '../store/handover-store.ts';
import { buildHoursStore } from '../store/hours-store.ts';
import { buildInboxStore } from '../store/inbox-store.ts';
import { buildInstructionStore } from '../store/instruction-store.ts';
import { buildLeaseStore } from '../store/leases.ts';
import { buildLessonStore } from '../store/lesson-store.ts';
import { buildNewcomerStore } from '../store/newcomer-store.ts';
import { buildOutboxStore } from '../store/outbox-store.ts';
import { buildReportStore } from '../store/report-store.ts';
import { buildRosterStore } from '../store/roster-store.ts';
import { buildRulesStore } from '../store/rules-store.ts';
import { buildVersionStore } from '../store/versions.ts';
import { buildVisitStore } from '../store/visit-store.ts';
import type { LanguageModel } from '../llm/client.ts';
import type { WecomClient } from '../wecom/client.ts';
import type { Bell } from './bell.ts';
import { buildClock, type Clock } from './clock.ts';
import type { ConnectionHolder } from './connection/holder.ts';
import type { Metrics } from './metrics.ts';
import { buildWorldSource, type WorldSource } from './world.ts';

/** Every collection of one database. */
export type Stores = ReturnType<typeof buildStores>;

export function buildStores(connection: Connection) {
  return {
    inbox: buildInboxStore(connection),
    conversations: buildConversationStore(connection),
    desks: buildDeskStore(connection),
    cases: buildCaseStore(connection),
    outbox: buildOutboxStore(connection),
    handovers: buildHandoverStore(connection),
    newcomers: buildNewcomerStore(connection),
    reports: buildReportStore(connection),
    instructions: buildInstructionStore(connection),
    roster: buildRosterStore(connection),
    calendar: buildCalendarStore(connection),
    hours: buildHoursStore(connection),
    rules: buildRulesStore(connection),
    audit: buildAuditStore(connection),
    attachments: buildAttachmentStore(connection),
    counters: buildCounterStore(connection),
    lessons: buildLessonStore(connection),
    visits: buildVisitStore(connection),
    leases: buildLeaseStore(connection),
    elections: buildElectionStore(connection),
    clock: buildClockStore(connection),
    versions: buildVersionStore(connection),
  };
}

/** The indexes that the queries rest on; made once, harmless to repeat. */
export async function ensureIndexes(stores: Stores): Promise<void> {
  for (const model of [
    stores.inbox.model,
    stores.cases.model,
    stores.handovers.model,
    stores.newcomers.model,
    stores.outbox.model,
    stores.reports.model,
    stores.instructions.model,
    stores.lessons.model,
    stores.visits.model,
  ]) {
    await model.createCollection();
    await model.createIndexes();
  }
}

/** What the app layer works with: settings, stores, the clock, the way out and the bell. One per process. */
export interface Context {
  config: Config;
  log: Logger;
  stores: Stores;
  clock: Clock;
  worlds: WorldSource;
  wecom: WecomClient;
  /** The smart bot's long connection; null when it is not configured. */
  connection: ConnectionHolder | null;
  /** Looks a reading over; null = the rules alone read. */
  model: LanguageModel | null;
  bell: Bell;
  metrics: Metrics;
  /** Aborted when the process is about to end: nothing new is begun. */
  stopping: AbortSignal;
  /** What a move of the sandbox clock must bring along (the coming week's report, rebased due times). */
  onClockMoved?: () => Promise<void>;
}

/** What command-line tools need of a service: what is stored, the time, the world. */
export type Core = Pick<Context, 'stores' | 'clock' | 'worlds'>;

/** The parts of a context that a database and the settings alone determine. */
export function buildCore(config: Config, connection: Connection): Core {
  const stores = buildStores(connection);
  return { stores, clock: buildClock(config, stores), worlds: buildWorldSource(config, stores) };
}
