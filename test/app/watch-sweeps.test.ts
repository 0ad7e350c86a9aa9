import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SweepState } from '../../src/app/sweep.ts';
import { type SweepCare, watchSweeps } from '../../src/app/watch-sweeps.ts';

const MINUTE_MS = 60_000;

let stop = () => {};
beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  stop();
  vi.useRealTimers();
});

/** Watches over sweeps whose end is noted in the state, as the real sweep does. */
function watch(changes: Partial<SweepCare> = {}): { care: SweepCare; state: SweepState } {
  const state: SweepState = { lastAt: new Date() };
  const sweep = vi.fn(async () => void (state.lastAt = new Date()));
  const care = { state, sweep, schedule: vi.fn(async () => {}), log: pino({ level: 'silent' }), ...changes };
  stop = watchSweeps(care);
  return { care, state };
}

/** A minute with the queue's own sweep at its end. */
async function minuteWithSweep(state: SweepState): Promise<void> {
  await vi.advanceTimersByTimeAsync(MINUTE_MS);
  state.lastAt = new Date();
}

describe('the watch over sweeps', () => {
  it('sweeps once when the leases of a killed process have run out', async () => {
    const { care } = watch();
    await vi.advanceTimersByTimeAsync(15_000);
    expect(care.sweep).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(care.sweep).toHaveBeenCalledTimes(1);
  });

  it('leaves the sweeping to the queue as long as it brings one each minute', async () => {
    const { care, state } = watch();
    for (let minute = 0; minute < 10; minute += 1) await minuteWithSweep(state);
    expect(care.sweep).toHaveBeenCalledTimes(1);
  });

  it('sweeps by itself, and puts the schedules back, when the queue has lost them', async () => {
    const { care } = watch();
    await vi.advanceTimersByTimeAsync(10 * MINUTE_MS);
    expect(vi.mocked(care.sweep).mock.calls.length).toBeGreaterThanOrEqual(5);
    expect(care.schedule).toHaveBeenCalled();
  });

  it('does not let a queue that hangs, or a sweep that fails, keep it from the next sweep', async () => {
    const sweep = vi.fn(async () => {
      throw new Error('MongoDB is away');
    });
    watch({ sweep, schedule: () => new Promise(() => {}), state: { lastAt: null } });
    await vi.advanceTimersByTimeAsync(2 * MINUTE_MS);
    expect(sweep.mock.calls.length).toBeGreaterThanOrEqual(3);
  });

  it('ends when it is stopped', async () => {
    const { care } = watch();
    stop();
    await vi.advanceTimersByTimeAsync(10 * MINUTE_MS);
    expect(care.sweep).not.toHaveBeenCalled();
  });
});
