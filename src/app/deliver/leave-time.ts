import type { DeliveryClass } from '../../domain/notice.ts';
import {
  type Calendar,
  isWorkTime,
  nextDigestTime,
  nextFoldTime,
  nextWakingTime,
  nextWorkTime,
} from '../../domain/working-time.ts';

/** The earliest instant at which a notice of this class may leave; the instant itself when it may leave now. */
export function leaveTime(deliveryClass: DeliveryClass, now: Date, calendar: Calendar): Date {
  switch (deliveryClass) {
    case 'now':
      return now;
    case 'waking':
      return nextWakingTime(calendar, now);
    case 'workHours':
      return nextWorkTime(calendar, now);
    case 'digest':
      return nextDigestTime(calendar, now);
    case 'fold':
      return nextFoldTime(calendar, now);
  }
}

/** True when a notice may leave at this instant. A digest that waits since 08:40 or 16:30 may leave whenever work goes on. */
export function mayLeave(deliveryClass: DeliveryClass, now: Date, calendar: Calendar): boolean {
  if (deliveryClass === 'fold') return isWorkTime(calendar, now);
  return leaveTime(deliveryClass, now, calendar).getTime() === now.getTime();
}
