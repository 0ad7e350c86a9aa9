import type { CalendarChange, DayEntry, Season } from './calendar-entry.ts';
import { currentLeg, isOpen, type Snapshot } from './case.ts';
import { type Day, dayOf } from './day.ts';
import { recount } from './due.ts';
import { type Instruction, recountInstruction } from './instruction.ts';
import type { RuleBook } from './rules.ts';
import { type Calendar, closeOfBusiness, inSeasons } from './working-time.ts';

/** The calendar as it would be after a change; its version stays, so nothing is computed anew because of it. */
export function withChange(calendar: Calendar, change: CalendarChange): Calendar {
  const days = new Map(change.days.map((entry) => [entry.day, entry]));
  return {
    ...calendar,
    ...inSeasons(change.season ? withSeason(calendar.seasons, change.season) : calendar.seasons),
    isWorkday: (day) => days.get(day)?.worked ?? calendar.isWorkday(day),
    noteOn: (day) => noteOf(days.get(day)) ?? calendar.noteOn(day),
  };
}

/** A season takes the place of one that begins on the same day. */
function withSeason(seasons: readonly Season[], season: Season): Season[] {
  return [...seasons.filter(({ from }) => from !== season.from), season];
}

function noteOf(entry: DayEntry | undefined) {
  return entry ? { name: entry.name, own: true } : null;
}

/** The days of a change that are not so already. */
export function newDays(calendar: Calendar, change: CalendarChange): DayEntry[] {
  return change.days.filter(({ day, worked }) => calendar.isWorkday(day) !== worked);
}

/** True for hours that are worked on that day anyway. */
export function isUsual(calendar: Calendar, { from, periods }: Season): boolean {
  const usual = calendar.periodsOn(from);
  return (
    usual.length === periods.length && usual.every((p, i) => p.from === periods[i]?.from && p.to === periods[i]?.to)
  );
}

/** The first day of a change that is over; null when none is. Hours may not change on the day itself: it has begun. */
export function pastDay({ days, season }: CalendarChange, now: Date): Day | null {
  const today = dayOf(now);
  if (season && season.from <= today) return season.from;
  return days.find(({ day }) => day < today)?.day ?? null;
}

/** A case whose due instant a change moves: the unit's clock, or the enterprise's where the unit's stays. */
export interface MovedDue {
  number: string;
  clock: 'leg' | 'case';
  from: Date;
  to: Date;
}

/** What a change would do to the open cases. */
export interface ChangeEffect {
  moved: number;
  /** The most urgent of those that move, at most `SHOWN`. */
  first: MovedDue[];
  /** Open cases whose due day is over already: it stays. */
  past: number;
  /** Open cases with a day promised or granted: it stays. */
  promised: number;
  /** 提醒函 and 调度会决定 whose due instant moves. */
  instructions: number;
}

export const NO_EFFECT: ChangeEffect = { moved: 0, first: [], past: 0, promised: 0, instructions: 0 };

/** So many cases are named before a change is confirmed; the rest is counted. */
const SHOWN = 5;

/** The calendar as it is and as it would be, and the instant of asking. */
export interface Comparison {
  before: Calendar;
  after: Calendar;
  rules: RuleBook;
  now: Date;
}

/** The effect with one more case looked at. Pure, one case at a time, so that any number of cases streams through. */
export function withCase(effect: ChangeEffect, snapshot: Snapshot, v: Comparison): ChangeEffect {
  if (!isOpen(snapshot)) return effect;
  const moved = movedDue(snapshot, v);
  if (moved) return { ...effect, moved: effect.moved + 1, first: mostUrgent([...effect.first, moved]) };
  const leg = currentLeg(snapshot);
  const dueDay = leg?.dueDay ?? snapshot.caseDueDay;
  if (dueDay && closeOfBusiness(v.before, dueDay) <= v.now) return { ...effect, past: effect.past + 1 };
  return leg?.promised ? { ...effect, promised: effect.promised + 1 } : effect;
}

/** The effect with one more open 提醒函 or 调度会决定 looked at. */
export function withInstruction(effect: ChangeEffect, instruction: Instruction, v: Comparison): ChangeEffect {
  const { dueDay } = instruction;
  if (closeOfBusiness(v.before, dueDay) <= v.now) return effect;
  const next = recountInstruction(instruction, v.after, v.now)?.instruction.dueDay ?? dueDay;
  return movedBetween(dueDay, next, v) ? { ...effect, instructions: effect.instructions + 1 } : effect;
}

function movedDue(snapshot: Snapshot, v: Comparison): MovedDue | null {
  const { number, caseDueDay } = snapshot;
  const days = recount(snapshot, { calendar: v.after, rules: v.rules }, v.now);
  const legDay = currentLeg(snapshot)?.dueDay;
  const leg = legDay && movedBetween(legDay, days?.dueDay ?? legDay, v);
  if (leg) return { number, clock: 'leg', ...leg };
  const whole = caseDueDay && movedBetween(caseDueDay, days?.caseDueDay ?? caseDueDay, v);
  return whole ? { number, clock: 'case', ...whole } : null;
}

function movedBetween(old: Day, next: Day, { before, after }: Comparison): { from: Date; to: Date } | null {
  const [from, to] = [closeOfBusiness(before, old), closeOfBusiness(after, next)];
  return from.getTime() === to.getTime() ? null : { from, to };
}

function mostUrgent(moved: readonly MovedDue[]): MovedDue[] {
  return moved
    .toSorted((a, b) => a.from.getTime() - b.from.getTime() || (a.number < b.number ? -1 : 1))
    .slice(0, SHOWN);
}
