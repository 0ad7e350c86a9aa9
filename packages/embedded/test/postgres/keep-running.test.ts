import { describe, expect, it, vi } from 'vitest';
import { keepRunning, pauseBefore } from '../../src/postgres/keep-running.ts';
import type { Server } from '../../src/postgres/server.ts';

/** Above every process id of the system, so that no signal reaches anybody. */
const NOBODYS_PID = 2 ** 30;
const ended: Server = { pid: NOBODYS_PID, ended: Promise.resolve('exit code 1') };
const running: Server = { pid: NOBODYS_PID, ended: new Promise(() => {}) };

describe('pauseBefore', () => {
  it('doubles from failure to failure and stops growing at five seconds', () => {
    expect([1, 2, 3, 20].map(pauseBefore)).toEqual([200, 400, 800, 5000]);
  });
});

describe('keepRunning', () => {
  it('says why each start failed and tries again until one succeeds', async () => {
    const lines: string[] = [];
    const start = vi
      .fn<() => Promise<Server>>()
      .mockRejectedValueOnce(new Error('the disk is full'))
      .mockResolvedValue(running);
    const stop = keepRunning({ first: ended, start, onLog: (line) => lines.push(line) });
    await vi.waitFor(() => expect(start).toHaveBeenCalledTimes(2));
    expect(lines).toEqual(['PostgreSQL has ended (exit code 1); starting it again', 'the disk is full']);
    await stop();
  });

  it('gives up waiting for the next start when it is stopped', async () => {
    await expect(keepRunning({ first: ended, start: vi.fn(), onLog: () => {} })()).resolves.toBeUndefined();
  });
});
