import { addDays, dayOf, toShanghaiIso } from '../../../src/domain/day.ts';
import type { OutboxRow } from '../../../src/store/outbox-store.ts';
import type { Check, YearEvidence } from './year-evidence.ts';

const DAYS_OFF_AT_MOST = 10;

/** Every notice has come to an end: sent, passed, void or dead, with the reason why; one that waits, waits for its hour. */
export function checkSettled({ outbox, now, held }: YearEvidence): Check {
  const rows = [...outbox.values()];
  const broken = rows.flatMap((row) => {
    const fault = faultOf(row, now);
    return fault ? [`${row._id} ${fault}`] : [];
  });
  const holders = held > 0 ? [`${held} documents or turns are still held`] : [];
  return {
    name: 'each notice was sent, passed, void, or dead with a reason',
    looked: rows.length,
    broken: [...broken, ...holders],
  };
}

function faultOf({ status, answer, sentAt, nextDueAt, maybeSent }: OutboxRow, now: Date): string | null {
  switch (status) {
    case 'sent':
      return sentAt && !nextDueAt ? null : 'is sent without a time';
    case 'passed':
      return nextDueAt ? 'has passed and still waits' : null;
    case 'void':
    case 'dead':
      return answer ? null : `is ${status} without a reason`;
    case 'pending':
      if (!nextDueAt || nextDueAt <= now) return 'is due and has not left';
      return dayOf(nextDueAt) > addDays(dayOf(now), DAYS_OFF_AT_MOST)
        ? `waits until ${toShanghaiIso(nextDueAt)}`
        : null;
    default:
      return maybeSent ? `is ${status} after a doubtful attempt` : `is ${status}, though no request was ever lost`;
  }
}
