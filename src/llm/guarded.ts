import type { LanguageModel } from './client.ts';

/** How far a slow model may hold up the rest. */
export interface Guard {
  /** Looks at one time; further messages are read by the rules alone. */
  inFlight: number;
  /** Failures in a row after which the model is left alone for a while. */
  failures: number;
  pauseMs: number;
  /** Machine time. */
  now: () => number;
}

/** A model that never occupies more than a few workers, and none while it does not answer. */
export function guarded(model: LanguageModel, { inFlight, failures, pauseMs, now }: Guard): LanguageModel {
  let looking = 0;
  let failed = 0;
  let pausedUntil = 0;
  return {
    async read(input) {
      if (looking >= inFlight || now() < pausedUntil) return { ok: false, why: 'busy' };
      looking += 1;
      try {
        const answer = await model.read(input);
        failed = answer.ok ? 0 : failed + 1;
        if (failed >= failures) [failed, pausedUntil] = [0, now() + pauseMs];
        return answer;
      } finally {
        looking -= 1;
      }
    },
  };
}
