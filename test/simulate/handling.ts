import { addWorkdays } from '../../src/domain/working-time.ts';
import { dayOf } from '../../src/domain/day.ts';
import { pick } from '../support/random.ts';
import type { CityUnit } from './city.ts';
import { between, choose, type Dice } from './dice.ts';
import { someHoursLater, someWorkdaysLater, spoken } from './hours.ts';
import { OUTCOMES, SNOOZES_SAID, SUPPORT_RESULTS, SUPPORT_TASKS, WHY_PAUSED } from './scheme-words.ts';
import type { KnownCase, Stage } from './stage.ts';
import { tellAsUnit, tellBeside } from './unit-says.ts';
import { DONE } from './words.ts';

/** What a unit uses besides while it works on a case: a pause, another unit's help. */
export function useScheme(stage: Stage, one: KnownCase, dice: Dice): void {
  const [pauses, asks] = [dice(), dice()];
  const day = (n: number) => someWorkdaysLater(stage.calendar(), stage.now(), n, dice);
  if (pauses < 0.07) tellAsUnit(stage, one, day(1), ['申请暂停', `申请${pauseWords(stage, dice)}`]);
  if (asks < 0.07) tellAsUnit(stage, one, day(1), supportLine(stage, one, dice));
}

/** 暂停到DATE，因为X, for some working days from the day after tomorrow on. */
export function pauseWords(stage: Stage, dice: Dice): string {
  const until = addWorkdays(stage.calendar(), dayOf(stage.now()), Math.ceil(between(dice, 2, 7)));
  return `暂停到${spoken(until)}，因为${pick(dice, WHY_PAUSED)}`;
}

/** Asks another unit to help, or to do a part. */
export function supportLine(stage: Stage, one: KnownCase, dice: Dice): readonly [string, string] {
  const others = stage.city.units.filter(({ name }) => name !== one.unit?.name);
  const { name } = pick(dice, others);
  const task = pick(dice, SUPPORT_TASKS);
  return dice() < 0.6 ? ['协办', `请${name}协办，${task}`] : ['分办', `分办 ${name}，负责${task}`];
}

/** How a unit says that it is done: mostly 已办结，X. */
export function doneWords(dice: Dice): string {
  return dice() < 0.85 ? pick(dice, DONE) : choose(dice, OUTCOMES);
}

/** One in three resumes before the pause is over. */
export function hearPaused(stage: Stage, one: KnownCase, unit: CityUnit): void {
  const dice = stage.dice(one.number, 'paused', stage.now().getTime());
  if (one.unit !== unit || dice() > 0.35) return;
  const at = someWorkdaysLater(stage.calendar(), stage.now(), 1 + Math.floor(dice() * 2), dice);
  tellAsUnit(stage, one, at, ['恢复办理', '恢复办理']);
}

/** Whoever works on it already may not want to read of it each morning. */
export function putOff(stage: Stage, one: KnownCase): void {
  const dice = stage.dice(one.number, 'snooze', dayOf(stage.now()));
  if (one.over || dice() > 0.05) return;
  const at = someHoursLater(stage.calendar(), stage.now(), between(dice, 0.1, 2), dice);
  tellAsUnit(stage, one, at, ['稍后提醒', pick(dice, SNOOZES_SAID)]);
}

/** 【协办】 or 【分办】 has arrived: most do their part, some wait until they are reminded. */
export function hearSupportAsked(stage: Stage, one: KnownCase, unit: CityUnit): void {
  const dice = stage.dice(one.number, 'support', unit.name, stage.now().getTime());
  const soon = someHoursLater(stage.calendar(), stage.now(), between(dice, 0.3, 5), dice);
  const day = (n: number) => someWorkdaysLater(stage.calendar(), stage.now(), n, dice);
  if (dice() < 0.7) tellBeside(stage, one, { unit, at: soon, line: ['协办收到', '收到'] });
  if (dice() < 0.3) tellBeside(stage, one, { unit, at: day(1), line: ['协办进展', '进展 正在核对'] });
  if (dice() < 0.75) tellBeside(stage, one, { unit, at: day(1 + Math.floor(dice() * 3)), line: supportDone(dice) });
}

/** Reminded of what it supports, a unit does its part in the end. */
export function remindedOfSupport(stage: Stage, one: KnownCase, unit: CityUnit): void {
  const dice = stage.dice(one.number, 'support reminded', unit.name, dayOf(stage.now()));
  if (dice() > 0.4) return;
  const at = someHoursLater(stage.calendar(), stage.now(), between(dice, 0.3, 6), dice);
  tellBeside(stage, one, { unit, at, line: supportDone(dice) });
}

function supportDone(dice: Dice): readonly [string, string] {
  const result = pick(dice, SUPPORT_RESULTS);
  return ['协办完成', dice() < 0.8 ? `协办完成，${result}` : `已办结，${result}`];
}
