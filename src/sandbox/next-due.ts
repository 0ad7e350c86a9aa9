import type { Context } from '../app/context.ts';
import { earliestDue } from '../store/waiting.ts';

/** The earliest instant up to `until` (and after `after`, where that is given) at which anything falls due; null when nothing does. */
export async function nextDue(v: { until: Date; after?: Date }, context: Context): Promise<Date | null> {
  const { until, after } = v;
  const { inbox, handovers, cases, instructions, reports, outbox } = context.stores;
  const due = await Promise.all([
    earliestDue(inbox.model, until, after),
    earliestDue(handovers.model, until, after),
    earliestDue(cases.model, until, after),
    earliestDue(instructions.model, until, after),
    earliestDue(reports.model, until, after),
    earliestDue(outbox.model, until, after),
  ]);
  const times = due.filter((instant) => instant !== null).map((instant) => instant.getTime());
  return times.length > 0 ? new Date(Math.min(...times)) : null;
}
