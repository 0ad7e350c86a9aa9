import { isReminder } from '../../../src/domain/reminding.ts';
import { chatFor, officeChat } from '../../../src/domain/roster.ts';
import type { OutboxRow } from '../../../src/store/outbox-store.ts';
import { inboxId } from '../message.ts';
import type { Shown } from '../platform.ts';
import type { Check, Evidence } from './evidence.ts';

/** Of a case, a 提醒函 or a 调度会决定. */
const NUMBER = /(?:BQ|TX|ZS)-\d{4}-\d{6}/;

/** What a chat may have shown of something: `least` was said to be delivered, the rest up to `most` is counted as uncertain. */
interface Allowed {
  least: number;
  most: number;
}

/** What groups showed is what the outbox says was sent: nothing lost, nothing doubled that is not counted as uncertain. */
export function checkGroups(evidence: Evidence): Check {
  const allowed = new Map<string, Allowed>();
  for (const row of evidence.outbox.values()) {
    const key = row.to.kind === 'reply' ? null : keyOf(row, evidence);
    if (key) allow(allowed, `${key} ${what(row)}`, row);
  }
  const counts = new Map<string, number>();
  for (const one of evidence.shown) for (const name of namesIn(one)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const looked = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return { name: 'groups saw each notice once', looked, broken: differences(allowed, counts) };
}

/** Each answer arrived once: the platform itself takes a response_url once, so only losses can be seen here. */
export function checkAnswers({ told, outbox, shown }: Evidence): Check {
  const arrived = new Set(shown.flatMap((one) => (one.via === 'response' ? [one.msgid] : [])));
  const answers = told.messages.map((message) => ({ message, row: outbox.get(`reply/${inboxId(message.msgid)}`) }));
  const broken = answers.flatMap(({ message, row }) => {
    const sent = row?.status === 'sent';
    if (sent && !arrived.has(message.msgid)) return [`${row._id} counts as sent and never arrived`];
    return row || !arrived.has(message.msgid) ? [] : [`${message.msgid} was answered by nobody`];
  });
  const speechless = answers.filter(({ message, row }) => message.cases > 0 && !row);
  const looked = answers.filter(({ row }) => row).length;
  return {
    name: 'each answer arrived once',
    looked,
    broken: [...broken, ...speechless.map(({ message }) => `${message.msgid} got no receipt`)],
  };
}

function keyOf(row: OutboxRow, { world }: Evidence): string | null {
  const { to } = row;
  if (to.kind === 'reply' || to.kind === 'person') return null;
  const chat = to.kind === 'office' ? officeChat(world.roster) : chatFor(world.roster, to.kind, to.of);
  return chat?.webhookKey ?? null;
}

/** Rows are told apart in a group by the case they name, and by whether they are reminders. */
function what({ number, about }: OutboxRow): string {
  const named = number ?? (about.kind === 'text' ? NUMBER.exec(about.text)?.[0] : null);
  return `${isReminder(about) ? 'reminded of' : 'told of'} ${named ?? 'no case'}`;
}

function allow(allowed: Map<string, Allowed>, name: string, row: OutboxRow): void {
  const { least, most } = allowed.get(name) ?? { least: 0, most: 0 };
  const sent = row.status === 'sent' ? 1 : 0;
  const perhaps = row.maybeSent || row.status === 'uncertain' ? row.attempts : sent;
  allowed.set(name, { least: least + sent, most: most + Math.max(sent, perhaps) });
}

const LINE = /^\d+\. (?:【[^】]+】)*((?:BQ|TX|ZS)-\d{4}-\d{6}) /gm;

/** A digest may hold the morning's reminders, of cases and of instructions, the month's look at visits, and what was folded. */
const REMINDS = /^【(?:办理提醒|督办事项提醒)】/;
const FOLDED = '【事项汇总】';
const VISITS = '【走访提醒】';
/** A report, or a 催办 of several cases: about no case alone. */
const OF_MANY = /^(?:《|【办公室催办】共)/;

function namesIn(one: Shown): string[] {
  if (one.via === 'response') return [];
  const { key, text } = one;
  const [reminders = '', folded] = text.split(FOLDED);
  if (folded !== undefined || REMINDS.test(text))
    return [
      ...[...reminders.matchAll(LINE)].map(([, number]) => `${key} reminded of ${number}`),
      ...(reminders.includes(VISITS) ? [`${key} told of no case`] : []),
      ...(folded ?? '')
        .split(/^\d+\. /m)
        .slice(1)
        .map((entry) => `${key} told of ${NUMBER.exec(entry)?.[0] ?? 'no case'}`),
    ];
  const number = OF_MANY.test(text) ? null : NUMBER.exec(text)?.[0];
  return [`${key} told of ${number ?? 'no case'}`];
}

function differences(allowed: ReadonlyMap<string, Allowed>, counts: ReadonlyMap<string, number>): string[] {
  return [...new Set([...allowed.keys(), ...counts.keys()])].flatMap((name) => {
    const { least, most } = allowed.get(name) ?? { least: 0, most: 0 };
    const count = counts.get(name) ?? 0;
    return count >= least && count <= most ? [] : [`${name}: seen ${count} times, sent ${least} to ${most}`];
  });
}
