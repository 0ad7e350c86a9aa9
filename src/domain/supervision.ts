import { SUPERVISION } from '../../config/rules.ts';
import { type Card, currentLeg, isOpen, type Leg, type Snapshot } from './case.ts';
import { type Day, dayOf } from './day.ts';
import type { ReminderStage, Target } from './notice.ts';
import { addWorkdays, type Calendar, workdaysBetween } from './working-time.ts';

/** 黄牌 from the eve of the due day on, 红牌 once it is over; a half-time reminder brings none. */
export function cardOf(stage: ReminderStage): Card | null {
  if (stage === 'overdue') return 'red';
  return stage === 'half' ? null : 'yellow';
}

/** True when the office reads of a leg each morning: it has been late for some working days. */
export function isForOffice(leg: Leg, calendar: Calendar, day: Day): boolean {
  return workdaysBetween(calendar, leg.dueDay, day) >= SUPERVISION.officeFrom;
}

/** True when the unit or the leader has asked not to be reminded on this day. The due day and the first day over are never put off. */
export function isSnoozed(leg: Leg, v: { day: Day; stage: ReminderStage; to: Target }, calendar: Calendar): boolean {
  const { day, stage, to } = v;
  if (stage === 'due' || (stage === 'overdue' && workdaysBetween(calendar, leg.dueDay, day) <= 1)) return false;
  return leg.snoozes.some(({ who, until }) => who === to.kind && day < until);
}

/** The number of the 督办单 that falls due for a leg on a day; null when it has one or is not late enough. One a leg, so no counter is needed. */
export function orderDue(number: string, leg: Leg, calendar: Calendar, day: Day): string | null {
  const isLate = workdaysBetween(calendar, leg.dueDay, day) >= SUPERVISION.orderFrom;
  return leg.order === null && isLate ? `DB${number.slice(2)}-${leg.n}` : null;
}

/** How a 督办单 stands with its unit: nobody has received it; received, its answer due; that day is past; answered. */
export type OrderStanding = 'unreceived' | 'waiting' | 'late' | 'answered';

/** The 督办单 in force on a case, and how it stands on a day; null when there is none. 进展 and 申请延期 answer it, also without a receipt. */
export function orderStanding(
  snapshot: Snapshot,
  calendar: Calendar,
  today: Day,
): { order: string; orderedDay: Day; answerBy: Day; receipt: Leg['orderReceipt']; standing: OrderStanding } | null {
  const leg = currentLeg(snapshot);
  if (!leg?.order || !leg.orderedAt || !isOpen(snapshot)) return null;
  const { order, orderedAt, orderReceipt: receipt, lastProgress } = leg;
  const orderedDay = dayOf(orderedAt);
  const answerBy = addWorkdays(calendar, orderedDay, SUPERVISION.orderWorkdays);
  const isAnswered = [lastProgress?.at, snapshot.extension?.at].some((at) => at !== undefined && at > orderedAt);
  const open = receipt === null ? 'unreceived' : today > answerBy ? 'late' : 'waiting';
  return { order, orderedDay, answerBy, receipt, standing: isAnswered ? 'answered' : open };
}

/** True while 收到 to a case is the receipt of its 督办单. */
export function isOrderUnreceived(snapshot: Snapshot): boolean {
  const leg = currentLeg(snapshot);
  return leg !== null && leg.order !== null && leg.orderReceipt === null;
}
