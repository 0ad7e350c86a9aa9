import { setTimeout as delay } from 'node:timers/promises';
import { randomFrom } from '../support/random.ts';
import type { Line } from './callbacks.ts';
import { deliver } from './callbacks.ts';
import type { ChaosOptions } from './chaos-options.ts';
import { type Fleet, killAt } from './fleet.ts';
import type { Message } from './message.ts';
import { buildProgress } from './progress.ts';
import type { SandboxClock } from './sandbox-clock.ts';
import type { Script } from './script.ts';

/** What was said, and how the wire was. */
export interface Told {
  messages: Message[];
  /** Deliveries beyond the first of each message that was acknowledged already. */
  duplicates: number;
  /** Deliveries that got no 200 and were repeated. */
  missed: number;
}

/** The days on which people talk, and the instant to which the clock moves after each; one move jumps, as an outage does. */
const DAYS: readonly { until: string; skip?: true }[] = [
  { until: '2026-11-25T09:30:00+08:00' },
  { until: '2026-11-27T10:00:00+08:00' },
  { until: '2026-12-01T09:00:00+08:00' },
  { until: '2026-12-04T10:00:00+08:00', skip: true },
  { until: '2026-12-09T17:00:00+08:00' },
];
const START = '2026-11-24T09:00:00+08:00';

const TALKERS = 10;
const DUPLICATE = 0.12;

/** About what a kill and the start after it take: people talk so slowly that all kills of a day fall among their messages. */
const KILL_TAKES_MS = 2_500;
const KILL_LATE_MS = 200;

/** What a story needs. */
export interface Stage {
  options: ChaosOptions;
  fleet: Fleet;
  clock: SandboxClock;
  script: Script;
  line: Line;
}

/** Tells the whole story: days of talk, each with its kills, and moves of the clock with a kill in the middle. */
export async function tell(stage: Stage): Promise<Told> {
  const { options, fleet, clock, script } = stage;
  const told: Told = { messages: [], duplicates: 0, missed: 0 };
  const random = randomFrom(options.seed + 1);
  await clock.moveTo(new Date(START));
  for (const [i, day] of DAYS.entries()) {
    const kills = share(options.kills, i);
    const inTalk = Math.max(0, kills - 1);
    await talk({ ...stage, told, random, messages: share(options.messages, i), kills: inTalk });
    if (day.skip) await clock.untilIdle();
    const moving = clock.moveTo(new Date(day.until), day.skip);
    if (kills > 0) await killAt([delay(random() * 3000)], fleet, () => 0);
    await moving;
    script.draftsAreOver();
  }
  await clock.untilIdle();
  return told;
}

/** The part of a total that falls on a day. */
function share(total: number, day: number): number {
  return Math.floor((total * (day + 1)) / DAYS.length) - Math.floor((total * day) / DAYS.length);
}

interface Talk extends Stage {
  told: Told;
  random: () => number;
  messages: number;
  kills: number;
}

/** People talk at once, and the service dies whenever so many messages have been taken. */
async function talk(v: Talk): Promise<void> {
  const { random, messages, kills } = v;
  const taken = buildProgress();
  const turns = Array.from({ length: kills }, () => Math.floor(random() * messages)).sort((a, b) => a - b);
  const thinkMs = (2 * kills * KILL_TAKES_MS * TALKERS) / messages;
  let left = messages;
  const talker = async () => {
    for (; left > 0; ) {
      left -= 1;
      await delay(random() * thinkMs);
      await sayOne(v);
      taken.add();
    }
  };
  const killer = killAt(
    turns.map((turn) => taken.reach(turn)),
    v.fleet,
    () => random() * KILL_LATE_MS,
  );
  await Promise.all([killer, ...Array.from({ length: TALKERS }, talker)]);
}

async function sayOne({ script, line, told, random }: Talk): Promise<void> {
  const message = script.next();
  told.messages.push(message);
  const twiceAtOnce = random() < DUPLICATE / 2;
  const deliveries = [deliver(message, line), ...(twiceAtOnce ? [deliver(message, line)] : [])];
  for (const missed of await Promise.all(deliveries)) told.missed += missed;
  script.acknowledged(message);
  if (!twiceAtOnce && random() < DUPLICATE / 2) await deliver(message, line);
  else if (!twiceAtOnce) return;
  told.duplicates += 1;
}
