import { describe, expect, it } from 'vitest';
import type { LanguageModel } from '../../src/llm/client.ts';
import { guarded } from '../../src/llm/guarded.ts';
import type { ModelAnswer } from '../../src/llm/view.ts';
import { INPUT, VIEW } from './model-server.ts';

const GOOD: ModelAnswer = { ok: true, view: VIEW };
const SLOW: ModelAnswer = { ok: false, why: 'timeout' };
const BUSY: ModelAnswer = { ok: false, why: 'busy' };

describe('guarded', () => {
  it('asks no more than so many at one time', async () => {
    const waiting: ((answer: ModelAnswer) => void)[] = [];
    const model: LanguageModel = { read: () => new Promise((resolve) => waiting.push(resolve)) };
    const guard = guarded(model, { inFlight: 2, failures: 3, pauseMs: 60_000, now: () => 0 });
    const first = [guard.read(INPUT), guard.read(INPUT)];
    expect(await guard.read(INPUT)).toEqual(BUSY);
    for (const answer of waiting) answer(GOOD);
    expect(await Promise.all(first)).toEqual([GOOD, GOOD]);
  });

  it('leaves a model alone for a minute after three failures in a row', async () => {
    let now = 0;
    let answer: ModelAnswer = SLOW;
    const model: LanguageModel = { read: async () => answer };
    const guard = guarded(model, { inFlight: 2, failures: 3, pauseMs: 60_000, now: () => now });
    for (let n = 0; n < 3; n += 1) expect(await guard.read(INPUT)).toEqual(SLOW);
    answer = GOOD;
    expect(await guard.read(INPUT)).toEqual(BUSY);
    now = 60_000;
    expect(await guard.read(INPUT)).toEqual(GOOD);
  });
});
