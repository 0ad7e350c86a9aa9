import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PATIENCE, stayWhileUsed } from '../../src/mongo/process/stay-while-used.ts';

describe('stayWhileUsed', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function setUp() {
    const leave = vi.fn<() => void>();
    return { leave, stay: stayWhileUsed(leave) };
  }

  it('leaves when no client ever comes', () => {
    const { leave } = setUp();
    vi.advanceTimersByTime(PATIENCE.firstClientMs - 1);
    expect(leave).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(leave).toHaveBeenCalledOnce();
  });

  it('stays as long as a client is there', () => {
    const { leave, stay } = setUp();
    stay.clients(1);
    vi.advanceTimersByTime(3_600_000);
    expect(leave).not.toHaveBeenCalled();
  });

  it('waits a little for another client after the last has gone', () => {
    const { leave, stay } = setUp();
    stay.clients(1);
    stay.clients(0);
    vi.advanceTimersByTime(PATIENCE.nextClientMs - 1);
    stay.clients(1);
    vi.advanceTimersByTime(3_600_000);
    expect(leave).not.toHaveBeenCalled();
    stay.clients(0);
    vi.advanceTimersByTime(PATIENCE.nextClientMs);
    expect(leave).toHaveBeenCalledOnce();
  });

  it('leaves at once when it is told to and nobody is there', () => {
    const { leave, stay } = setUp();
    stay.drain();
    expect(leave).toHaveBeenCalledOnce();
  });

  it('leaves with its last client once it was told to', () => {
    const { leave, stay } = setUp();
    stay.clients(2);
    stay.drain();
    stay.clients(1);
    vi.advanceTimersByTime(PATIENCE.drainMs - 1);
    expect(leave).not.toHaveBeenCalled();
    stay.clients(0);
    expect(leave).toHaveBeenCalledOnce();
  });

  it('leaves with clients still there when they had time enough', () => {
    const { leave, stay } = setUp();
    stay.clients(1);
    stay.drain();
    stay.drain();
    vi.advanceTimersByTime(PATIENCE.drainMs);
    stay.clients(0);
    expect(leave).toHaveBeenCalledOnce();
  });
});
