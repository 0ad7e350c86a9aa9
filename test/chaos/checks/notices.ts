import type { Notice } from '../../../src/domain/notice.ts';
import type { OutboxRow } from '../../../src/store/outbox-store.ts';
import type { Check, Evidence } from './evidence.ts';

/** Each effect of each event is one outbox row, and each row has one reason to be there. */
export function checkHandOver({ cases, reports, instructions, handovers, outbox, inbox }: Evidence): Check {
  const owed: Notice[] = [
    ...cases.flatMap((doc) => doc.events.flatMap((event) => event.effects)),
    ...reports.flatMap((report) => report.notices),
    ...instructions.flatMap((doc) => doc.history.flatMap((entry) => entry.effects)),
  ];
  const keys = owed.map((notice) => notice.key);
  const known = new Set(keys);
  const moves = handovers.map(({ _id }) => `handover/${_id}/`);
  const hasReason = (id: string) =>
    known.has(id) || isAnswer(id, inbox) || moves.some((prefix) => id.startsWith(prefix));
  const broken = [
    ...repeated(keys).map((key) => `${key} was decided twice`),
    ...keys.filter((key) => !outbox.has(key)).map((key) => `${key} was never handed over`),
    ...[...outbox.keys()].filter((id) => !hasReason(id)).map((id) => `${id} has no reason`),
    ...cases
      .filter((doc) => doc.handedOver !== doc.events.length)
      .map((doc) => `${doc.snapshot.number} is not handed over`),
  ];
  return { name: 'each effect is one outbox row', looked: keys.length, broken };
}

/** An answer, or what a 催办 of several cases tells each unit. */
function isAnswer(id: string, inbox: Evidence['inbox']): boolean {
  const message = /^reply\/(.+)$/.exec(id)?.[1] ?? /^urgedTogether\/(bot\/[^/]+)\//.exec(id)?.[1];
  return message !== undefined && inbox.has(message);
}

/** A stage of a leg's due date reaches a target once, whatever the keys say; so does each question of a survey round. */
export function checkOnce({ outbox }: Evidence): Check {
  const rows = [...outbox.values()].filter((row) => row.about.kind === 'remind' || row.about.kind === 'surveyInvite');
  return {
    name: 'each reminder and survey question is one row',
    looked: rows.length,
    broken: repeated(rows.map(meaningOf)),
  };
}

function meaningOf({ about, number, target }: OutboxRow): string {
  if (about.kind === 'remind') {
    const day = about.stage === 'overdue' ? about.day : '';
    return [number, 'leg', about.leg, 'due', about.dueVersion, about.stage, day, target].join(' ');
  }
  return about.kind === 'surveyInvite' ? [number, 'round', about.round, 'n', about.n, target].join(' ') : '';
}

/** Every closure that was asked about has its first question in the outbox. */
export function checkSurveys({ cases, outbox }: Evidence): Check {
  const invited = cases.flatMap((doc) =>
    doc.events.flatMap((event) => (event.type === 'surveyInvited' ? event.effects.map((effect) => effect.key) : [])),
  );
  return {
    name: 'each survey that fell due went out',
    looked: invited.length,
    broken: invited.filter((key) => !outbox.has(key)),
  };
}

/** Nothing that may leave is left, nothing is half sent, nobody holds anything. */
export function checkDrained({ outbox, held, now }: Evidence): Check {
  const rows = [...outbox.values()];
  const broken = [
    ...rows.filter((row) => row.status === 'sending').map((row) => `${row._id} is half sent`),
    ...rows.filter((row) => row.status === 'dead').map((row) => `${row._id} is dead: ${row.answer}`),
    ...rows.filter((row) => row.nextDueAt && row.nextDueAt <= now).map((row) => `${row._id} is due and has not left`),
    ...(held > 0 ? [`${held} documents or turns are still held`] : []),
  ];
  return { name: 'nothing is left, half sent or dead', looked: rows.length, broken };
}

/** The members of a list that are in it more than once. */
function repeated(items: readonly string[]): string[] {
  const seen = new Set<string>();
  return items.filter((item) => seen.size === seen.add(item).size);
}
