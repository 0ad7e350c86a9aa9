import { dayOf } from '../../src/domain/day.ts';
import { pick } from '../support/random.ts';
import type { CityUnit } from './city.ts';
import { between } from './dice.ts';
import { someHoursLater, someWorkdaysLater } from './hours.ts';
import { CARRIED_OUT } from './scheme-words.ts';
import { own, type Stage } from './stage.ts';

const ORDER = /DB-\d{4}-\d{6}-\d+/;
const INSTRUCTION = /^【(?:提醒函|调度会决定)(.*?)】((?:TX|ZS)-\d{4}-\d{6})/;

/** The 督办单 is received, by most. */
export function receiveOrder(stage: Stage, unit: CityUnit, text: string): void {
  const order = ORDER.exec(text)?.[0];
  const dice = stage.dice('order', order ?? '');
  if (!order || dice() > 0.6) return;
  const at = someHoursLater(stage.calendar(), stage.now(), between(dice, 0.2, 6), dice);
  stage.at(at, () => stage.say({ by: own(unit.clerk), chat: unit.chat, text: `收到 ${order}`, what: '签收督办单' }));
}

/** A 提醒函 or 调度会决定 in a unit's group: received and answered by most, by some only once they are reminded. False for anything else. */
export function hearInstruction(stage: Stage, unit: CityUnit, text: string): boolean {
  const [, reminder, number] = INSTRUCTION.exec(text) ?? [];
  if (!number) return false;
  const dice = stage.dice(number, reminder ?? '', dayOf(stage.now()));
  const soon = someHoursLater(stage.calendar(), stage.now(), between(dice, 0.2, 5), dice);
  const day = someWorkdaysLater(stage.calendar(), stage.now(), 1 + Math.floor(dice() * 3), dice);
  const [receives, answers] = [dice(), dice()];
  const say = (at: Date, what: string, words: string) =>
    stage.at(at, () => stage.say({ by: own(unit.clerk), chat: unit.chat, text: `${words} ${number}`, what }));
  const deed = number.startsWith('TX') ? '回复' : '落实';
  if (receives < (reminder ? 0.3 : 0.7)) say(soon, '签收函件', '收到');
  if (answers < (reminder ? 0.4 : 0.6)) say(day, `函件${deed}`, `${deed}，${pick(dice, CARRIED_OUT)}`);
  return true;
}
