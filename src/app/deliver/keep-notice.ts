import type { Notice } from '../../domain/notice.ts';
import type { Calendar } from '../../domain/working-time.ts';
import type { Context } from '../context.ts';
import { leaveTime } from './leave-time.ts';

/** When a notice is kept, and the calendar that says when it may leave. */
export interface KeepView {
  now: Date;
  calendar: Calendar;
  /** Not before this instant, though its class would let it leave now. */
  notBefore?: Date;
  /** Machine time until which its callback may answer with it. */
  heldUntil?: Date | null;
}

/** Keeps a notice for delivery, unless it is there already, and wakes the sender for when it may leave. */
export async function keepNotice(notice: Notice, view: KeepView, context: Context): Promise<void> {
  const { now, calendar, notBefore, heldUntil } = view;
  const dueAt = leaveTime(notice.class, notBefore && notBefore > now ? notBefore : now, calendar);
  if (await context.stores.outbox.insert(notice, { now, dueAt, heldUntil: heldUntil ?? null }))
    context.bell.ring('outbox', dueAt);
}
