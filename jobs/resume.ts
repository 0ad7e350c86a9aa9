import { resumption } from '../src/domain/pausing.ts';
import type { Job } from './job.ts';

/** The last paused day is over: the unit's clock runs again from this morning, even if an outage delayed this decision. */
export const resume: Job<'resume'> = {
  decide: (snapshot, timer, { calendar }) => ({
    events: resumption(snapshot, { at: timer.at, calendar }),
    at: timer.at,
  }),
};
