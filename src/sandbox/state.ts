import type { Model, QueryFilter } from 'mongoose';
import type { Context } from '../app/context.ts';
import { STATUSES } from '../domain/case.ts';
import { toShanghaiIso } from '../domain/day.ts';
import { legDue } from '../domain/due.ts';
import type { Calendar } from '../domain/working-time.ts';
import { OUTBOX_COUNTED } from '../store/outbox-store.ts';
import type { CaseDoc } from '../store/case-store.ts';
import { isIdle } from './idle.ts';

/** What stands in the sandbox: counts by status, zeros included, and whether anything can still be done at this clock. */
export async function sandboxState(context: Context) {
  const { inbox, outbox, cases } = context.stores;
  // Before the counts: counted first, the last thing done would be missing from what calls itself idle.
  const idle = await isIdle(context);
  return {
    now: toShanghaiIso(await context.clock.now()),
    inbox: await counts(inbox.model, 'status', { pending: ['pending', 'held'], done: ['done'], failed: ['failed'] }),
    outbox: await counts(outbox.model, 'status', { ...each(OUTBOX_COUNTED), pending: ['pending', 'sending'] }),
    cases: await counts(cases.model, 'snapshot.status', each(STATUSES)),
    idle,
  };
}

async function counts<T>(
  model: Model<T>,
  field: string,
  groups: Record<string, readonly string[]>,
): Promise<Record<string, number>> {
  const count = async ([name, values]: [string, readonly string[]]) =>
    [name, await model.countDocuments({ [field]: { $in: values } } as QueryFilter<T>)] as const;
  return Object.fromEntries(await Promise.all(Object.entries(groups).map(count)));
}

function each(names: readonly string[]): Record<string, readonly string[]> {
  return Object.fromEntries(names.map((name) => [name, [name]]));
}

/** One case as the outside contract shows it (design.md section 6, Sandbox). */
export function caseView(doc: CaseDoc, calendar: Calendar) {
  const { snapshot } = doc;
  return {
    number: snapshot.number,
    status: snapshot.status,
    version: doc.version,
    subject: snapshot.subject.name,
    category: snapshot.category,
    due: doc.dueAt && toShanghaiIso(doc.dueAt),
    caseDue: doc.caseDueAt && toShanghaiIso(doc.caseDueAt),
    wished: snapshot.wished,
    legs: snapshot.legs.map((leg) => ({
      unit: leg.unit.name,
      role: leg.role,
      status: leg.status,
      due: toShanghaiIso(legDue(leg, calendar)),
    })),
    events: doc.events.map(({ effects, ...event }) => ({
      ...event,
      at: toShanghaiIso(event.at),
      effects: effects.length,
    })),
    closures: snapshot.closures,
  };
}
