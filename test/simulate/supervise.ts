import { type Day, dayOf, instantAt } from '../../src/domain/day.ts';
import { addWorkdays } from '../../src/domain/working-time.ts';
import { pick } from '../support/random.ts';
import { type Dice } from './dice.ts';
import { filed } from './enterprise.ts';
import { pauseWords } from './handling.ts';
import { minutesLater, spoken } from './hours.ts';
import { MEETING_DEEDS, WHY_REMINDED } from './scheme-words.ts';
import type { KnownCase, Line, Stage } from './stage.ts';
import { PROBLEMS } from './words.ts';

/** What the office does of its own accord on a weekday, how often, and at what minute of the day. */
const DEEDS: readonly (readonly [number, number, (stage: Stage, dice: Dice) => Promise<void>])[] = [
  [0.2, 9 * 60 + 5, urgeMany],
  [0.12, 9 * 60 + 35, mergeSome],
  [0.15, 10 * 60 + 35, splitSome],
  [0.12, 11 * 60 + 5, writeLetter],
  [0.15, 14 * 60 + 35, decideAtMeeting],
  [0.1, 15 * 60 + 5, orderPause],
];

/** Puts down what the office looks into on a day. */
export function superviseOn(stage: Stage, day: Day): void {
  for (const [i, [rate, minute, deed]] of DEEDS.entries()) {
    const dice = stage.dice('supervise', day, i);
    if (dice() < rate) stage.at(instantAt(day, minute), () => deed(stage, dice));
  }
}

/** What units have in hand, as far as people know. */
function inHand(stage: Stage): KnownCase[] {
  return [...stage.cases.values()].filter((one) => one.unit !== null && !one.over);
}

function say(stage: Stage, what: string, text: string, hear?: Line['hear']): Promise<void> {
  const { officer, officeChat } = stage.city;
  return stage.say({ by: officer, chat: officeChat, text, what, ...(hear ? { hear } : {}) });
}

/** 催办 逾期 or of a unit: the office reads what it would touch, and mostly confirms. */
function urgeMany(stage: Stage, dice: Dice): Promise<void> {
  const which = dice() < 0.6 ? '逾期' : pick(dice, stage.city.units).name;
  const confirms = dice() < 0.9;
  return say(stage, '催办多件', `催办 ${which}`, (answer) => {
    if (!confirms || !answer.startsWith('将催办')) return;
    stage.at(minutesLater(stage.now(), 1), () => say(stage, '确认催办', '确认催办'));
  });
}

/** Two cases of one enterprise that are the same matter: the later goes into the earlier. */
async function mergeSome(stage: Stage, dice: Dice): Promise<void> {
  const open = inHand(stage);
  const pairs = open.flatMap((one, i) => {
    const other = open.slice(i + 1).find(({ subject }) => subject === one.subject);
    return other ? [{ one, other }] : [];
  });
  if (pairs.length === 0) return;
  const { one, other } = pick(dice, pairs);
  await say(stage, '合并', `合并 ${other.number} 到 ${one.number}`, (answer) => {
    if (answer.includes(`已并入 ${one.number}`)) other.over = true;
  });
}

async function splitSome(stage: Stage, dice: Dice): Promise<void> {
  const open = inHand(stage);
  if (open.length === 0) return;
  const { number, subject } = pick(dice, open);
  await say(stage, '拆分', `拆分 ${number}：${pick(dice, PROBLEMS)}`, (answer) => filed(stage, subject, answer));
}

function writeLetter(stage: Stage, dice: Dice): Promise<void> {
  const by = addWorkdays(stage.calendar(), dayOf(stage.now()), 5);
  const until = dice() < 0.4 ? `，请${spoken(by)}前回复` : '';
  return say(stage, '提醒函', `提醒函 ${pick(dice, stage.city.units).name}，因为${pick(dice, WHY_REMINDED)}${until}`);
}

async function decideAtMeeting(stage: Stage, dice: Dice): Promise<void> {
  const open = inHand(stage);
  if (open.length === 0) return;
  const { number, unit } = pick(dice, open);
  const by = addWorkdays(stage.calendar(), dayOf(stage.now()), 3 + Math.floor(dice() * 6));
  const text = `调度会决定：${unit?.name ?? ''}${spoken(by)}前${pick(dice, MEETING_DEEDS)} ${number}`;
  await say(stage, '调度会决定', text);
}

async function orderPause(stage: Stage, dice: Dice): Promise<void> {
  const open = inHand(stage);
  if (open.length === 0) return;
  await say(stage, '办公室暂停', `${pauseWords(stage, dice)} ${pick(dice, open).number}`);
}
