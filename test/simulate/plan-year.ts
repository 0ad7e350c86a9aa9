import { addDays, type Day, instantAt, weekdayOf } from '../../src/domain/day.ts';
import { pick } from '../support/random.ts';
import type { CitySubject } from './city.ts';
import { between, choose, type Dice } from './dice.ts';
import { report } from './enterprise.ts';
import { daysBetween } from './happenings.ts';
import { askEachMorning } from './office.ts';
import type { Stage } from './stage.ts';
import { superviseOn } from './supervise.ts';
import { planVisits } from './visits.ts';

/** Of 1,288 subjects, so many problems a week leave about 21 solved. */
const REPORTS = { aWeek: 26, of: 1288 };
/** A small city reports more than its share: a run must have something to look at. */
const LEAST_A_WEEK = 10;

/** When people look around in any case, minutes after midnight: what arrived between is answered then at the latest. */
const LOOKS = [8 * 60 + 42, 10 * 60, 11 * 60 + 30, 14 * 60 + 5, 15 * 60 + 30, 17 * 60, 20 * 60];

/** Puts down what is not an answer to anything: the reports of each week, the office's mornings, and when people look around. */
export function planYear(stage: Stage, monday: Day, weeks: number): void {
  const { subjects } = stage.city;
  const mean = Math.max(LEAST_A_WEEK, (REPORTS.aWeek * subjects.length) / REPORTS.of);
  let n = 0;
  for (let week = 0; week < weeks; week += 1) {
    const dice = stage.dice('week', week);
    for (let left = Math.round(mean * between(dice, 0.7, 1.3)); left > 0; left -= 1) {
      n += 1;
      planReport(stage, { monday: addDays(monday, week * 7), n, dice });
    }
    planVisits(stage, addDays(monday, week * 7), week);
  }
  for (const day of daysBetween(monday, addDays(monday, weeks * 7 - 1))) planDay(stage, day);
}

function planReport(stage: Stage, { monday, n, dice }: { monday: Day; n: number; dice: Dice }): void {
  const weekday = choose(dice, [
    [22, 0],
    [20, 1],
    [18, 2],
    [18, 3],
    [14, 4],
    [4, 5],
    [4, 6],
  ]);
  const minute = dice() < 0.85 ? between(dice, 8 * 60, 18 * 60) : between(dice, 6 * 60, 24 * 60);
  const subject = someSubject(stage.city.subjects, dice);
  stage.at(instantAt(addDays(monday, weekday), minute), () => report(stage, subject, n));
}

/** Some have much to tell: half of the problems come from a tenth of the subjects. */
function someSubject(subjects: readonly CitySubject[], dice: Dice): CitySubject {
  const talkative = subjects.filter((_, i) => i % 10 === 3);
  return pick(dice, dice() < 0.5 ? talkative : subjects);
}

function planDay(stage: Stage, day: Day): void {
  for (const minute of LOOKS) stage.at(instantAt(day, minute), () => {});
  if (weekdayOf(day) > 5) return;
  stage.at(instantAt(day, 8 * 60 + 50), () => askEachMorning(stage));
  superviseOn(stage, day);
}
