import { createPostgresBackend, Queue, Worker } from 'bullmq';
import type { Logger } from 'pino';
import { oneAtATime } from './one-at-a-time.ts';
import { type Bell, WAITING, type WaitingName } from './bell.ts';

/** Where BullMQ keeps its jobs: Redis, where the prefix keeps two cities apart, or the PostgreSQL of the embedded default. */
export type QueuePlace =
  | { kind: 'redis'; url: string; prefix: string }
  | { kind: 'postgres'; connection: { host: string; port: number; user: string; database: string } };

/** What a ring of the bell, and a sweep, wake. */
export interface Wake {
  drain(name: WaitingName): Promise<unknown>;
  sweep(): Promise<unknown>;
}

export interface QueueBell extends Bell {
  /** Begins to listen; for a process that works. */
  listen(wake: Wake): Promise<void>;
  /** Makes the queue ring at the fixed hours and each minute; harmless to repeat. */
  schedule(): Promise<void>;
  /** Resolves when the queue's store answers. @throws when it does not. */
  check(): Promise<void>;
  close(): Promise<void>;
}

const QUEUE = 'bangqi';
const HOUR_MS = 3_600_000;
/** After its store has been away a worker looks again each second, not after BullMQ's 15 s. */
const WORKER = { concurrency: 8, runRetryDelay: 1_000 } as const;
const TZ = 'Asia/Shanghai';

/** The sweep each minute, and the hours at which much falls due: reminders are decided, the digest leaves, the week is cut. */
const SCHEDULES = [
  { id: 'sweep', pattern: '0 * * * * *' },
  { id: 'reminders', pattern: '0 0 8 * * *' },
  { id: 'digest', pattern: '0 40 8 * * *' },
  { id: 'afternoon-digest', pattern: '0 30 16 * * *' },
  { id: 'weekly-cut', pattern: '0 0 16 * * 5' },
] as const;

/** The job of a ring carries nothing but its name: the database knows what is due. Failure lives there too, so a job is tried once. */
const JOB = { attempts: 1, removeOnComplete: true, removeOnFail: true } as const;

/**
 * The bell on BullMQ. It wakes workers of every process and is never the truth: all of it may be lost and nothing is.
 * @param now business time: in a sandbox what is due now may be tomorrow by the machine's clock.
 * @param delays false in a sandbox, whose clock no queue follows.
 */
export function buildQueueBell(place: QueuePlace, v: { log: Logger; now: () => Date; delays: boolean }): QueueBell {
  const { log } = v;
  const open = openerOf(place);
  const queue = open.queue();
  let stopListening: (() => Promise<void>) | null = null;
  let closing = false;
  const report = (error: Error) => {
    if (!closing)
      log.warn({ err: { message: error.message } }, 'the queue is away; what is due waits for the next sweep');
  };
  queue.on('error', report);
  const ringNow = oneAtATime((collection: WaitingName) => queue.add(collection, {}, JOB).catch(report));

  return {
    ring(collection, at) {
      const delay = at ? at.getTime() - v.now().getTime() : 0;
      if (delay > HOUR_MS || (delay > 0 && !v.delays)) return;
      if (delay > 0) queue.add(collection, {}, { ...JOB, delay }).catch(report);
      else ringNow(collection);
    },
    async listen(wake) {
      const worker = open.worker(async (name) => {
        await (isWaitingName(name) ? wake.drain(name) : wake.sweep());
      });
      worker.on('error', report);
      stopListening = () => worker.close();
      worker.on('failed', (_, error) => log.error({ err: error }, 'a wake-up failed'));
      await this.schedule();
    },
    async schedule() {
      await Promise.all(
        SCHEDULES.map(({ id, pattern }) =>
          queue.upsertJobScheduler(id, { pattern, tz: TZ }, { name: id, data: {}, opts: JOB }),
        ),
      );
    },
    async check() {
      await queue.waitUntilReady();
      await queue.getJobCounts('waiting');
    },
    async close() {
      closing = true;
      await stopListening?.();
      await queue.close();
    },
  };
}

function isWaitingName(name: string): name is WaitingName {
  return (WAITING as readonly string[]).includes(name);
}

type Process = (name: string) => Promise<void>;

function openerOf(place: QueuePlace) {
  if (place.kind === 'redis') {
    const connection = { url: place.url, maxRetriesPerRequest: null };
    const { prefix } = place;
    return {
      queue: () => new Queue(QUEUE, { connection: { url: place.url, enableOfflineQueue: false }, prefix }),
      worker: (process: Process) => new Worker(QUEUE, (job) => process(job.name), { connection, prefix, ...WORKER }),
    };
  }
  const connection = { ...place.connection, migrate: true };
  return {
    queue: () => new Queue(QUEUE, { connection }, createPostgresBackend),
    worker: (process: Process) =>
      new Worker(QUEUE, (job) => process(job.name), { connection, ...WORKER }, createPostgresBackend),
  };
}
