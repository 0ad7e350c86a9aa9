import {
  handoverConcluded,
  handoverInForce,
  handoverReminder,
  handoverTold,
  handoverUnconfirmed,
} from '../config/texts/handover.ts';
import { atBot } from '../config/texts/format.ts';
import type { Snapshot } from '../src/domain/case.ts';
import { describeHandover, nameOf } from '../src/domain/describe-handover.ts';
import { type Handover, HANDOVER_REMINDERS, type HandoverStep, unconfirmed } from '../src/domain/handover.ts';
import { chatsOf } from '../src/domain/handover-terms.ts';
import { type Notice, type Target, targetName } from '../src/domain/notice.ts';
import { TO_OFFICE } from '../src/domain/notices.ts';
import { dayOf } from '../src/domain/day.ts';
import type { TimeView } from './job.ts';

/** What a step of a handover changes of its document, and whom it tells. */
export interface HandoverDecision {
  change: Partial<Handover>;
  notices: Notice[];
}

/** Decides a step whose time has come. `cases`: the running ones that come along, needed to tell of them. */
export function decideHandover(
  handover: Handover,
  step: HandoverStep,
  view: TimeView & { cases: readonly Snapshot[] },
): HandoverDecision {
  const { now } = view;
  switch (step.type) {
    case 'tell':
      return { change: { toldAt: now }, notices: tellBoth(handover, view) };
    case 'takeEffect':
      return { change: { effectiveAt: now }, notices: inForce(handover, view) };
    case 'conclude':
      return { change: { concludedAt: now }, notices: [conclusion(handover, view)] };
    case 'remind':
      return { change: { reminders: step.n }, notices: remind(handover, step.n, view) };
  }
}

function tellBoth(handover: Handover, view: TimeView & { cases: readonly Snapshot[] }): Notice[] {
  const text = describeHandover(handover, view.cases, { ...view, at: atBot(view.botName, false) });
  const sides = [
    { person: handover.from, text: handoverTold({ ...text, you: 'giver' }) },
    { person: handover.to, text: handoverTold({ ...text, you: 'taker' }) },
  ];
  return sides.flatMap((side) => toSide(handover, side, { once: 'told', view }));
}

/** Whoever was told that it is in force at once reads nothing more. */
function inForce(handover: Handover, view: TimeView): Notice[] {
  if (handover.day <= dayOf(handover.at)) return [];
  const text = handoverInForce(namesOf(handover, view));
  const sides = [handover.from, handover.to].flatMap((person) =>
    toSide(handover, { person, text }, { once: 'inForce', view }),
  );
  return [...sides, noticeOf(handover, TO_OFFICE, { once: 'inForce', text })];
}

function conclusion(handover: Handover, view: TimeView): Notice {
  return noticeOf(handover, TO_OFFICE, { once: 'concluded', text: handoverConcluded(namesOf(handover, view)) });
}

function remind(handover: Handover, n: number, view: TimeView): Notice[] {
  const names = { ...namesOf(handover, view), day: handover.day };
  const missing = unconfirmed(handover);
  if (n > HANDOVER_REMINDERS) {
    const who = missing.map((person) => nameOf(person, view.roster));
    return [noticeOf(handover, TO_OFFICE, { once: 'unconfirmed', text: handoverUnconfirmed({ ...names, who }) })];
  }
  const at = atBot(view.botName, false);
  return missing.flatMap((person) => {
    const text = handoverReminder({ ...names, who: nameOf(person, view.roster), at });
    return toSide(handover, { person, text }, { once: `remind${n}`, view });
  });
}

function namesOf({ from, to }: Handover, { roster }: TimeView): { from: string; to: string } {
  return { from: nameOf(from, roster), to: nameOf(to, roster) };
}

/** An officer is told in the groups of their units, those that they leave or come to included. */
function toSide(
  handover: Handover,
  side: { person: string; text: string },
  { once, view }: { once: string; view: TimeView },
): Notice[] {
  const chats = chatsOf(view.roster, side.person, handover.units);
  return chats.map((to) => noticeOf(handover, to, { once: `${once}/${side.person}`, text: side.text }));
}

function noticeOf({ id }: Handover, to: Target, { once, text }: { once: string; text: string }): Notice {
  const key = `handover/${id}/${once}/${targetName(to)}`;
  return { key, to, class: 'workHours', number: null, about: { kind: 'text', text } };
}
