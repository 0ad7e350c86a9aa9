import { refusals } from '../../../config/texts/answers.ts';
import type { Command } from '../../domain/command.ts';
import { QUESTION_MS, type Question } from '../../domain/question.ts';
import { understand } from '../../domain/understand/index.ts';
import type { Conversation } from '../../store/conversation-store.ts';
import type { InboxRow } from '../../store/inbox-row.ts';
import { WecomError } from '../../wecom/errors.ts';
import type { Context } from '../context.ts';
import { inTurn } from '../in-turn.ts';
import { attachFiles } from './attach-files.ts';
import { carryOut } from './decide-command.ts';
import { cardIsGone, inWords, noted } from './press.ts';
import { fetchDesk } from './fetch-desk.ts';
import { hear, type Hearing, listenedAs } from './hearing.ts';
import { holdForBinding, isUntied } from './hold-for-binding.ts';
import { interpret } from './interpret.ts';
import { backoff, INBOX_ATTEMPTS } from './limits.ts';
import { isNewcomer, meetNewcomer } from './meet-newcomer.ts';
import { NOTHING, receiveFiles } from './receive-files.ts';
import { withSecondOpinion } from './second-opinion.ts';
import { tellUrged } from './tell-urged.ts';
import { tellOfFailure, tellOfStranger, tellOfUnfiled, tellSender } from './tell-sender.ts';

/** Works a conversation's messages off in order of receipt, under its turn. */
export async function onInbound(row: InboxRow, context: Context): Promise<void> {
  const { inbox, leases } = context.stores;
  await inTurn(leases, `conversation/${row.conversation}`, {
    next: async () => {
      const oldest = await inbox.oldestOpen(row.conversation);
      if (!oldest?.nextDueAt) return null;
      if (oldest.nextDueAt <= (await context.clock.now())) return oldest;
      await inbox.waitUntil(row.conversation, oldest.nextDueAt);
      return null;
    },
    work: (oldest) => workOn(oldest, context),
  });
}

async function workOn(row: InboxRow, context: Context): Promise<void> {
  try {
    await answer(row, context);
  } catch (error) {
    await failed(row, error as Error, context);
  }
}

async function answer(row: InboxRow, context: Context): Promise<void> {
  if (row.kind === 'knock') return fetchDesk(row, context);
  const { stores } = context;
  const heard = await inWords(row, context);
  if (!heard) return cardIsGone(row, context);
  const hearing = hear(heard, await context.worlds.current());
  const received = isStrangerAtDesk(hearing) ? NOTHING : await receiveFiles(row, context);
  const conversation = await stores.conversations.get(row.conversation);
  const { reading, commands } = await readOnce(heard, { hearing, conversation }, context);
  if (isUntied(hearing, reading)) return holdForBinding(hearing, context);
  if (isNewcomer(hearing)) return meetNewcomer(hearing, reading, context);
  const replies: (string | null)[] = [];
  let last: string | null = null;
  let asked: Question | null = null;
  let undone = false;
  const withFiles = { hearing, reading, conversation, received };
  // Evidence stands with its case before the answer that it proves is looked at.
  const about = caseOf(commands);
  const before = about
    ? await attachFiles(withFiles, { caseId: about, reported: false, unfiled: false }, context)
    : null;
  for (const command of commands) {
    const carried = await carryOut(command, context);
    replies.push(carried.reply);
    last = carried.caseId ?? last;
    asked = carried.asks ?? asked;
    undone = undone || carried.refused === true;
  }
  const unfiled = commands.some((command) => leavesUnfiled(asksOf(command)));
  const reported = commands.some((command) => command.type === 'report');
  const files = before ?? (await attachFiles(withFiles, { caseId: last, reported, unfiled }, context));
  replies.push(...files.replies);
  if (!hearing.actor && reading.intent === 'report') await tellOfStranger(hearing, context);
  if (unfiled) await tellOfUnfiled(hearing, context);
  const told = (await tellUrged(row, { commands, replies }, context)) ?? replies;
  await tellSender(row, row.kind === 'press' ? noted(told) : told, context, { undone });
  await remember(row, { commands, conversation, last: last ?? files.caseId, asked, files: files.waiting }, context);
  await stores.inbox.finish(row._id, 'done');
  context.bell.ring('cases');
}

/** Anybody can write to a desk: their files, which the platform keeps for three days, are fetched once the office knows them. */
function isStrangerAtDesk({ actor, row }: Hearing): boolean {
  return !actor && row.channel === 'kf';
}

/** The case that a message is about, where it names one that there is. */
function caseOf(commands: readonly Command[]): string | null {
  return commands.map((command) => ('caseId' in command ? command.caseId : null)).find(Boolean) ?? null;
}

/** The reading and the commands are saved before anything is decided: a retry decides on the same. */
async function readOnce(row: InboxRow, v: { hearing: Hearing; conversation: Conversation }, context: Context) {
  if (row.reading && row.commands) return { reading: row.reading, commands: row.commands };
  const { stores } = context;
  const { hearing, conversation } = v;
  const { text, quote, saidAt } = row;
  const asked = await isAsked(hearing, context);
  const rules = understand({ ...listenedAs(hearing), text, quote, said: saidAt, asked });
  const reading = isUntied(hearing, rules)
    ? rules
    : await withSecondOpinion(rules, { row, hearing, conversation }, context);
  const commands = isUntied(hearing, reading) ? [] : await interpret(reading, conversation, { hearing, stores });
  await stores.inbox.saveReading(row._id, reading, commands);
  return { reading, commands };
}

/** True while a survey of one of the speaker's cases may be answered, so that a bare 满意 is an answer. */
async function isAsked(hearing: Hearing, context: Context): Promise<boolean> {
  if (hearing.speaker !== 'subject' || !hearing.actor) return false;
  const { cases } = await context.stores.cases.find({ statuses: ['resolved'], subjects: hearing.actor.subjects }, 1);
  return cases.length > 0;
}

async function remember(
  row: InboxRow,
  v: {
    commands: readonly Command[];
    conversation: Conversation;
    last: string | null;
    asked: Question | null;
    files: Conversation['files'];
  },
  context: Context,
): Promise<void> {
  const { commands, conversation, last, asked, files } = v;
  const reported = commands.filter((command) => command.type === 'report').at(-1);
  const question = commands.map(asksOf).find(Boolean) ?? asked ?? stillAsked(row, commands, conversation.question);
  await context.stores.conversations.remember(row.conversation, {
    question,
    files,
    ...(last ? { lastCase: last } : {}),
    ...(reported ? { lastReport: { caseId: reported.source, at: row.saidAt } } : {}),
  });
}

/** Whose report it is stays asked until it is answered, replaced or too old; anything else until the next message. */
function stillAsked(row: InboxRow, commands: readonly Command[], question: Question | null): Question | null {
  if (question?.type !== 'whichSubject' || row.saidAt.getTime() - question.at.getTime() > QUESTION_MS) return null;
  return commands.some((command) => command.type === 'report' && command.heard.inbox === question.inbox)
    ? null
    : question;
}

/** A question on which a report waits. */
function leavesUnfiled(question: Question | null): boolean {
  if (question?.type === 'whichVisited') return question.problems.length > 0;
  return question?.type === 'whichSubject';
}

function asksOf(command: Command): Question | null {
  return command.type === 'say' ? (command.asks ?? null) : null;
}

/** A failing message blocks its conversation only until its last attempt; then its sender and the office are told. */
async function failed(row: InboxRow, error: Error, context: Context): Promise<void> {
  const { stores, log, metrics } = context;
  const attempts = row.attempts + 1;
  metrics.failures.inc({ collection: 'inbox' });
  log.error({ err: error, inbox: row._id, attempts }, 'a message could not be worked on');
  if (attempts < INBOX_ATTEMPTS) {
    const least = error instanceof WecomError ? (error.retryAfterMs ?? 0) : 0;
    const at = new Date((await context.clock.now()).getTime() + Math.max(backoff(row.attempts), least));
    await stores.inbox.retryAt(row, at, error.message);
    context.bell.ring('inbox', at);
    return;
  }
  // Nobody said it: the desk is asked again at the next sweep.
  if (row.kind !== 'knock') {
    await tellSender(row, [refusals.failed], context);
    await tellOfFailure(row, context);
  }
  await stores.inbox.finish(row._id, 'failed', error.message);
}
