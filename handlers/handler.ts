import type { Case } from '../src/domain/case.ts';
import { currentLeg, type Snapshot } from '../src/domain/case.ts';
import type { ChangeEffect } from '../src/domain/calendar-change.ts';
import type { CommandOf, CommandType, Found } from '../src/domain/command.ts';
import type { Decision, Outcome, Refusal, World } from '../src/domain/decision.ts';
import type { PeopleFound } from '../src/domain/people.ts';
import type { Instruction } from '../src/domain/instruction.ts';
import type { VisitsFound } from '../src/domain/visits.ts';
import type { Reading } from '../src/domain/understand/reading.ts';
import { STATUS_TEXT } from '../config/texts/status.ts';
import { refusals } from '../config/texts/answers.ts';
import { mergedLine } from '../config/texts/links.ts';

/** What follows from one type of command. Pure: `now` and the world are all it sees. */
export interface Handler<T extends CommandType> {
  /** `subject` is the case the command names, or null when it names none. */
  decide(subject: Case | null, command: CommandOf<T>, view: View): Decision | Refusal;
}

/** The world, the instant of deciding, and the cases that were looked up for the command: a query's, or those ruled on before. */
export interface View extends World {
  now: Date;
  found: Record<string, Found>;
  /** The other case that a 合并 or 拆分 names, or the one that the case of a 进度 was split from; null for any other command. */
  other: Snapshot | null;
  /** The cases that were split off the one whose 进度 is asked for; empty for any other command. */
  parts: readonly Snapshot[];
  /** The subject's cases in hand, and those written off not long ago; empty unless it reports. */
  ofSubject: readonly Snapshot[];
  /** When each subject of a leader last reported; empty unless 我的企业 asks for it. */
  lastReportAt: ReadonlyMap<string, Date>;
  /** What a question about visits, or with visits in its answer, looked up. */
  visits: VisitsFound;
  /** How the message of the case asked about was read; null unless 依据 asks for it. */
  reading: Reading | null;
  /** What commands about people look at; empty for any other. */
  people: PeopleFound;
  /** The instruction that the command names, or those that it asks for; `moreInstructions` counts those beyond the room of a list. */
  instructions: readonly Instruction[];
  moreInstructions: number;
  /** Lines for the office's 待办 about what is not a case: notices that reached nobody, groups without an owner. */
  notes: readonly string[];
  /** What a change of the calendar would do to the open cases; nothing unless one is asked about. */
  effect: ChangeEffect;
}

/** A decision with events and an answer. */
export function decided(events: Outcome[], reply: string | null): Decision {
  return { events, reply };
}

/** An answer without consequences. */
export function answered(reply: string | null): Decision {
  return { events: [], reply };
}

/** The case of a command that cannot be without one. @throws when the app hands over none: a bug. */
export function required(subject: Case | null): Snapshot {
  if (!subject) throw new Error('this command needs its case');
  return subject.snapshot;
}

/** The refusal when a case is in a status that does not allow what was wanted. */
export function wrongStatus(snapshot: Snapshot, what: string): Refusal {
  return {
    code: 'wrongStatus',
    say: refusals.wrongStatus({ number: snapshot.number, status: statusOf(snapshot), what }),
  };
}

function statusOf({ status, links }: Snapshot): string {
  return links.mergedInto ? mergedLine({ into: links.mergedInto }) : STATUS_TEXT[status];
}

/** Name of the unit that handles the case now. */
export function unitOf(snapshot: Snapshot): string {
  return currentLeg(snapshot)?.unit.name ?? '责任部门';
}
