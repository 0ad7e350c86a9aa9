import type { CaseEvent } from '../../../src/domain/event.ts';
import type { Day } from '../../../src/domain/day.ts';

/** A closure as the events tell it. */
export interface RawRound {
  at: Date;
  inTerm: boolean;
  counts: boolean;
  answeredAt: Date | null;
  score: number | null;
}

/** What the numbers need to know of a case, told from its events by other code than the service's own. */
export interface RawCase {
  acceptedAt: Date | null;
  rounds: RawRound[];
  /** Each unit's turn with its last due day. */
  turns: { from: Date; due: Day }[];
  caseDue: Day;
  /** When it ended without being solved; null while it has not. */
  endedAt: Date | null;
  /** Each time on 挂账. */
  suspensions: { from: Date; to: Date | null }[];
}

/** Tells a history anew. */
export function rawCase(events: readonly CaseEvent[]): RawCase {
  const raw: RawCase = { acceptedAt: null, rounds: [], turns: [], caseDue: '', endedAt: null, suspensions: [] };
  for (const event of events) tell(raw, event);
  return raw;
}

function tell(raw: RawCase, event: CaseEvent): void {
  const turn = raw.turns.at(-1);
  const round = raw.rounds.at(-1);
  switch (event.type) {
    case 'accepted':
      raw.acceptedAt = event.at;
      raw.caseDue = event.dueDay;
      break;
    case 'assigned':
    case 'transferred':
    case 'reopened':
      raw.turns.push({ from: event.at, due: event.dueDay });
      endSuspension(raw, event.at);
      if (event.type === 'reopened' && round) round.counts = false;
      break;
    case 'committed':
    case 'paused':
    case 'resumed':
      if (turn) turn.due = event.dueDay;
      break;
    case 'extensionGranted':
      if (turn) turn.due = event.to;
      break;
    case 'dueSet':
      raw.caseDue = event.caseDueDay;
      if (turn && event.dueDay) turn.due = event.dueDay;
      break;
    case 'resolved':
      raw.rounds.push({ at: event.at, inTerm: event.inTerm, counts: true, answeredAt: null, score: null });
      break;
    case 'surveyAnswered':
      if (round) Object.assign(round, { answeredAt: event.at, score: event.rating.score });
      break;
    case 'withdrawn':
    case 'declined':
    case 'redirected':
    case 'merged':
      raw.endedAt = event.at;
      endSuspension(raw, event.at);
      break;
    case 'undone':
      if (event.what === 'withdrawn') raw.endedAt = null;
      if (event.before.status === 'suspended') raw.suspensions.push({ from: event.at, to: null });
      break;
    case 'suspended':
      endSuspension(raw, event.at);
      raw.suspensions.push({ from: event.at, to: null });
      break;
    default:
  }
}

function endSuspension({ suspensions }: RawCase, at: Date): void {
  const last = suspensions.at(-1);
  if (last) last.to ??= at;
}
