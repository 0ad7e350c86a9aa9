import { COUNTED_LIMIT, RULED_LIMIT, TITLES_LIMIT } from './limits.ts';
import { decide } from '../../../handlers/index.ts';
import type { View } from '../../../handlers/handler.ts';
import { heldGroupLine, unknownYear } from '../../../config/texts/answers.ts';
import type { Command, Found } from '../../domain/command.ts';
import { type Decision, isRefusal, type Outcome, type World } from '../../domain/decision.ts';
import { type ChangeEffect, NO_EFFECT } from '../../domain/calendar-change.ts';
import type { CaseEvent } from '../../domain/event.ts';
import type { Question } from '../../domain/question.ts';
import { isOffice } from '../../domain/rights.ts';
import { unknownYearsAhead } from '../../domain/working-time.ts';
import type { Reading } from '../../domain/understand/reading.ts';
import { deadNoticeLines } from './dead-notice-lines.ts';
import { newcomerLines, peopleFor, writeHandover, writeNewcomer } from './people.ts';
import { searchesFor } from '../../domain/search.ts';
import { subjectsLedBy, visitsFor } from './look-up-visits.ts';
import { lastReports, lastRuled } from '../../store/case-lists.ts';
import type { CaseDoc } from '../../store/case-store.ts';
import type { InstructionDoc } from '../../store/instruction-store.ts';
import { previewCalendar, writeCalendar } from '../change-calendar.ts';
import type { Context } from '../context.ts';
import { lookUpSupervision } from './supervision-look-up.ts';
import { entryOf, instructionOf, instructionsFor, writeInstruction } from './decide-instruction.ts';
import { relatedCases } from './related-cases.ts';

/** What came of a command: the answer, and the case it was about. */
export interface Carried {
  reply: string | null;
  caseId: string | null;
  /** Not done: the answer says why. */
  refused?: true;
  /** What was asked back. */
  asks?: Question;
}

/**
 * Decides one command and writes its decision to the one document that owns it. A lost race loads and decides again;
 * a source that the case holds already is skipped to its answer, so a retry turns no success into a refusal.
 */
export async function carryOut(command: Command, context: Context): Promise<Carried> {
  const caseId = 'caseId' in command ? command.caseId : null;
  for (;;) {
    const doc = caseId ? await context.stores.cases.get(caseId) : null;
    if (caseId && !doc) throw new Error(`case ${caseId} of command ${command.source} is gone`);
    const paper = await instructionOf(command, context.stores);
    const made = doc ?? (command.type === 'split' ? await context.stores.cases.get(command.source) : null);
    const done = (made && answerOf(made, command.source)) ?? (paper && entryOf(paper, command.source));
    if (done) return { reply: done.reply ?? null, caseId: made?._id ?? caseId };
    const view = await viewOf(command, { doc, paper }, context);
    const decision = decide(doc, command, view);
    const outcome = isRefusal(decision) ? decision.code : 'decided';
    context.metrics.decisions.inc({ what: command.type, outcome });
    if (isRefusal(decision)) return { reply: decision.say, caseId, refused: true };
    if (await write({ doc, paper, command, decision, view }, context)) {
      const { reply, asks, events } = decision;
      const about = events[0]?.type === 'drafted' ? command.source : caseId;
      return { reply, caseId: about, ...(asks ? { asks } : {}) };
    }
  }
}

function answerOf(doc: CaseDoc, source: string): CaseEvent | null {
  return doc.events.find((event) => event.source === source) ?? null;
}

async function viewOf(command: Command, { doc, paper }: Written, context: Context): Promise<View> {
  const [world, now] = await Promise.all([context.worlds.current(), context.clock.now()]);
  const isList = command.type === 'query';
  const found = isList ? await lookUp(command, { now, world }, context) : await ruledFor(command, context);
  const todo = isList && command.what === 'todo' && isOffice(command.actor);
  const notes = todo ? await officeNotes(world, now, context) : [];
  const lastReportAt = await lastReportsFor(command, world, context);
  const people = await peopleFor(command, world, context);
  const papers = await instructionsFor(command, paper, context.stores);
  const visits = await visitsFor(command, { roster: world.roster, now }, context.stores);
  const reading = await readingFor(command, doc, context);
  const related = await relatedCases(command, doc?.snapshot ?? null, context.stores);
  const effect = await effectOf(command, { world, now }, context);
  return { ...world, ...papers, now, found, notes, lastReportAt, visits, people, ...related, reading, effect };
}

/** Every open case is looked at, so only for those who may ask. */
async function effectOf(command: Command, v: { world: World; now: Date }, { stores }: Context): Promise<ChangeEffect> {
  if (command.type !== 'changeCalendar' || !command.change || !isOffice(command.actor)) return NO_EFFECT;
  return previewCalendar(command.change, v, stores);
}

/** The one document that a command is about. */
interface Written {
  doc: CaseDoc | null;
  paper: InstructionDoc | null;
}

/** When each of a leader's subjects last reported; asked only where it is shown. */
async function lastReportsFor(command: Command, world: World, { stores }: Context): Promise<Map<string, Date>> {
  if (command.type !== 'query' || command.what !== 'mySubjects') return new Map();
  return lastReports(stores.cases.model, subjectsLedBy(command.actor, world.roster));
}

async function readingFor(command: Command, doc: CaseDoc | null, { stores }: Context): Promise<Reading | null> {
  if (!doc || command.type !== 'query' || command.what !== 'evidence') return null;
  return (await stores.inbox.get(doc.snapshot.heard.inbox))?.reading ?? null;
}

async function lookUp(
  command: Command & { type: 'query' },
  { now, world }: { now: Date; world: World },
  context: Context,
): Promise<Record<string, Found>> {
  const found = await lookUpSupervision(command, { now, calendar: world.calendar }, context.stores);
  for (const [name, filter] of Object.entries(searchesFor(command.what, command.actor, now))) {
    const limit = command.what === 'mySubjects' ? COUNTED_LIMIT : TITLES_LIMIT;
    const { cases, more } = await context.stores.cases.find(filter, limit);
    found[name] = { cases: cases.map((doc) => doc.snapshot), more };
  }
  return found;
}

/** The cases whose 退回 was ruled on, where another is asked for. */
async function ruledFor({ type }: Command, { stores }: Context): Promise<Record<string, Found>> {
  if (type !== 'giveBack') return {};
  return { ruled: { cases: await lastRuled(stores.cases.model, RULED_LIMIT), more: 0 } };
}

async function officeNotes(world: World, now: Date, context: Context): Promise<string[]> {
  const [dead, codes, newcomers] = await Promise.all([
    deadNoticeLines(now, world.roster, context.stores),
    context.stores.inbox.heldCodes(TITLES_LIMIT),
    newcomerLines(world, context),
  ]);
  return [
    ...dead,
    ...newcomers,
    ...codes.map((code) => heldGroupLine({ code })),
    ...unknownYearsAhead(world.calendar, now).map((year) => unknownYear({ year })),
  ];
}

async function write(
  v: Written & { command: Command; decision: Decision; view: View },
  context: Context,
): Promise<boolean> {
  const { doc, command, decision, view } = v;
  const { stores } = context;
  if (decision.calendar) {
    const { actor, at, source } = command;
    await writeCalendar(decision.calendar, { by: actor.id, at, source }, stores);
  }
  if (decision.tie) await tie(decision.tie, view, context);
  const { handover, newcomer, instruct, visit, withdrawnVisit } = decision;
  if (newcomer) await writeNewcomer(newcomer, view, context);
  if (handover && !(await writeHandover(handover, { command, now: view.now, world: view }, context))) return false;
  if (visit) await stores.visits.keep(command.source, visit);
  if (withdrawnVisit) {
    const { actor, at, source } = command;
    return stores.visits.withdraw(withdrawnVisit, { at, by: actor.id, source });
  }
  if (instruct) return writeInstruction({ doc: v.paper, command, decision: { ...decision, instruct }, view }, context);
  if (decision.events.length === 0) return true;
  const events = framed(decision, command, view);
  if (doc) return stores.cases.append(doc, events, view);
  // A new case is keyed by its command, so a second attempt finds it made.
  await stores.cases.create(command.source, events, view);
  return true;
}

async function tie(bound: NonNullable<Decision['tie']>, view: View, context: Context): Promise<void> {
  await context.stores.roster.tieChat(bound.chat);
  await context.stores.inbox.releaseHeld(bound.botChatid, view.now);
  context.bell.ring('inbox');
}

/** Puts the frame round the events of a decision; the answer is kept on the first, for a retry. */
export function frame(
  outcomes: readonly Outcome[],
  v: { at: Date; now: Date; source: string; by: string | null; reply?: string | null },
): CaseEvent[] {
  return outcomes.map((outcome, i) => ({
    ...outcome,
    at: v.at,
    recordedAt: v.now,
    source: v.source,
    by: v.by,
    effects: outcome.effects ?? [],
    ...(i === 0 && v.reply ? { reply: v.reply } : {}),
  }));
}

function framed(decision: Decision, command: Command, view: World & { now: Date }): CaseEvent[] {
  return frame(decision.events, {
    at: command.at,
    now: view.now,
    source: command.source,
    by: command.actor.id,
    reply: decision.reply,
  });
}
