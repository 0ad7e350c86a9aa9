import { addDays, type Day, instantAt } from '../../src/domain/day.ts';
import { pick } from '../support/random.ts';
import type { CityLeader, CitySubject } from './city.ts';
import { between, type Dice } from './dice.ts';
import { filed } from './enterprise.ts';
import { someWorkdaysLater } from './hours.ts';
import { speakerFor } from './leader-away.ts';
import { VISIT_FINE, VISIT_FOUND } from './scheme-words.ts';
import { type Line, own, type Stage } from './stage.ts';

const VISITS = { aWeek: 12, of: 1288 };
const LEAST_A_WEEK = 3;

/** Puts the visits of a week down: what people do of their own accord. */
export function planVisits(stage: Stage, monday: Day, week: number): void {
  const { subjects } = stage.city;
  const dice = stage.dice('visits', week);
  const count = Math.max(LEAST_A_WEEK, Math.round((VISITS.aWeek * subjects.length) / VISITS.of));
  for (let left = count; left > 0; left -= 1) {
    const at = instantAt(addDays(monday, Math.floor(dice() * 5)), between(dice, 9 * 60, 20 * 60));
    const subject = pick(dice, subjects);
    stage.at(at, () => visit(stage, subject, dice));
  }
}

/** 【走访提醒】: every second leader goes to one of theirs in the days after. */
export function hearVisitsDue(stage: Stage, leader: CityLeader): void {
  const dice = stage.dice('visits due', leader.userid, stage.now().getTime());
  const theirs = stage.city.subjects.filter((one) => one.leader === leader.userid);
  if (theirs.length === 0 || dice() > 0.5) return;
  const subject = pick(dice, theirs);
  const at = someWorkdaysLater(stage.calendar(), stage.now(), 1 + Math.floor(dice() * 4), dice);
  stage.at(at, () => visit(stage, subject, dice));
}

/** Whoever was there tells of it: the leader or the deputy, the unit, the office. What was found becomes a case. */
async function visit(stage: Stage, subject: CitySubject, dice: Dice): Promise<void> {
  const found = dice() < 0.15;
  const when = dice() < 0.2 ? '昨天走访' : '走访';
  const text = `${when} ${subject.name}，${pick(dice, found ? VISIT_FOUND : VISIT_FINE)}`;
  const line = { ...visitor(stage, subject, dice), text, what: found ? '走访发现问题' : '走访' };
  await stage.say(found ? { ...line, hear: (answer) => filed(stage, subject, answer) } : line);
}

function visitor(stage: Stage, subject: CitySubject, dice: Dice): Pick<Line, 'by' | 'chat'> {
  const { leaders, units, officer, officeChat } = stage.city;
  const who = dice();
  const leader = leaders.find(({ userid }) => userid === subject.leader);
  if (leader && who < 0.6) return { by: speakerFor(stage, leader), chat: leader.chat };
  const unit = units.find(({ name }) => name === subject.unit);
  return unit && who < 0.85 ? { by: own(unit.clerk), chat: unit.chat } : { by: officer, chat: officeChat };
}
