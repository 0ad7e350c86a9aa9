import { addDays, dayOf } from '../../src/domain/day.ts';
import { pick } from '../support/random.ts';
import { between, choose, type Dice } from './dice.ts';
import { nextMorning, someHoursLater, someWorkdaysLater, spoken } from './hours.ts';
import { type KnownCase, numbersIn, type Stage } from './stage.ts';
import { CATEGORIES_SAID, OFFICE_ASKS, PHONE } from './words.ts';

/** What arrives in the office's group. */
export function hearAsOffice(stage: Stage, text: string): void {
  const one = stage.cases.get(numbersIn(text)[0] ?? '');
  if (!one) return;
  const dice = stage.dice(one.number, 'office', text.slice(0, 8), stage.now().getTime());
  const unit = pick(dice, stage.city.units).name;
  const day = (n: number) => someWorkdaysLater(stage.calendar(), stage.now(), n, dice);
  if (text.startsWith('【申请延期】')) tell(stage, one, ruledAt(stage, dice), extensionRuling(dice));
  if (text.startsWith('【申请退回】')) ruleReturn(stage, one, dice);
  if (text.startsWith('【退回待裁定】')) tell(stage, one, soon(stage, dice), returnRuling(unit, dice));
  if (/^【办结(?:待)?审核】/.test(text)) tell(stage, one, ruledAt(stage, dice), closureRuling(dice));
  if (text.startsWith('【申请暂停】')) rulePause(stage, one, dice);
  if (text.startsWith('【暂停待裁定】')) tell(stage, one, soon(stage, dice), pauseRuling(dice));
  if (text.startsWith('【待明确责任部门】')) tell(stage, one, ruledAt(stage, dice), ['指定部门', `转给 ${unit}`]);
  if (text.startsWith('【挂账复核】')) tell(stage, one, day(1), reviewRuling(stage, unit, dice));
  if (text.startsWith('【电话回访】') && dice() < 0.9)
    tell(stage, one, day(dice() < 0.7 ? 1 : 3), ['电话回访', choose(dice, PHONE)]);
}

function soon(stage: Stage, dice: Dice): Date {
  return someHoursLater(stage.calendar(), stage.now(), between(dice, 0.2, 3), dice);
}

/** At once, or when the morning's papers are read. */
function ruledAt(stage: Stage, dice: Dice): Date {
  return dice() < 0.6 ? soon(stage, dice) : nextMorning(stage.calendar(), stage.now(), dice);
}

function extensionRuling(dice: Dice): readonly [string, string] {
  return ['延期裁定', dice() < 0.7 ? '同意延期' : '不同意延期，因为企业等着用'];
}

/** One in four is left lying until the office is reminded of it. */
function ruleReturn(stage: Stage, one: KnownCase, dice: Dice): void {
  const unit = pick(dice, stage.city.units).name;
  if (dice() < 0.75) tell(stage, one, soon(stage, dice), returnRuling(unit, dice));
}

function closureRuling(dice: Dice): readonly [string, string] {
  return ['办结审核', dice() < 0.8 ? '同意办结' : '退回重办，因为没有写明办到什么程度'];
}

/** One in five is left lying, too. */
function rulePause(stage: Stage, one: KnownCase, dice: Dice): void {
  if (dice() < 0.8) tell(stage, one, soon(stage, dice), pauseRuling(dice));
}

function pauseRuling(dice: Dice): readonly [string, string] {
  return ['暂停裁定', dice() < 0.75 ? '同意暂停' : '不同意暂停，因为企业等着用'];
}

function returnRuling(unit: string, dice: Dice): readonly [string, string] {
  const words = choose(dice, [
    [60, `同意退回，转给${unit}`],
    [15, '同意退回'],
    [25, '不同意退回，因为属于你单位职责'],
  ]);
  return ['退回裁定', words];
}

function reviewRuling(stage: Stage, unit: string, dice: Dice): readonly [string, string] {
  if (dice() < 0.6) return ['挂账复核', `转给 ${unit}`];
  return ['挂账', `挂账到${spoken(addDays(dayOf(stage.now()), 45))}，因为需列入年度计划`];
}

/** What the office does of its own accord about a case that it has heard of. */
export function lookAfter(stage: Stage, one: KnownCase): void {
  const dice = stage.dice(one.number, 'office');
  const at = someWorkdaysLater(stage.calendar(), stage.now(), 1 + Math.floor(dice() * 3), dice);
  const until = spoken(addDays(dayOf(at), Math.ceil(between(dice, 20, 90))));
  const line = choose<readonly [string, string] | null>(dice, [
    [90, null],
    [1.5, ['不予受理', '不予受理，因为已进入诉讼程序']],
    [1.5, ['转法定途径', '转法定途径，因为应由劳动仲裁处理']],
    [2.5, ['挂账', `挂账到${until}，因为需列入年度计划`]],
    [2.5, ['改类别', `改类别 ${pick(dice, CATEGORIES_SAID)}`]],
    [2, ['催办', '催办']],
  ]);
  if (line) tell(stage, one, at, line);
}

/** 待办 and the like, as the office asks them each morning. */
export async function askEachMorning(stage: Stage): Promise<void> {
  const { officer, officeChat } = stage.city;
  const text = pick(stage.dice('asks', dayOf(stage.now())), OFFICE_ASKS);
  await stage.say({ by: officer, chat: officeChat, text, what: '查询' });
}

/** Said of what units have done with, and what ends a case. */
const AFTERWARDS = new Set(['电话回访', '办结审核']);
const ENDS = new Set(['不予受理', '转法定途径']);

function tell(stage: Stage, one: KnownCase, at: Date, [what, text]: readonly [string, string]): void {
  const { officer, officeChat } = stage.city;
  // 同意退回 without a name: the office is asked for one.
  const hear = (answer: string) => {
    if (answer.includes('请指定承办单位')) nameUnit(stage, one);
  };
  const line = { by: officer, chat: officeChat, text: `${text} ${one.number}`, what };
  stage.at(at, async () => {
    if (one.over && !AFTERWARDS.has(what)) return;
    if (ENDS.has(what)) one.over = true;
    await stage.say(text === '同意退回' ? { ...line, hear } : line);
  });
}

function nameUnit(stage: Stage, one: KnownCase): void {
  const dice = stage.dice(one.number, 'names', stage.now().getTime());
  tell(stage, one, soon(stage, dice), ['指定部门', `转给 ${pick(dice, stage.city.units).name}`]);
}
