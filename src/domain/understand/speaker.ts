import type { Speaker } from './reading.ts';

/** True for those who handle cases: leaders, units and the office. */
export function isOfficial(speaker: Speaker): boolean {
  return speaker === 'leader' || speaker === 'unit' || speaker === 'office';
}
