import { addDays, dayOf } from '../../src/domain/day.ts';
import { pick } from '../support/random.ts';
import type { CityUnit } from './city.ts';
import { between, choose, type Dice } from './dice.ts';
import { doneWords, hearPaused, hearSupportAsked, putOff, remindedOfSupport, useScheme } from './handling.ts';
import { someHoursLater, someWorkdaysLater, spoken } from './hours.ts';
import { lookAfter } from './office.ts';
import { hearInstruction, receiveOrder } from './papers.ts';
import { type KnownCase, numbersIn, type Stage } from './stage.ts';
import { tellAsUnit } from './unit-says.ts';
import { DONE, PROGRESS, WHAT_LACKS, WHY_LATE } from './words.ts';

type Temper = 'prompt' | 'slow' | 'silent';

const HANDED_OVER = /^【(?:交办|转办|需继续办理)】/;
const SUPPORTS = /^【(?:协办|分办)】/;
const PAUSED = /暂停办理到/;
/** A 退回, or an answer at 办结. */
const REFUSED = /：退回(?:未获同意|重办，请)/;

/** What arrives in a unit's group. */
export function hearAsClerk(stage: Stage, unit: CityUnit, text: string): void {
  if (text.startsWith('【办理提醒】')) return numbersIn(text).forEach((number) => remindedOf(stage, unit, number));
  if (hearInstruction(stage, unit, text)) return;
  if (text.startsWith('【督办单')) receiveOrder(stage, unit, text);
  const one = stage.cases.get(numbersIn(text)[0] ?? '');
  if (!one) return;
  if (HANDED_OVER.test(text)) takeOver(stage, one, unit);
  else if (SUPPORTS.test(text)) hearSupportAsked(stage, one, unit);
  else if (PAUSED.test(text)) hearPaused(stage, one, unit);
  else if (REFUSED.test(text)) work(stage, one, 'prompt');
  else if (/^【(?:办公室)?(?:催办|督办单)/.test(text)) remindedOf(stage, unit, one.number);
}

function takeOver(stage: Stage, one: KnownCase, unit: CityUnit): void {
  Object.assign(one, { unit, leg: one.leg + 1, over: false, silent: false });
  if (one.leg === 1) lookAfter(stage, one);
  const dice = stage.dice(one.number, 'leg', one.leg);
  const what = choose(dice, [
    [5, 'giveBack'],
    [5, 'transfer'],
    [90, 'work'],
  ]);
  const other = pick(
    dice,
    stage.city.units.filter(({ name }) => name !== unit.name),
  ).name;
  const soon = someHoursLater(stage.calendar(), stage.now(), between(dice, 0.4, 5), dice);
  if (what === 'work') work(stage, one, temperOf(stage, unit, dice));
  else if (what === 'transfer') tellAsUnit(stage, one, soon, ['转给', `转给 ${other}`]);
  else tellAsUnit(stage, one, soon, ['退回', giveBackWords(other, dice)]);
}

function giveBackWords(other: string, dice: Dice): string {
  return dice() < 0.7 ? `退回，因为不属于本单位职责，建议转给${other}` : '退回，因为不属于本单位职责';
}

/** Each unit has its ways, and each case its luck. */
function temperOf(stage: Stage, unit: CityUnit, dice: Dice): Temper {
  const ways = stage.dice('ways', unit.name)();
  return choose<Temper>(dice, [
    [ways < 0.6 ? 75 : 40, 'prompt'],
    [25, 'slow'],
    [ways > 0.85 ? 25 : 5, 'silent'],
  ]);
}

/** Plans a clerk's days with a case. */
function work(stage: Stage, one: KnownCase, temper: Temper): void {
  Object.assign(one, { silent: temper === 'silent', over: false });
  if (one.silent) return;
  const dice = stage.dice(one.number, 'work', one.leg, stage.now().getTime());
  const day = (n: number) => someWorkdaysLater(stage.calendar(), stage.now(), n, dice);
  const prompt = temper === 'prompt';
  const begins = prompt ? someHoursLater(stage.calendar(), stage.now(), between(dice, 0.2, 4), dice) : day(1);
  const promises = dice() < 0.15;
  const days = prompt ? between(dice, 1, 5) : between(dice, 4, 13);
  tellAsUnit(stage, one, begins, promises ? ['承诺', `收到，${Math.ceil(days)}个工作日内办结`] : ['收到', '收到']);
  if (dice() < 0.5) tellAsUnit(stage, one, day(prompt ? 1 : 3), ['进展', pick(dice, PROGRESS)]);
  if (dice() < 0.05) tellAsUnit(stage, one, day(1), ['请企业补充', pick(dice, WHAT_LACKS)]);
  if (dice() < (prompt ? 0.05 : 0.3)) askForTime(stage, one, { at: day(prompt ? 1 : 2), dice });
  useScheme(stage, one, dice);
  tellAsUnit(stage, one, day(Math.ceil(days)), ['已办结', doneWords(dice)]);
}

function askForTime(stage: Stage, one: KnownCase, { at, dice }: { at: Date; dice: Dice }): void {
  const to = spoken(addDays(dayOf(at), Math.ceil(between(dice, 8, 30))));
  tellAsUnit(stage, one, at, ['申请延期', `申请延期到${to}，因为${pick(dice, WHY_LATE)}`]);
}

/** Who had said nothing says something in the end; a few never do. */
function remindedOf(stage: Stage, unit: CityUnit, number: string): void {
  const one = stage.cases.get(number);
  if (!one) return;
  if (one.unit !== unit) return remindedOfSupport(stage, one, unit);
  putOff(stage, one);
  if (!one.silent || one.over) return;
  const dice = stage.dice(number, 'reminded', dayOf(stage.now()));
  if (stage.dice(number, 'never')() < 0.1 || dice() > 0.25) return;
  const at = someHoursLater(stage.calendar(), stage.now(), between(dice, 0.3, 6), dice);
  const done = dice() < 0.6;
  tellAsUnit(stage, one, at, done ? ['已办结', pick(dice, DONE)] : ['进展', pick(dice, PROGRESS)]);
}
