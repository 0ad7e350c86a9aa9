import { STATUSES } from '../../src/domain/case.ts';
import type { CaseEvent, EventType } from '../../src/domain/event.ts';
import { inboxId } from '../chaos/message.ts';
import type { YearEvidence } from './checks/year-evidence.ts';
import { whatHappened } from './happened.ts';

/** What the year was like, as lines to print: the same for the same seed. */
export function figuresOf(evidence: YearEvidence): string[] {
  const { cases, outbox, record, year } = evidence;
  const events = cases.flatMap((doc) => doc.events);
  const rows = [...outbox.values()];
  const statuses = STATUSES.flatMap((status) => {
    const count = cases.filter(({ snapshot }) => snapshot.status === status).length;
    return count > 0 ? [`${status} ${count}`] : [];
  });
  const reminders = rows.filter(({ about }) => about.kind === 'remind');
  const ended = (status: string) => rows.filter((row) => row.status === status).length;
  const solved = cases.filter(({ snapshot }) =>
    snapshot.closures.some(({ uncountedAt }) => uncountedAt === null),
  ).length;
  const { subjects, weeks, seed } = year.options;
  return [
    `${subjects} subjects, ${weeks} weeks, seed ${seed}`,
    `  messages       ${year.stage.spoken.length}; chats saw ${record.length}`,
    `  cases          ${cases.length}: ${statuses.join(', ')}`,
    `  solved         ${solved}, ${(solved / weeks).toFixed(1)} a week`,
    `  notices        ${rows.length}: sent ${ended('sent')}, passed ${ended('passed')}, void ${ended('void')}, dead ${ended('dead')}, waiting ${ended('pending')}`,
    `  reminders      ${reminders.length}, of which sent ${reminders.filter(({ status }) => status === 'sent').length}`,
    `  returns        asked ${count(events, 'returnAsked')}, granted ${count(events, 'returnGranted')}, refused ${count(events, 'returnRefused')}`,
    `  extensions     asked ${count(events, 'extensionAsked')}, granted ${count(events, 'extensionGranted')}, refused ${count(events, 'extensionRefused')}`,
    `  reopened       ${count(events, 'reopened')}`,
    `  surveys        sent ${count(events, 'surveyInvited')}, answered ${count(events, 'surveyAnswered')}, expired ${count(events, 'surveyExpired')}, disputed ${count(events, 'surveyDisputed')}`,
    `  due days moved ${count(events, 'dueSet')} by the calendar`,
    `  outages        ${year.outages.length}`,
    ...whatHappened(evidence),
    ...whatCameOfIt(evidence),
  ];
}

function count(events: readonly CaseEvent[], type: EventType): number {
  return events.filter((event) => event.type === type).length;
}

/** Of each kind of message, how many were said and how many made something happen: what is refused or not understood shows here. */
function whatCameOfIt({ year, cases }: YearEvidence): string[] {
  const messageOf = (source: string) => source.slice(0, source.lastIndexOf('/'));
  const effective = new Set(cases.flatMap(({ events }) => events.map(({ source }) => messageOf(source))));
  const kinds = new Map<string, { said: number; done: number }>();
  for (const { message, what } of year.stage.spoken) {
    const { said, done } = kinds.get(what) ?? { said: 0, done: 0 };
    kinds.set(what, { said: said + 1, done: done + Number(effective.has(inboxId(message.msgid))) });
  }
  const sorted = [...kinds].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    '  what was said, and how often it made something happen',
    ...sorted.map(([what, { said, done }]) => `    ${String(said).padStart(6)} ${String(done).padStart(6)}  ${what}`),
  ];
}
