import type { Logger } from 'pino';
import { LEASE_MS } from '../store/waiting.ts';
import type { SweepState } from './sweep.ts';

const LOOK_MS = 30_000;

/** A minute and a half: the queue has let one sweep pass. */
const OVERDUE_MS = 90_000;

/** What a killed process held when this one began is free by then, and nobody else may be there to ring for it. */
const AFTER_START_MS = LEASE_MS + 1_000;

/** What a process does by itself when the queue has brought it no sweep. */
export interface SweepCare {
  state: SweepState;
  sweep(): Promise<unknown>;
  /** Puts the sweep's schedule back, should the queue have lost it. */
  schedule(): Promise<unknown>;
  log: Logger;
}

/** Sees to it that each process sweeps, whatever has become of the queue: away, or emptied together with its schedules. Returns the stop. */
export function watchSweeps(care: SweepCare): () => void {
  let busy = false;
  const run = () => {
    if (busy) return;
    busy = true;
    void catchUp(care).finally(() => (busy = false));
  };
  const afterStart = setTimeout(run, AFTER_START_MS).unref();
  const timer = setInterval(() => isOverdue(care.state) && run(), LOOK_MS).unref();
  return () => {
    clearTimeout(afterStart);
    clearInterval(timer);
  };
}

function isOverdue({ lastAt }: SweepState): boolean {
  return lastAt === null || Date.now() - lastAt.getTime() > OVERDUE_MS;
}

async function catchUp({ sweep, schedule, log }: SweepCare): Promise<void> {
  const failed = (error: Error) =>
    log.warn({ err: { message: error.message } }, 'a sweep that the queue did not bring failed; it is tried again');
  // Not waited for: a queue that hangs must not keep what is due from being done.
  schedule().catch(failed);
  await sweep().catch(failed);
}
