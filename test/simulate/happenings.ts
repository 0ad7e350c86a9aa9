import { addDays, type Day, instantAt } from '../../src/domain/day.ts';
import { pick } from '../support/random.ts';
import { aChat, aLeader, type City, type CityLeader, type CitySubject, subjectRow } from './city.ts';
import { between, type Dice, diceFor } from './dice.ts';

const HOUR_MS = 3_600_000;

/** A time in which the service does not run. */
export interface Outage {
  from: Date;
  to: Date;
}

/** An outage of some hours to two days every third week. */
export function outagesOf(monday: Day, v: { weeks: number; seed: number }): Outage[] {
  return Array.from({ length: v.weeks }, (_, week) => week)
    .filter((week) => week % 3 === 1)
    .map((week) => {
      const dice = diceFor(v.seed, 'outage', week);
      const day = addDays(monday, week * 7 + Math.floor(dice() * 7));
      const from = instantAt(day, Math.floor(between(dice, 0, 24 * 60)));
      const hours = dice() < 0.5 ? between(dice, 1, 8) : between(dice, 8, 48);
      return { from, to: new Date(Math.floor((from.getTime() + hours * HOUR_MS) / 60_000) * 60_000 + 7_000) };
    });
}

/** A day that the office declares off or worked, and when it does so. */
export interface Declared {
  on: Date;
  day: Day;
  worked: boolean;
}

/** A storm closes the city on a working day, or a Saturday is worked: entered some days before. */
export function declaredDays(monday: Day, v: { weeks: number; seed: number }): Declared[] {
  return Array.from({ length: v.weeks }, (_, week) => week)
    .filter((week) => week % 6 === 1)
    .map((week) => {
      const dice = diceFor(v.seed, 'declared', week);
      const first = addDays(monday, week * 7);
      const worked = dice() < 0.3;
      const day = addDays(first, worked ? 12 : 7 + Math.floor(dice() * 4));
      return { on: instantAt(addDays(first, 1 + Math.floor(dice() * 3)), 10 * 60 + 20), day, worked };
    });
}

/** Changes the city's staff, and gives the rows of the roster file that say so. */
export function changeStaff(city: City, v: { n: number; seed: number }): object {
  const dice = diceFor(v.seed, 'staff', v.n);
  const { leader, theirs } = changeLeader(city, v.n, dice);
  const moved = Array.from({ length: 3 }, () => pick(dice, city.subjects));
  for (const one of moved) one.unit = pick(dice, city.units).name;
  return {
    persons: [
      { userid: leader.userid, name: leader.name, title: '副市长', roles: ['leader'] },
      ...changeClerk(city, v.n, dice),
    ],
    subjects: [...new Set([...theirs, ...moved])].map(subjectRow),
    chats: [aChat('leader', leader.userid, leader)],
  };
}

/** A leader goes and a new one takes over what they had. */
function changeLeader(city: City, n: number, dice: Dice): { leader: CityLeader; theirs: CitySubject[] } {
  const gone = pick(dice, city.leaders);
  const leader = aLeader(city.leaders.length, `新任${n}`);
  city.leaders.push(leader);
  const theirs = city.subjects.filter((one) => one.leader === gone.userid);
  for (const one of theirs) one.leader = leader.userid;
  return { leader, theirs };
}

/** A clerk moves to another unit, somebody new comes in their place. */
function changeClerk(city: City, n: number, dice: Dice): object[] {
  const unit = pick(dice, city.units);
  const others = city.units.filter((one) => one !== unit);
  const gone = unit.clerk;
  Object.assign(unit, { clerk: `newclerk${n}`, clerkName: `新人${n}` });
  return [
    { userid: gone, name: `调任${n}`, roles: ['unit'], of: pick(dice, others).name },
    { userid: unit.clerk, name: unit.clerkName, roles: ['unit'], of: unit.name },
  ];
}

/** All days from one to another. */
export function daysBetween(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}
