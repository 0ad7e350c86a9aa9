import type { CaseDoc } from '../../../src/store/case-store.ts';
import { inboxId, type Message } from '../message.ts';
import type { Check, Evidence } from './evidence.ts';

/** Every acknowledged message is kept once and worked off; no row comes from nowhere. */
export function checkKept({ told, inbox }: Evidence): Check {
  const said = new Set(told.messages.map((message) => inboxId(message.msgid)));
  const broken = [
    ...[...said].filter((id) => !inbox.has(id)).map((id) => `${id} was acknowledged and is gone`),
    ...[...inbox.values()]
      .filter((row) => row.status !== 'done')
      .map((row) => `${row._id} is ${row.status} (${row.error ?? 'no error'})`),
    ...[...inbox.keys()].filter((id) => !said.has(id)).map((id) => `${id} was never said`),
  ];
  return { name: 'each acknowledged message is one row, and done', looked: said.size, broken };
}

/** Each report has made its cases, and no other case is there. */
export function checkReports({ told, inbox, cases }: Evidence): Check {
  const reports = told.messages.filter((message) => message.cases > 0);
  const made = new Map<string, number>();
  for (const { _id } of cases) made.set(messageOf(_id), (made.get(messageOf(_id)) ?? 0) + 1);
  const wrong = reports.filter((message) => made.get(inboxId(message.msgid)) !== message.cases);
  const known = new Set(reports.map((message) => inboxId(message.msgid)));
  const broken = [
    ...wrong.map(
      (message) =>
        `${inboxId(message.msgid)} made ${made.get(inboxId(message.msgid)) ?? 0} cases, not ${message.cases}`,
    ),
    ...cases.filter((doc) => !known.has(messageOf(doc._id))).map((doc) => `${doc._id} has no report`),
    ...cases.filter((doc) => !commandOf(doc, inbox)).map((doc) => `${doc._id} is not the case of its command`),
  ];
  return { name: 'each report made exactly its cases', looked: reports.length, broken };
}

/** A bare 确认 sent after its report has accepted that report's draft: nothing overtook it, nothing came between. */
export function checkOrder({ told, cases }: Evidence): Check {
  const confirms = told.messages.filter((message) => message.confirms !== null);
  const byReport = new Map(cases.map((doc) => [messageOf(doc._id), doc]));
  const broken = confirms.filter((message) => !isAcceptedBy(byReport.get(inboxId(message.confirms ?? '')), message));
  return {
    name: 'each 确认 accepted the report before it',
    looked: confirms.length,
    broken: broken.map((message) => `${inboxId(message.msgid)} did not accept ${inboxId(message.confirms ?? '')}`),
  };
}

/** The answer is the one that was decided: a retry after a crash turned no success into a refusal. */
export function checkSameAnswer({ cases, outbox }: Evidence): Check {
  const decided = cases.flatMap((doc) =>
    doc.events.filter((event) => event.reply && !event.source.startsWith('timer/')),
  );
  const broken = decided.filter(({ source, reply }) => {
    const about = outbox.get(`reply/${messageOf(source)}`)?.about;
    return about?.kind !== 'text' || !about.text.includes(reply ?? '');
  });
  const name = 'each answer is the one that was decided';
  return { name, looked: decided.length, broken: broken.map((event) => `${event.source} was answered otherwise`) };
}

function isAcceptedBy(doc: CaseDoc | undefined, message: Message): boolean {
  const accepted = doc?.events.find((event) => event.type === 'accepted');
  return accepted?.source === `${inboxId(message.msgid)}/0`;
}

/** A case's number is the one allotted to its command, so that a retry gave it no second one. */
function commandOf(doc: CaseDoc, inbox: Evidence['inbox']): boolean {
  const commands = inbox.get(messageOf(doc._id))?.commands ?? [];
  return commands.some((one) => one.type === 'report' && one.source === doc._id && one.number === doc.snapshot.number);
}

function messageOf(source: string): string {
  return source.slice(0, source.lastIndexOf('/'));
}
