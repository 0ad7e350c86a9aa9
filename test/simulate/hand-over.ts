import { addDays, type Day, dayOf, instantAt } from '../../src/domain/day.ts';
import { addWorkdays } from '../../src/domain/working-time.ts';
import type { Member } from '../chaos/cast.ts';
import { pick } from '../support/random.ts';
import { between, choose, type Dice } from './dice.ts';
import { minutesLater, someHoursLater, someWorkdaysLater, spoken } from './hours.ts';
import { own, type Stage } from './stage.ts';

/** Somebody who hands over or takes over, as the office names them. */
interface Side {
  said: string;
  by: Member;
  chat: string;
}

/** A 交接 in chat: what the city is like once it is in force. */
interface Move {
  what: string;
  from: Side;
  to: Side;
  takeEffect: () => void;
}

/** Every second Thursday somebody moves: a leader hands over to another, or an officer to somebody who joins the unit, by `enter` of a roster file. */
export function planHandovers(
  stage: Stage,
  v: { monday: Day; weeks: number; enter: (file: object) => Promise<void> },
): void {
  for (let week = 1; week < v.weeks; week += 2) {
    const at = instantAt(addDays(v.monday, week * 7 + 3), 10 * 60 + 12);
    stage.at(at, async () => {
      const dice = stage.dice('hand over', week);
      const move =
        week % 4 === 1 ? leaderMoves(stage, dice) : await officerMoves(stage, { dice, week, enter: v.enter });
      await begin(stage, move, dice);
    });
  }
}

function leaderMoves({ city }: Stage, dice: Dice): Move {
  const paired = city.leaders.filter(({ userid }) => city.subjects.some(({ leader }) => leader === userid));
  const from = pick(dice, paired);
  const to = pick(
    dice,
    city.leaders.filter((one) => one !== from),
  );
  const theirs = city.subjects.filter(({ leader }) => leader === from.userid);
  const takeEffect = () => {
    for (const one of theirs) if (one.leader === from.userid) one.leader = to.userid;
  };
  const side = ({ name, userid, chat }: typeof from) => ({ said: name, by: own(userid), chat });
  return { what: '交接领导', from: side(from), to: side(to), takeEffect };
}

async function officerMoves(
  { city }: Stage,
  { dice, week, enter }: { dice: Dice; week: number; enter: (file: object) => Promise<void> },
): Promise<Move> {
  const unit = pick(dice, city.units);
  const { name, chat, clerk, clerkName } = unit;
  const heir = { userid: `heir${week}`, name: `接任${week}` };
  await enter({ persons: [{ ...heir, roles: ['unit'], of: name }] });
  return {
    what: '交接经办人',
    from: { said: `${name}${clerkName}`, by: own(clerk), chat },
    to: { said: heir.name, by: own(heir.userid), chat },
    takeEffect: () => Object.assign(unit, { clerk: heir.userid, clerkName: heir.name }),
  };
}

/** The office reads what it would move, agrees, and both sides confirm in their own time; some never do. */
async function begin(stage: Stage, move: Move, dice: Dice): Promise<void> {
  const { officer, officeChat } = stage.city;
  const { from, to, what } = move;
  const later = dice() < 0.4;
  const day = addWorkdays(stage.calendar(), dayOf(stage.now()), 1 + Math.floor(dice() * 4));
  const text = `交接 ${from.said} 给 ${to.said}${later ? `，${spoken(day)}起` : ''}`;
  const agreed = (answer: string) => {
    if (!answer.includes('的交接已登记')) return;
    stage.at(later ? instantAt(day, 0.5) : stage.now(), move.takeEffect);
    for (const side of [from, to]) confirm(stage, side, dice);
  };
  const line = { by: officer, chat: officeChat };
  const agree = () => stage.say({ ...line, text: '确认交接', what: '办公室确认交接', hear: agreed });
  const read = (answer: string) => {
    if (answer.startsWith('【交接预览】')) stage.at(minutesLater(stage.now(), 1), agree);
  };
  await stage.say({ ...line, text, what, hear: read });
}

function confirm(stage: Stage, { by, chat }: Side, dice: Dice): void {
  const when = choose(dice, [
    [60, 'soon'],
    [25, 'reminded'],
    [15, 'never'],
  ]);
  if (when === 'never') return;
  const soon = someHoursLater(stage.calendar(), stage.now(), between(dice, 0.3, 5), dice);
  const reminded = someWorkdaysLater(stage.calendar(), stage.now(), 1 + Math.floor(dice() * 2), dice);
  const at = when === 'soon' ? soon : reminded;
  stage.at(at, () => stage.say({ by, chat, text: '确认交接', what: '双方确认交接' }));
}
