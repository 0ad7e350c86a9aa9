import { isReminder } from '../../../src/domain/reminding.ts';
import type { OutboxRow } from '../../../src/store/outbox-store.ts';
import type { Check } from '../checks/evidence.ts';
import type { Arrival } from './arrivals.ts';

/** What is known of a run. */
export interface SenderEvidence {
  rows: readonly OutboxRow[];
  arrivals: readonly Arrival[];
  /** What the platform took amiss, and dropped. */
  offences: readonly string[];
}

/** Everything that must hold of a sender that was killed. */
export function judgeSender({ rows, arrivals, offences }: SenderEvidence): Check[] {
  const of = (row: OutboxRow) => arrivals.filter(({ keys }) => keys.includes(row._id));
  const seen = rows.map((row) => ({ row, times: of(row) }));
  const twice = seen.filter(({ times }) => times.length > 1);
  const uncertain = ({ status }: OutboxRow) => status === 'uncertain';
  const check = (name: string, some: typeof seen, isBroken: (one: (typeof seen)[number]) => boolean): Check => ({
    name,
    looked: some.length,
    broken: some.filter(isBroken).map(({ row, times }) => `${row._id}: ${row.status}, arrived ${times.length} times`),
  });
  const reminders = seen.filter(({ row }) => isReminder(row.about));
  return [
    check('each arrived, or is a reminder that counts as uncertain', seen, ({ row, times }) =>
      times.length > 0 ? false : !(uncertain(row) && isReminder(row.about)),
    ),
    check('each is sent in the end, or is such a reminder', seen, ({ row }) =>
      row.status === 'sent' ? false : !(uncertain(row) && isReminder(row.about)),
    ),
    check(
      'a double was counted as one that may be',
      twice,
      ({ row, times }) => !row.maybeSent || times.length > row.attempts,
    ),
    check('a double was in flight at a kill', twice, ({ times }) => !times.every(isInFlightOrLast(arrivals))),
    check('no reminder is repeated', reminders, ({ times }) => times.length > 1),
    check(
      'no card is doubled',
      seen.filter(({ row }) => row.about.kind === 'assigned'),
      ({ times }) => times.length > 1,
    ),
    {
      name: 'the platform took offence at nothing and dropped nothing',
      looked: arrivals.length,
      broken: [...offences, ...arrivals.filter(({ keys }) => !keys.every(Boolean) || keys.length === 0).map(nameless)],
    },
  ];
}

/** A target is sent to by one worker, one message at a time: what was in flight at a kill is the last that it got in that life. */
function isInFlightOrLast(arrivals: readonly Arrival[]) {
  return (time: Arrival, i: number, times: readonly Arrival[]): boolean => {
    const next = times[i + 1];
    if (!next) return true;
    const inLife = arrivals.filter(({ target, life }) => target === time.target && life === time.life);
    return next.life > time.life && inLife.at(-1) === time;
  };
}

function nameless({ target, life }: Arrival): string {
  return `something came to ${target} in life ${life} that nobody had to send`;
}
