import { dayOf, instantAt } from '../../src/domain/day.ts';
import { addWorkdays, type Calendar, isWorkTime, nextWorkTime } from '../../src/domain/working-time.ts';
import { between, type Dice } from './dice.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** Some hours later, in the next work hours when that is outside of them. */
export function someHoursLater(calendar: Calendar, at: Date, hours: number, dice: Dice): Date {
  const then = new Date(at.getTime() + hours * HOUR_MS);
  if (isWorkTime(calendar, then)) return then;
  // Not everybody writes the moment the office opens.
  return new Date(nextWorkTime(calendar, then).getTime() + between(dice, 2, 90) * MINUTE_MS);
}

/** A moment within work hours so many working days later. */
export function someWorkdaysLater(calendar: Calendar, at: Date, workdays: number, dice: Dice): Date {
  const day = addWorkdays(calendar, dayOf(at), workdays);
  const morning = dice() < 0.5;
  return instantAt(day, morning ? between(dice, 8 * 60 + 35, 11 * 60 + 55) : between(dice, 14 * 60 + 5, 17 * 60 + 25));
}

/** Early on the next working day. */
export function nextMorning(calendar: Calendar, at: Date, dice: Dice): Date {
  return instantAt(addWorkdays(calendar, dayOf(at), 1), between(dice, 8 * 60 + 45, 10 * 60));
}

/** So many minutes later, whatever the hour. */
export function minutesLater(at: Date, minutes: number): Date {
  return new Date(at.getTime() + minutes * MINUTE_MS);
}

/** Some hours later but not in the night: what enterprises' people do in their own time. */
export function awake(at: Date, hours: number, dice: Dice): Date {
  const then = new Date(at.getTime() + hours * HOUR_MS);
  const hour = (then.getUTCHours() + 8) % 24;
  if (hour >= 7 && hour < 22) return then;
  const day = dayOf(hour < 7 ? then : new Date(then.getTime() + 12 * HOUR_MS));
  return instantAt(day, between(dice, 8 * 60, 12 * 60));
}

/** 3月9日, as people write a day. */
export function spoken(day: string): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
}
