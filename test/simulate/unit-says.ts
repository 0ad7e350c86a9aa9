import { pick } from '../support/random.ts';
import type { CityUnit } from './city.ts';
import { minutesLater } from './hours.ts';
import { type KnownCase, own, type Stage } from './stage.ts';
import { ASKED_BACK } from './scheme-words.ts';

/** Says something of a case for the unit that has it, if it is still this unit's turn by then. */
export function tellAsUnit(stage: Stage, one: KnownCase, at: Date, line: readonly [string, string]): void {
  const { leg, unit } = one;
  if (!unit) return;
  stage.at(at, async () => {
    if (one.leg === leg && !one.over) await speak(stage, one, unit, line);
  });
}

async function speak(stage: Stage, one: KnownCase, unit: CityUnit, [what, text]: readonly [string, string]) {
  const dice = stage.dice(one.number, what, stage.now().getTime());
  const line = { by: own(unit.clerk), chat: dice() < 0.75 ? unit.chat : null, text: `${text} ${one.number}`, what };
  if (what !== '已办结') return stage.say(line);
  one.over = true;
  const words = pick(dice, ASKED_BACK);
  const soon = minutesLater(stage.now(), 3);
  const hear = (answer: string) => {
    if (answer.includes('仍按此办结')) stage.at(soon, () => insist(stage, one, unit, words));
  };
  return stage.say({ ...line, hear });
}

/** Asked back at 办结, a unit writes more or stands by what it wrote, unless the case has moved on. */
async function insist(stage: Stage, one: KnownCase, unit: CityUnit, words: string): Promise<void> {
  if (one.unit !== unit) return;
  await stage.say({ by: own(unit.clerk), chat: unit.chat, text: `${words} ${one.number}`, what: '补写办结' });
}

/** Says something of a case for a unit that has another hand in it than the main one. */
export function tellBeside(
  stage: Stage,
  one: KnownCase,
  { unit, at, line }: { unit: CityUnit; at: Date; line: readonly [string, string] },
): void {
  const [what, text] = line;
  stage.at(at, async () => {
    if (one.over) return;
    await stage.say({ by: own(unit.clerk), chat: unit.chat, text: `${text} ${one.number}`, what });
  });
}
