import { applyAll } from '../../src/domain/apply.ts';
import type { Case } from '../../src/domain/case.ts';
import type { Command, CommandType } from '../../src/domain/command.ts';
import { isRefusal, type Outcome } from '../../src/domain/decision.ts';
import { dayOf, minuteOf, type Day, addDays } from '../../src/domain/day.ts';
import { nextTimer } from '../../src/domain/timers.ts';
import { decide } from '../../handlers/index.ts';
import { decideTimer } from '../../jobs/index.ts';
import { aCommand, aView, buildCase, framed } from './case-factory.ts';
import { pick, randomFrom } from './random.ts';
import { aWorld, type Part } from './world-factory.ts';

/** One step of a random history: what was said (null: a timer came due), what was answered, what stood afterwards. */
export interface Step {
  said: Command | null;
  reply: string | null;
  events: Outcome[];
  subject: Case;
}

const PARTS: readonly Part[] = ['reporter', 'handler', 'otherHandler', 'taskForce', 'leader', 'office', 'stranger'];

const world = aWorld();

/** Some hundred commands and timers on one case, months apart from first to last; the same seed gives the same history. */
export function randomHistory(seed: number, length: number): Step[] {
  const random = randomFrom(seed);
  const steps: Step[] = [];
  let subject = buildCase(random() < 0.1 ? { problem: { category: '营商作风' } } : {});
  let now = subject.snapshot.draftedAt;
  while (steps.length < length) {
    now = new Date(now.getTime() + Math.floor(random() * 20 * 3_600_000));
    const step = random() < 0.4 ? timerStep(subject, now) : commandStep(subject, aRandomCommand(random, now), now);
    if (!step) continue;
    steps.push(step);
    subject = step.subject;
  }
  return steps;
}

function commandStep(subject: Case, said: Command, now: Date): Step {
  const outcome = decide(subject, said, aView({ ...world, now }));
  if (isRefusal(outcome)) return { said, reply: outcome.say, events: [], subject };
  const frame = { at: said.at, source: said.source, by: said.actor.id };
  return { said, reply: outcome.reply, events: outcome.events, subject: grown(subject, outcome.events, frame) };
}

/** Null when the case waits for nobody but people: then time just passes. */
function timerStep(subject: Case, now: Date): Step | null {
  const timer = nextTimer(subject.snapshot, world.calendar);
  if (!timer || timer.at > now) return aPause(subject);
  const { events, at } = decideTimer(subject.snapshot, timer, { ...world, now });
  return { said: null, reply: null, events, subject: grown(subject, events, { at, source: timer.type, by: null }) };
}

function aPause(subject: Case): Step {
  return { said: null, reply: null, events: [], subject };
}

/** As the app does it: the events go on top of the stored snapshot, which is never folded anew. */
function grown(subject: Case, events: readonly Outcome[], frame: Parameters<typeof framed>[1]): Case {
  const added = framed(events, frame);
  return {
    ...subject,
    version: subject.version + 1,
    events: [...subject.events, ...added],
    snapshot: applyAll(subject, added),
  };
}

type Aim = Exclude<CommandType, 'report' | 'bind' | 'query' | 'say'>;

const AIMS: readonly Aim[] = [
  'confirm',
  'correctCategory',
  'correctDeadline',
  'supplement',
  'accept',
  'transfer',
  'commit',
  'extend',
  'rule',
  'progress',
  'resolve',
  'resolve',
  'answerSurvey',
  'answerSurvey',
];

function aRandomCommand(random: () => number, now: Date): Command {
  const type = random() < 0.01 ? 'withdraw' : pick(random, AIMS);
  const at = `${dayOf(now)} ${clockText(now)}`;
  const source = `${type}@${now.toISOString()}`;
  const chat = pick(random, ['c-shenghong', null]);
  const someone = random() < 0.6 ? {} : { by: pick(random, PARTS) };
  return { ...aCommand(type, { at, source, chat, ...someone }), ...words(type, random, dayOf(now)) };
}

/** What is said differs where it matters: days before and after the term, other units, every answer. */
function words(type: Aim | 'withdraw', random: () => number, today: Day): object {
  const day = addDays(today, Math.floor(random() * 16) - 2);
  if (type === 'commit' || type === 'correctDeadline') return { day };
  if (type === 'extend') return { to: day };
  if (type === 'transfer') return { unitName: pick(random, ['市人社局', '市工信局', '不存在的局']) };
  if (type === 'rule') return { granted: random() < 0.5 };
  if (type === 'correctCategory') return { category: pick(random, ['项目建设', '资金保障', '税费', null]) };
  if (type !== 'answerSurvey') return {};
  const resolved = pick(random, ['yes', 'yes', 'partly', 'no', null]);
  return { rating: { resolved, onTime: pick(random, ['yes', 'no', null]), score: pick(random, [1, 3, 5, null]) } };
}

function clockText(instant: Date): string {
  const minute = minuteOf(instant);
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
