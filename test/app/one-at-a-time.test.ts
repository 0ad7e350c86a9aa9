import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { oneAtATime } from '../../src/app/one-at-a-time.ts';

describe('oneAtATime', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('makes one call of all that come while one is on its way, after it', async () => {
    const act = vi.fn(async () => {});
    const ring = oneAtATime(act);
    for (let i = 0; i < 100; i += 1) ring('inbox');
    expect(act).toHaveBeenCalledTimes(1);
    await vi.runAllTimersAsync();
    expect(act).toHaveBeenCalledTimes(2);
  });

  it('calls again for what comes after a failed call', async () => {
    const act = vi.fn(async () => Promise.reject(new Error('away')));
    const ring = oneAtATime(act);
    ring('inbox');
    ring('inbox');
    await vi.runAllTimersAsync();
    expect(act).toHaveBeenCalledTimes(2);
  });

  it('keeps different keys apart', () => {
    const act = vi.fn(async () => {});
    const ring = oneAtATime(act);
    ring('inbox');
    ring('outbox');
    expect(act.mock.calls).toEqual([['inbox'], ['outbox']]);
  });
});
