import { refusals } from '../config/texts/answers.ts';
import { agenda, agendaLine } from '../config/texts/meeting.ts';
import { currentLeg, type Snapshot } from '../src/domain/case.ts';
import type { CommandOf } from '../src/domain/command.ts';
import { dayOf } from '../src/domain/day.ts';
import type { Decision, Refusal } from '../src/domain/decision.ts';
import { at, describe, nearnessOn } from '../src/domain/describe.ts';
import { agendaByUnit, meetingReasons } from '../src/domain/meeting.ts';
import { holdersText, isOffice } from '../src/domain/rights.ts';
import { answered, type View } from './handler.ts';

/** The most that a group robot's markdown message holds, bytes: the answer may have to go that way. */
const MESSAGE_BYTES = 4096;

/** How much is named, from what reads well down to what always fits. */
const ROOM = [
  { lines: 10, units: 20 },
  { lines: 5, units: 12 },
  { lines: 3, units: 8 },
  { lines: 2, units: 6 },
  { lines: 1, units: 5 },
] as const;

/** 调度会: what needs a meeting's word, by unit, with how late it is and what was last said of it. */
export function meeting(command: CommandOf<'query'>, view: View): Decision | Refusal {
  if (!isOffice(command.actor)) {
    return { code: 'notYours', say: refusals.notYours({ number: null, who: holdersText('instruct') }) };
  }
  const day = dayOf(view.now);
  const cases = view.found['meeting']?.cases ?? [];
  const groups = agendaByUnit(cases).map(({ unit, cases: own }) => ({
    unit,
    lines: own.map((snapshot) => lineOf(snapshot, view)),
  }));
  const example = cases[0]?.number ?? '';
  const texts = ROOM.map((max) => agenda({ day, groups, max, example, at: at(command, view) }));
  return answered(texts.find((text) => Buffer.byteLength(text) <= MESSAGE_BYTES) ?? texts.at(-1) ?? null);
}

function lineOf(snapshot: Snapshot, view: View): string {
  const today = dayOf(view.now);
  const { number, subject, summary } = describe(snapshot);
  const over = nearnessOn(currentLeg(snapshot)?.dueDay ?? today, today, view.calendar);
  const reasons = meetingReasons(snapshot, view.calendar, today);
  return agendaLine({ number, subject, summary, reasons, over, last: lastSaid(snapshot) });
}

/** The reason of a 退回 that still waits, else the unit's last progress. */
function lastSaid(snapshot: Snapshot): { day: string; text: string } | null {
  const { giveBack } = snapshot;
  if (giveBack) return { day: dayOf(giveBack.at), text: giveBack.reason };
  const last = currentLeg(snapshot)?.lastProgress;
  return last ? { day: dayOf(last.at), text: last.text } : null;
}
