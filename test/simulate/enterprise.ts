import { pick } from '../support/random.ts';
import type { CitySubject } from './city.ts';
import { between, choose } from './dice.ts';
import { awake, minutesLater, someWorkdaysLater } from './hours.ts';
import { type KnownCase, numbersIn, own, type Stage } from './stage.ts';
import { ADDED, ANSWERS, CATEGORIES_SAID, CONDUCT, PROBLEMS, REST, SMALL_TALK } from './words.ts';

/** An enterprise tells of a problem; now and then its unit does so for it. */
export async function report(stage: Stage, subject: CitySubject, n: number): Promise<void> {
  const dice = stage.dice('report', n);
  const text = dice() < 0.015 ? pick(dice, CONDUCT) : pick(dice, PROBLEMS);
  const clerk = dice() < 0.03 ? stage.city.units.find(({ name }) => name === subject.unit)?.clerk : undefined;
  const hear = (answer: string) => filed(stage, subject, answer);
  if (clerk) {
    return stage.say({ by: own(clerk), chat: null, text: `代 ${subject.name} 报：${text}`, what: '代报', hear });
  }
  const chat = dice() < 0.6 ? subject.chat : null;
  await stage.say({ by: subject.speaker, chat, text, what: '反映问题', hear });
}

/** The enterprise knows of a new case by its number. */
export function filed(stage: Stage, subject: CitySubject, receipt: string): void {
  for (const number of numbersIn(receipt)) {
    if (stage.cases.has(number)) continue;
    const one = { number, subject, leg: 0, unit: null, silent: false, over: false, answered: null };
    stage.cases.set(number, one);
    whileDraft(stage, one);
    afterwards(stage, one);
  }
}

type Draft = 'wait' | 'confirm' | 'category' | 'term' | 'supplement' | 'withdraw' | 'talk';

/** What is said in the ten minutes before a draft is accepted. */
function whileDraft(stage: Stage, one: KnownCase): void {
  const dice = stage.dice(one.number, 'draft');
  const what = choose<Draft>(dice, [
    [44, 'wait'],
    [32, 'confirm'],
    [6, 'category'],
    [5, 'term'],
    [5, 'supplement'],
    [5, 'withdraw'],
    [3, 'talk'],
  ]);
  const soon = minutesLater(stage.now(), between(dice, 1, 8));
  const undo = dice() < 0.35;
  const words = pick(dice, ADDED);
  const category = pick(dice, CATEGORIES_SAID);
  if (what === 'confirm') tell(stage, one, soon, ['确认', '确认']);
  if (what === 'term') tell(stage, one, soon, ['改期限', '改期限 10个工作日内']);
  if (what === 'supplement') tell(stage, one, soon, ['补充', words]);
  if (what === 'talk') stage.at(soon, () => talk(stage, one, pick(dice, SMALL_TALK)));
  if (what === 'category') tell(stage, one, soon, ['改类别', `改类别 ${category}`]);
  if (what === 'withdraw') withdraw(stage, one, { at: soon, undo });
  if (what === 'category' && undo) tell(stage, one, minutesLater(soon, 3), ['恢复', '恢复']);
}

function withdraw(stage: Stage, one: KnownCase, v: { at: Date; undo: boolean }): void {
  tell(stage, one, v.at, ['撤回', '撤回']);
  if (v.undo) tell(stage, one, minutesLater(v.at, 4), ['恢复', '恢复']);
  else stage.at(minutesLater(v.at, 1), () => void (one.over = true));
}

/** What an enterprise does in the days after, in its own time. */
function afterwards(stage: Stage, one: KnownCase): void {
  const dice = stage.dice(one.number, 'afterwards');
  const day = (n: number) =>
    awake(someWorkdaysLater(stage.calendar(), stage.now(), n, dice), between(dice, 0, 4), dice);
  const [asks, urges, again, adds, gives, undo] = [dice(), dice(), dice(), dice(), dice(), dice()];
  const [second, fifth] = [day(2), day(5)];
  if (asks < 0.2) tell(stage, one, second, ['进度', '进度']);
  if (adds < 0.05) tell(stage, one, day(1), ['补充', pick(dice, ADDED)]);
  if (urges < 0.2) tell(stage, one, fifth, ['催办', '催办']);
  if (urges < 0.2 && again < 0.5) tell(stage, one, day(6 + Math.floor(again * 20)), ['催办', '催办']);
  if (gives < 0.03) withdraw(stage, one, { at: day(2), undo: undo < 0.3 });
}

/** Says something of a case, unless that is over by then. */
function tell(stage: Stage, one: KnownCase, at: Date, [what, text]: readonly [string, string]): void {
  const dice = stage.dice(one.number, what, at.getTime());
  stage.at(at, async () => {
    if (one.over && what !== '进度') return;
    const chat = dice() < 0.4 ? one.subject.chat : null;
    await stage.say({ by: one.subject.speaker, chat, text: `${text} ${one.number}`, what });
  });
}

function talk(stage: Stage, one: KnownCase, text: string): Promise<void> {
  return stage.say({ by: one.subject.speaker, chat: null, text, what: '闲聊' });
}

/** What arrives in an enterprise's group. */
export function hearAsEnterprise(stage: Stage, subject: CitySubject, text: string): void {
  const one = stage.cases.get(numbersIn(text)[0] ?? '');
  if (!one) return;
  if (text.startsWith('回访 ')) answer(stage, one, text.includes('请私聊我'));
  if (text.startsWith('【请补充材料】')) {
    const dice = stage.dice(one.number, 'asked', one.leg);
    if (dice() < 0.7) tell(stage, one, awake(stage.now(), between(dice, 1, 30), dice), ['补充', pick(dice, ADDED)]);
  }
}

/** Three answers are longer than this. */
const SHORT_OF_THREE = 8;

/** Two of three answer, sooner or later, most with all three words. */
function answer(stage: Stage, one: KnownCase, privately: boolean): void {
  const dice = stage.dice(one.number, 'survey', stage.now().getTime());
  if (one.answered === one.leg || dice() > 0.55) return;
  one.answered = one.leg;
  const chat = privately ? (dice() < 0.1 ? one.subject.chat : null) : dice() < 0.7 ? one.subject.chat : null;
  const words = choose(dice, ANSWERS);
  const rest = dice() < 0.6 ? pick(dice, REST) : null;
  const by = one.subject.speaker;
  const again = (reply: string) => {
    if (!rest || !reply.includes('还差')) return;
    const at = minutesLater(stage.now(), between(dice, 2, 60));
    stage.at(at, () => stage.say({ by, chat: null, text: `${rest} ${one.number}`, what: '补答回访' }));
  };
  const at = awake(stage.now(), between(dice, 0.2, 30), dice);
  const line = { by, chat, text: `${words} ${one.number}`, what: '答复回访' };
  stage.at(at, () => stage.say(words.length < SHORT_OF_THREE ? { ...line, hear: again } : line));
  const doubts = dice() < 0.03;
  if (doubts) tellAnyway(stage, one, awake(at, 20, dice));
}

/** Somebody else at the enterprise sees it otherwise. */
function tellAnyway(stage: Stage, one: KnownCase, at: Date): void {
  const by = one.subject.speaker;
  stage.at(at, () => stage.say({ by, chat: null, text: `未解决 ${one.number}`, what: '再次答复回访' }));
}
