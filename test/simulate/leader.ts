import { dayOf } from '../../src/domain/day.ts';
import { pick } from '../support/random.ts';
import type { CityLeader } from './city.ts';
import { between, choose } from './dice.ts';
import { someHoursLater } from './hours.ts';
import { type KnownCase, numbersIn, own, type Stage } from './stage.ts';

/** What arrives in a leader's group: most is read, some is answered. */
export function hearAsLeader(stage: Stage, leader: CityLeader, text: string): void {
  if (text.startsWith('【办理提醒】')) return askAfter(stage, leader, numbersIn(text));
  const one = stage.cases.get(numbersIn(text)[0] ?? '');
  if (!one || !text.startsWith('【包联企业问题】')) return;
  const dice = stage.dice(one.number, 'leader');
  const other = pick(dice, stage.city.units).name;
  const line = choose<readonly [string, string] | null>(dice, [
    [70, null],
    [22, ['收到', '收到']],
    [4, ['承诺', '5个工作日内办结']],
    [4, ['转给', `转给 ${other}`]],
  ]);
  if (line) tell(stage, one, { leader, hours: between(dice, 0.3, 8), line });
}

/** A leader who is reminded asks now and then where a case stands. */
function askAfter(stage: Stage, leader: CityLeader, numbers: readonly string[]): void {
  const dice = stage.dice(leader.userid, 'reminded', dayOf(stage.now()));
  const one = stage.cases.get(numbers[Math.floor(dice() * numbers.length)] ?? '');
  if (one && dice() < 0.1) tell(stage, one, { leader, hours: between(dice, 0.1, 2), line: ['进度', '进度'] });
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
    await stage.say({ by: own(leader.userid), chat: leader.chat, text: `${text} ${one.number}`, what });
  });
}
