import { createPostgresBackend, type Processor, withBackend } from 'bullmq';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EmbeddedPostgres, openPostgres } from '../../src/index.ts';
import { buildScratch, postmasterPid } from './scratch.ts';

const scratch = buildScratch();
let postgres: EmbeddedPostgres;
beforeAll(async () => {
  postgres = scratch.closeLater(await openPostgres({ dir: scratch.dir }));
});
afterAll(() => scratch.clear());

// A lost connection is reported as an event while PostgreSQL is away; nobody listening would end the process.
const ignore = (): void => {};

const { Queue, Worker } = withBackend(createPostgresBackend);
const connection = () => ({ ...postgres.connection, migrate: true });
// BullMQ's own patience with a lost connection or a lost job is 15 to 30 s.
const IMPATIENT = { lockDuration: 2000, stalledInterval: 500, runRetryDelay: 300 };

function buildQueue(name: string) {
  const queue = new Queue(name, { connection: connection() });
  queue.on('error', ignore);
  return scratch.closeLater(queue);
}

/** Works until it has seen `count` different jobs; `onSeen` hears how many so far. Resolves with their names. */
function workUntil(name: string, count: number, onSeen: (seen: number) => void = ignore): Promise<string[]> {
  const seen = new Map<string | undefined, string>();
  return new Promise((resolve) => {
    const work: Processor = async (job) => {
      seen.set(job.id, job.name);
      onSeen(seen.size);
      if (seen.size === count) resolve([...seen.values()]);
    };
    const worker = new Worker(name, work, { connection: connection(), concurrency: 5, ...IMPATIENT });
    worker.on('error', ignore);
    scratch.closeLater(worker);
  });
}

describe('BullMQ on the embedded PostgreSQL', () => {
  it('runs a job', async () => {
    await buildQueue('plain').add('ring', { case: 1 });
    expect(await workUntil('plain', 1)).toEqual(['ring']);
  });

  it('keeps a delayed job back and runs it when its time has come', async () => {
    const queue = buildQueue('delayed');
    const job = await queue.add('later', {}, { delay: 300 });
    expect(await job.getState()).toBe('delayed');
    expect(await workUntil('delayed', 1)).toEqual(['later']);
  });

  it('runs a scheduler, one by that id however often it is set', async () => {
    const queue = buildQueue('fixed-hours');
    await queue.upsertJobScheduler('digest', { pattern: '0 30 8 * * *', tz: 'Asia/Shanghai' }, { name: 'digest' });
    await queue.upsertJobScheduler('digest', { every: 100 }, { name: 'digest' });
    expect(await queue.getJobSchedulers()).toHaveLength(1);
    expect(await workUntil('fixed-hours', 2)).toEqual(['digest', 'digest']);
  });

  it('finishes all its jobs although PostgreSQL is killed in between', async () => {
    const queue = buildQueue('killed');
    await queue.addBulk(Array.from({ length: 200 }, (_, n) => ({ name: `job ${n}`, data: {} })));
    const before = postmasterPid(scratch.dir);
    const killOnce = (seen: number): void => {
      if (seen === 50 && postmasterPid(scratch.dir) === before) process.kill(before, 'SIGKILL');
    };
    expect(new Set(await workUntil('killed', 200, killOnce)).size).toBe(200);
    expect(postmasterPid(scratch.dir)).not.toBe(before);
  });
});
