import { acceptance } from '../src/domain/acceptance.ts';
import type { Job } from './job.ts';

/** Ten minutes without a correction accept a draft. The term counts from then, even if an outage delayed this decision. */
export const confirmDraft: Job<'confirmDraft'> = {
  decide: (snapshot, timer, view) => ({ events: acceptance(snapshot, view, { at: timer.at }), at: timer.at }),
};
