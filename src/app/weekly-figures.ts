import { OPEN_STATUSES } from '../domain/case.ts';
import { type WeeklyFigures, finish } from '../domain/figures.ts';
import { addCase, startWeek, type WeekFrame } from '../domain/week-tally.ts';
import { acceptedFrom, addWeeks, cutOf, periodOf } from '../domain/weekly.ts';
import type { Stores } from './context.ts';

/** The figures of a week, counted over the cases that can matter to it, streamed and found by index. */
export async function countWeek(frame: WeekFrame, stores: Pick<Stores, 'cases'>): Promise<WeeklyFigures> {
  const from = periodOf(frame.week).from;
  // What came after the last report's cut is mentioned in this one.
  const sinceLast = new Date(Math.min(from.getTime(), cutOf(addWeeks(frame.week, -1), frame.calendar).getTime()));
  const tally = startWeek(frame);
  const matters = {
    $or: [
      { 'snapshot.status': { $in: [...OPEN_STATUSES, 'suspended' as const] } },
      { 'snapshot.acceptedAt': { $gte: acceptedFrom(frame.week, frame.calendar) } },
      { 'snapshot.closures.at': { $gte: sinceLast } },
      { 'snapshot.closures.survey.answeredAt': { $gte: sinceLast } },
    ],
  };
  for await (const snapshot of stores.cases.snapshots(matters)) addCase(tally, snapshot);
  return finish(tally);
}
