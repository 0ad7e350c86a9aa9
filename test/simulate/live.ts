import { dayOf } from '../../src/domain/day.ts';
import type { SandboxClock } from '../chaos/sandbox-clock.ts';
import type { Agenda } from './agenda.ts';
import type { Stage } from './stage.ts';

/** What time is lived through with. */
export interface Life {
  stage: Stage;
  agenda: Agenda;
  clock: SandboxClock;
  /** Lets everybody hear what has arrived since. */
  hear: () => void;
  say: (line: string) => void;
}

/**
 * Does what the agenda says until `end`, one thing after the other: before each the clock moves there, so that all that was said
 * before has been worked on and everybody has heard what came of it.
 */
export async function liveUntil(end: Date, life: Life): Promise<void> {
  const { stage, agenda, clock } = life;
  for (;;) {
    const next = agenda.next();
    const isOver = !next || next >= end;
    const target = isOver && !stage.isWaiting() ? end : momentFor(next ?? end, life);
    if (target > clock.now()) await moveTo(target, life);
    else if (isOver) break;
    else await agenda.take()?.();
  }
  await clock.untilIdle();
}

/** Whoever asked hears the answer within a second; nobody else speaks before what was said last has been worked on. */
function momentFor(next: Date, { stage, clock }: Life): Date {
  const now = clock.now();
  if (stage.isWaiting()) return secondAfter(now);
  if (next > now) return next;
  return stage.isTold() ? secondAfter(now) : now;
}

/** A second later; no full minute, where the service's own hours are. */
function secondAfter(now: Date): Date {
  const second = Math.floor(now.getTime() / 1000) + 1;
  return new Date((second % 60 === 0 ? second + 1 : second) * 1000);
}

async function moveTo(target: Date, { stage, clock, hear, say }: Life): Promise<void> {
  const month = dayOf(clock.now()).slice(0, 7);
  await clock.moveTo(target);
  hear();
  stage.workedOn();
  const day = dayOf(target);
  if (day.slice(0, 7) !== month) say(`${day}: ${stage.spoken.length} messages, ${stage.cases.size} cases`);
}
