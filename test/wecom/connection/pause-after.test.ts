import { describe, expect, it } from 'vitest';
import type { LineEnd } from '../../../src/wecom/connection/line.ts';
import { pauseAfter } from '../../../src/wecom/connection/pause-after.ts';

const anEnd = (why: LineEnd['why'], errcode: number | null = null): LineEnd => ({ why, errcode, detail: '' });

describe('the pause before a new connection', () => {
  it('doubles from a second up to half a minute', () => {
    const pauses = [0, 1, 2, 3, 4, 5, 6, 60].map((attempts) => pauseAfter(anEnd('lost'), attempts, 1));
    expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
  });

  it('is up to a half shorter by chance, so that many services do not come back at one instant', () => {
    expect(pauseAfter(anEnd('silent'), 3, 0)).toBe(4_000);
    expect(pauseAfter(anEnd('dead', 846609), 3, 0.5)).toBe(6_000);
  });

  it('is a whole window of the limit after 45009', () => {
    expect(pauseAfter(anEnd('refused', 45009), 0, 0)).toBe(60_000);
  });

  it('is a minute after another connection has taken its place', () => {
    expect(pauseAfter(anEnd('kicked'), 0, 0)).toBe(60_000);
  });

  it.each([853000, 93019])('never ends where the credentials are wrong (%i)', (errcode) => {
    expect(pauseAfter(anEnd('refused', errcode), 0, 0)).toBeNull();
  });

  it('ends after a code that nobody knows: it may pass', () => {
    expect(pauseAfter(anEnd('refused', 999_999), 0, 1)).toBe(1_000);
  });
});
