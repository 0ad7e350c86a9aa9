import { dayOf } from '../../src/domain/day.ts';
import { pick } from '../support/random.ts';
import type { CityLeader } from './city.ts';
import { between, choose } from './dice.ts';
import { someHoursLater } from './hours.ts';
import { supportLine } from './handling.ts';
import { speakerFor } from './leader-away.ts';
import { SNOOZES_SAID } from './scheme-words.ts';
import { type KnownCase, numbersIn, type Stage } from './stage.ts';
import { hearVisitsDue } from './visits.ts';

/** What arrives in a leader's group: most is read, some is answered. */
export function hearAsLeader(stage: Stage, leader: CityLeader, text: string): void {
  if (text.includes('【走访提醒】')) hearVisitsDue(stage, leader);
  if (text.startsWith('【办理提醒】')) return askAfter(stage, leader, numbersIn(text));
  const one = stage.cases.get(numbersIn(text)[0] ?? '');
  if (!one || !text.startsWith('【包联企业问题】')) return;
  const dice = stage.dice(one.number, 'leader');
  const other = pick(dice, stage.city.units).name;
  const line = choose<readonly [string, string] | null>(dice, [
    [66, null],
    [22, ['收到', '收到']],
    [4, ['承诺', '5个工作日内办结']],
    [4, ['转给', `转给 ${other}`]],
    [4, supportLine(stage, one, dice)],
  ]);
  if (line) tell(stage, one, { leader, hours: between(dice, 0.3, 8), line });
}

/** A leader who is reminded asks now and then where a case stands. */
function askAfter(stage: Stage, leader: CityLeader, numbers: readonly string[]): void {
  const dice = stage.dice(leader.userid, 'reminded', dayOf(stage.now()));
  const one = stage.cases.get(numbers[Math.floor(dice() * numbers.length)] ?? '');
  if (!one) return;
  const line = choose<readonly [string, string] | null>(dice, [
    [85, null],
    [10, ['进度', '进度']],
    [5, ['稍后提醒', pick(dice, SNOOZES_SAID)]],
  ]);
  if (line) tell(stage, one, { leader, hours: between(dice, 0.1, 2), line });
}

function tell(
  stage: Stage,
  one: KnownCase,
  { leader, hours, line }: { leader: CityLeader; hours: number; line: readonly [string, string] },
): void {
  const [what, text] = line;
  const dice = stage.dice(one.number, leader.userid, what);
  const at = someHoursLater(stage.calendar(), stage.now(), hours, dice);
  stage.at(at, async () => {
    if (one.over) return;
    await stage.say({ by: speakerFor(stage, leader), chat: leader.chat, text: `${text} ${one.number}`, what });
  });
}
