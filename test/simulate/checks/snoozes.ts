import { dayOf } from '../../../src/domain/day.ts';
import type { OutboxRow } from '../../../src/store/outbox-store.ts';
import type { Check, YearEvidence } from './year-evidence.ts';

type Reminder = OutboxRow & { about: Extract<OutboxRow['about'], { kind: 'remind' }> };

/** Whoever has put reminders of a case off reads none before the day that was named, save of the due day and the first day over. */
export function checkSnoozes({ cases, outbox }: YearEvidence): Check {
  const reminders = [...outbox.values()].filter((row): row is Reminder => row.about.kind === 'remind');
  const broken: string[] = [];
  let looked = 0;
  for (const { snapshot, events } of cases) {
    const snoozes = events.filter((event) => event.type === 'snoozed');
    const theirs = snoozes.length > 0 ? reminders.filter(({ number }) => number === snapshot.number) : [];
    looked += snoozes.length;
    for (const { who, until, at } of snoozes) {
      const leg = snapshot.legs.findLast(({ startedAt }) => startedAt <= at)?.n;
      const early = theirs.filter(
        ({ about, to, status }) =>
          status === 'sent' && to.kind === who && about.leg === leg && about.day > dayOf(at) && about.day < until,
      );
      broken.push(
        ...early.filter((row) => !alwaysComes(row, theirs)).map((row) => `${row._id} was put off to ${until}`),
      );
    }
  }
  return { name: 'nobody read early of what was put off', looked, broken };
}

/** The due day's reminder, and the first of those after it. */
function alwaysComes({ about, target }: Reminder, theirs: readonly Reminder[]): boolean {
  if (about.stage === 'due') return true;
  const isEarlier = (row: Reminder) =>
    row.target === target &&
    row.about.stage === 'overdue' &&
    row.about.leg === about.leg &&
    row.about.dueVersion === about.dueVersion &&
    row.about.day < about.day;
  return about.stage === 'overdue' && !theirs.some(isEarlier);
}
