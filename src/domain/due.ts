import { currentLeg, isOpen, type Leg, type Snapshot } from './case.ts';
import { addDays, type Day, dayOf } from './day.ts';
import { dueWith, type Pause, pausesOf } from './pause.ts';
import type { RuleBook } from './rules.ts';
import { type SupportDue, supportsMoved, turnOf } from './support.ts';
import { addWorkdays, type Calendar, closeOfBusiness } from './working-time.ts';

/** The last day of a term of so many working days; the first one counted is the next. */
export function termEnd(calendar: Calendar, from: Date, workdays: number): Day {
  return addWorkdays(calendar, dayOf(from), workdays);
}

/** The unit's clock: close of business of the leg's last day. */
export function legDue(leg: Leg, calendar: Calendar): Date {
  return closeOfBusiness(calendar, leg.dueDay);
}

/** The enterprise's clock as an instant; null before acceptance. */
export function caseDue(snapshot: Snapshot, calendar: Calendar): Date | null {
  return snapshot.caseDueDay ? closeOfBusiness(calendar, snapshot.caseDueDay) : null;
}

/** The due days of an open case as another calendar counts them; null when none moves. `dueDay` is null while no unit has the case. */
export function recount(
  snapshot: Snapshot,
  { calendar, rules }: { calendar: Calendar; rules: RuleBook },
  now: Date,
): { dueDay: Day | null; caseDueDay: Day; supports: SupportDue[] } | null {
  const { acceptedAt, caseDueDay: caseDay } = snapshot;
  if (!isOpen(snapshot) || !acceptedAt || !caseDay) return null;
  const { terms } = rules.of(snapshot, now);
  const leg = currentLeg(snapshot);
  // What is past, and what was promised or granted as a day, stays whatever the calendar says.
  const stays = (day: Day) => closeOfBusiness(calendar, day) <= now;
  const caseDueDay =
    snapshot.dueGiven || stays(caseDay) ? caseDay : termEnd(calendar, acceptedAt, terms[snapshot.grade]);
  const legDay = leg && !leg.promised && !stays(leg.dueDay) ? dueWith(leg, pausesOf(snapshot, leg), calendar) : null;
  const dueDay = legDay ?? leg?.dueDay ?? null;
  const supports = dueDay ? supportsBeside(snapshot, dueDay, { calendar, now }) : [];
  const isSame = caseDueDay === caseDay && dueDay === (leg?.dueDay ?? null) && supports.length === 0;
  return isSame ? null : { dueDay, caseDueDay, supports };
}

/** The supports that move with the main unit's day; one that is over already stays. */
export function supportsBeside(snapshot: Snapshot, main: Day, v: { calendar: Calendar; now: Date }): SupportDue[] {
  const { calendar, now } = v;
  const leg = currentLeg(snapshot);
  if (!leg) return [];
  const isOver = (day: Day) => closeOfBusiness(calendar, day) <= now;
  const moved = supportsMoved(snapshot, { pauses: pausesOf(snapshot, leg), main, calendar });
  return moved.filter((due) => !isOver(turnOf(snapshot, due.leg)?.dueDay ?? due.dueDay));
}

/** One calendar day on the way to a due date: its number when it counts, else null. */
export interface CountedDay {
  day: Day;
  n: number | null;
  /** Worked, but left out of the unit's term by a 暂停. */
  paused?: true;
}

/** 期限依据: each day from the one after the start to the due day, with the number of those that count. */
export function countDays(calendar: Calendar, from: Day, to: Day, pauses: readonly Pause[] = []): CountedDay[] {
  const days: CountedDay[] = [];
  let n = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    const works = calendar.isWorkday(day);
    const paused = works && pauses.some((pause) => day > pause.from && day <= pause.until);
    if (works && !paused) n += 1;
    days.push({ day, n: works && !paused ? n : null, ...(paused ? { paused } : {}) });
  }
  return days;
}
