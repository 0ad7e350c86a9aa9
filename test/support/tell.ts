import type { Case, Snapshot } from '../../src/domain/case.ts';
import type { CalendarChange } from '../../src/domain/calendar-entry.ts';
import type { Command } from '../../src/domain/command.ts';
import { type ChatTie, isRefusal, type Outcome, type RefusalCode } from '../../src/domain/decision.ts';
import { type Notice, targetName } from '../../src/domain/notice.ts';
import type { Question } from '../../src/domain/question.ts';
import type { View } from '../../handlers/handler.ts';
import { decide } from '../../handlers/index.ts';
import { aView, framed, withEvents } from './case-factory.ts';

/** What a command led to, in the words that tests compare. */
export interface Told {
  /** The types of the events, in order. */
  events: string[];
  /** Why it was refused; null when it was not. */
  refusal: RefusalCode | null;
  /** What the sender reads; empty when silence is the answer. */
  reply: string;
  /** Who is told what: `assigned > unit.u-gxj`. */
  notices: string[];
  effects: Notice[];
  /** The case afterwards; null when there is none. */
  snapshot: Snapshot | null;
  tie: ChatTie | null;
  /** The change of the calendar that is made. */
  calendar: CalendarChange | null;
  /** What is asked back. */
  asks: Question | null;
}

/** Gives a command on a case, or on none, deciding at the moment it was said. */
export function tell(subject: Case | null, command: Command, view: Partial<View> = {}): Told {
  const outcome = decide(subject, command, aView({ now: command.at, ...view }));
  const nothing = { events: [], refusal: null, notices: [], effects: [], tie: null, calendar: null, asks: null };
  const told = { ...nothing, snapshot: subject?.snapshot ?? null };
  if (isRefusal(outcome)) return { ...told, refusal: outcome.code, reply: outcome.say };
  const effects = effectsOf(outcome.events);
  return {
    ...told,
    events: outcome.events.map((event) => event.type),
    reply: outcome.reply ?? '',
    notices: effects.map(noticeLine),
    effects,
    snapshot: outcome.events.length > 0 ? snapshotAfter(subject, command, outcome.events) : told.snapshot,
    tie: outcome.tie ?? null,
    calendar: outcome.calendar ?? null,
    asks: outcome.asks ?? null,
  };
}

/** Every notice of a decision. */
export function effectsOf(events: readonly Outcome[]): Notice[] {
  return events.flatMap((event) => event.effects ?? []);
}

/** `assigned > unit.u-gxj` */
export function noticeLine(notice: Notice): string {
  return `${notice.about.kind} > ${targetName(notice.to)}${notice.passed ? ' (passed)' : ''}`;
}

function snapshotAfter(subject: Case | null, command: Command, events: readonly Outcome[]): Snapshot {
  const { at, source, actor } = command;
  return withEvents(subject, framed(events, { at, source, by: actor.id })).snapshot;
}
