import { openCrowdService } from '../../support/crowd-service.ts';
import type { Engines } from '../../support/engines.ts';
import { aNotice } from '../../support/outbox-factory.ts';
import type { Platform } from '../../support/outside-platform.ts';
import type { SandboxClient } from '../../support/sandbox-client.ts';
import { shanghai } from '../../support/world-factory.ts';
import { forcedMs, type MorningSize, planMorning } from './morning.ts';

/** What became of a morning. */
export interface MorningFigures {
  planned: number;
  /** How many the platform showed; each once when `doubled` is 0. */
  sent: number;
  doubled: number;
  /** Calls that the platform refused with 45009. */
  refused: number;
  /** What it dropped in silence. */
  dropped: number;
  /** Business time from the first to the last, and what the limits alone force. */
  takenMs: number;
  forcedMs: number;
  /** Of the machine: rows a second while nothing had to wait. */
  perSecond: number;
}

const BEFORE = '2026-11-23 08:29';
const BEGIN = '2026-11-23 08:30';
const END = '2026-11-23 12:00';

/** Lets a service send one morning's notices, all due at the start of business. */
export async function runMorning(size: MorningSize, engines: Engines): Promise<MorningFigures> {
  const plan = planMorning(size);
  const { platform, sandbox, keep, close } = await openCrowdService(engines, { ...size, now: BEFORE });
  try {
    await keep(
      (targets) =>
        plan.flatMap(({ to, index }, i) => {
          const target = targets[to === 'group' ? 'groups' : 'people'][index];
          return target ? [aNotice(`morning/${i}`, { to: target, class: 'waking' })] : [];
        }),
      shanghai(BEGIN),
    );
    const perSecond = await sendAtOnce(sandbox, platform);
    await sandbox.moveTo(END);
    return { ...figuresOf(platform), planned: plan.length, forcedMs: forcedMs(plan), perSecond };
  } finally {
    await close();
  }
}

/** All that may leave at the start of business; rows a second. */
async function sendAtOnce(sandbox: SandboxClient, platform: Platform): Promise<number> {
  const since = performance.now();
  await sandbox.moveTo(BEGIN);
  while (!(await sandbox.finished()).idle);
  return (arrivals(platform).length * 1000) / (performance.now() - since);
}

function arrivals({ shown, app }: Platform): { text: string; at: Date }[] {
  const told = app.phones.map(({ text, at }) => ({ text: text ?? '', at }));
  return [...shown, ...told].filter(({ text }) => text.includes('morning/'));
}

function figuresOf(platform: Platform): Pick<MorningFigures, 'sent' | 'doubled' | 'refused' | 'dropped' | 'takenMs'> {
  const all = arrivals(platform);
  const sent = new Set(all.map(({ text }) => text)).size;
  const last = Math.max(...all.map(({ at }) => at.getTime()));
  return {
    sent,
    doubled: all.length - sent,
    refused: platform.offences.filter((offence) => offence.endsWith('45009')).length,
    dropped: platform.app.dropped.length,
    takenMs: last - shanghai(BEGIN).getTime(),
  };
}

/** The most that may be taken of the time that the limits force. */
export const BAR = 1.1;

/** Whether everything arrived once, within the limits and nearly as fast as they let it. */
export function isWellSent(v: MorningFigures): boolean {
  return (
    v.sent === v.planned &&
    v.doubled + v.refused + v.dropped === 0 &&
    (v.forcedMs === 0 ? v.takenMs === 0 : v.takenMs / v.forcedMs <= BAR)
  );
}
