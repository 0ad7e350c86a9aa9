import { ESCALATED_AFTER_MOVES, ESCALATED_AFTER_REWORKS } from '../../config/rules.ts';
import type { Snapshot } from './case.ts';
import type { Outcome } from './decision.ts';
import { noticeTo, TO_OFFICE, toLeader } from './notices.ts';

/** 提级: closure after closure was refused, so leader and office look into it themselves. */
export function escalatedByReworks(snapshot: Snapshot): Outcome[] {
  return snapshot.closures.length < ESCALATED_AFTER_REWORKS ? [] : escalation(snapshot);
}

/** 提级: with one more 退回 allowed or 转给 by a unit, unit after unit has given the case away. */
export function escalatedByMoves(snapshot: Snapshot): Outcome[] {
  const moves = snapshot.bounces + snapshot.passes + 1;
  return moves < ESCALATED_AFTER_MOVES ? [] : escalation(snapshot, moves);
}

function escalation(snapshot: Snapshot, moves?: number): Outcome[] {
  const { number, escalated } = snapshot;
  if (escalated) return [];
  const about = { kind: 'escalated', ...(moves ? { moves } : {}) } as const;
  const effects = noticeTo([toLeader(snapshot), TO_OFFICE], { class: 'workHours', number, about, once: 'escalated' });
  return [{ type: 'escalated', effects }];
}
