import { apply } from '../../../src/domain/apply.ts';
import { currentLeg, type Snapshot } from '../../../src/domain/case.ts';
import { addDays, type Day, dayOf } from '../../../src/domain/day.ts';
import type { Pause } from '../../../src/domain/pause.ts';
import type { Calendar } from '../../../src/domain/working-time.ts';
import { daysBetween } from '../happenings.ts';
import type { Check, YearEvidence } from './year-evidence.ts';

/** When a pause begins and when it is over, the unit's due day has moved by the paused working days, no more and no less. */
export function checkPauses({ cases, year }: YearEvidence): Check {
  const broken: string[] = [];
  let looked = 0;
  for (const { events } of cases) {
    let snapshot: Snapshot | null = null;
    for (const event of events) {
      snapshot = apply(snapshot, event);
      if (event.type !== 'paused' && event.type !== 'resumed') continue;
      looked += 1;
      const known = year.calendars.findLast(({ since }) => since <= event.recordedAt);
      const fault = known && faultOf(snapshot, known.calendar);
      if (fault) broken.push(`${snapshot.number} ${event.type} on ${dayOf(event.at)}: ${fault}`);
    }
  }
  return { name: 'a pause moved the due day by its own working days', looked, broken };
}

/** Day by day: of a usual term those that count, of a promised day those that were added to it. */
function faultOf(snapshot: Snapshot, calendar: Calendar): string | null {
  const leg = currentLeg(snapshot);
  const pauses = snapshot.pauses.filter((pause) => pause.leg === leg?.n);
  const last = pauses.at(-1);
  if (!leg || !last) return 'there is no pause';
  const worked = (from: Day, to: Day) => daysBetween(addDays(from, 1), to).filter((day) => calendar.isWorkday(day));
  const isPaused = (day: Day) => pauses.some((pause: Pause) => day > pause.from && day <= pause.until);
  const [counted, wanted] = leg.promised
    ? [worked(last.dueBefore, leg.dueDay).length, worked(last.from, last.until).length]
    : [worked(dayOf(leg.startedAt), leg.dueDay).filter((day) => !isPaused(day)).length, leg.termWorkdays];
  return counted === wanted ? null : `${counted} working days until ${leg.dueDay}, not ${wanted}`;
}
