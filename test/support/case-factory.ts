import { NO_EFFECT } from '../../src/domain/calendar-change.ts';
import type { Case, Snapshot, Status } from '../../src/domain/case.ts';
import type { Actor, Command, CommandOf, CommandType, Wish } from '../../src/domain/command.ts';
import type { Outcome, World } from '../../src/domain/decision.ts';
import { isRefusal } from '../../src/domain/decision.ts';
import { rebuild } from '../../src/domain/apply.ts';
import type { CaseEvent, EventFrame } from '../../src/domain/event.ts';
import { NO_PEOPLE } from '../../src/domain/people.ts';
import type { ProblemReading } from '../../src/domain/understand/reading.ts';
import { NO_VISITS } from '../../src/domain/visits.ts';
import { nextTimer } from '../../src/domain/timers.ts';
import type { View } from '../../handlers/handler.ts';
import { decide } from '../../handlers/index.ts';
import { decideTimer } from '../../jobs/index.ts';
import { aProblem, caseId, USUAL } from './usual-commands.ts';
import { anActor, aWorld, type Part, shanghai } from './world-factory.ts';

export { aProblem, HEARD, NUMBER } from './usual-commands.ts';

/** Who, when (`2026-11-24 09:00` in Shanghai), in which of our chats (`null`: 1:1), and what differs from the usual words. */
export type Said<T extends CommandType> = Partial<Omit<Extract<Wish, { type: T }>, 'type'>> & Circumstances;

interface Circumstances {
  by?: Part | Actor;
  at?: string;
  chat?: string | null;
  source?: string;
}

/** A command as somebody gives it in the enterprise's group on 2026-11-24 (a Tuesday), unless told otherwise. */
export function aCommand<T extends CommandType>(type: T, said?: Said<T>): CommandOf<T>;
export function aCommand(type: CommandType, said: Circumstances = {}): Command {
  const {
    by = USUAL[type].by,
    at = '2026-11-24 09:00',
    chat = 'c-shenghong',
    source = `${type}@${at}`,
    ...words
  } = said;
  const actor = typeof by === 'string' ? anActor(by) : by;
  const place = { person: actor.id, chat, botChatid: chat && `wr-${chat}` };
  const differing: object = words;
  return { actor, at: shanghai(at), source, place, private: chat === null, ...USUAL[type].wish, ...differing };
}

/** The world as a handler sees it; `now` is a moment after the command. */
export function aView(changes: Partial<View> = {}): View {
  return {
    ...aWorld(),
    now: shanghai('2026-11-24 09:01'),
    found: {},
    instructions: [],
    moreInstructions: 0,
    other: null,
    parts: [],
    ofSubject: [],
    notes: [],
    lastReportAt: new Map(),
    people: NO_PEOPLE,
    visits: NO_VISITS,
    effect: NO_EFFECT,
    reading: null,
    ...changes,
  };
}

/** A decision's events in their frame, as the app stores them. */
export function framed(events: readonly Outcome[], frame: Omit<EventFrame, 'effects' | 'recordedAt'>): CaseEvent[] {
  return events.map(({ effects = [], ...happening }) => ({ ...frame, recordedAt: frame.at, effects, ...happening }));
}

/** A case with these events added; its snapshot is their fold. */
export function withEvents(subject: Case | null, events: readonly CaseEvent[]): Case {
  const all = [...(subject?.events ?? []), ...events];
  const version = (subject?.version ?? 0) + 1;
  return { _id: caseId, version, events: all, handedOver: all.length, snapshot: rebuild(all) };
}

/** The case after a command that must succeed. @throws when it is refused: the test's history is impossible. */
export function after(subject: Case | null, command: Command, world: World = aWorld()): Case {
  const outcome = decide(subject, command, aView({ ...world, now: command.at }));
  if (isRefusal(outcome)) throw new Error(`${command.type} was refused (${outcome.code}): ${outcome.say}`);
  const { at, source, actor } = command;
  return withEvents(subject, framed(outcome.events, { at, source, by: actor.id }));
}

/** The case after its next timer, decided at that timer's instant or later. @throws when it waits for nothing. */
export function afterTimer(subject: Case, v: { world?: World; now?: Date } = {}): Case {
  const { world = aWorld() } = v;
  const timer = nextTimer(subject.snapshot, world.calendar);
  if (!timer) throw new Error(`a case that is ${subject.snapshot.status} waits for no timer`);
  const { events, at } = decideTimer(subject.snapshot, timer, { ...world, now: v.now ?? timer.at });
  return withEvents(subject, framed(events, { at, source: `timer/${timer.type}/${timer.at.toISOString()}`, by: null }));
}

/** Where a built case may stand: reported Tuesday 09:00, accepted 09:05, signed 10:00, resolved Thursday 10:00, asked Friday. */
export type Stop = 'draft' | 'assigned' | 'handling' | 'resolved' | 'surveyed' | 'closed' | 'reopened' | 'withdrawn';

const USUAL_WAY: Record<Stop, readonly ((subject: Case, world: World) => Case)[]> = {
  draft: [],
  assigned: [confirmed],
  handling: [confirmed, signed],
  resolved: [confirmed, signed, resolved],
  surveyed: [confirmed, signed, resolved, (subject, world) => afterTimer(subject, { world })],
  closed: [confirmed, signed, resolved, answeredWith({ resolved: 'yes', onTime: 'yes', score: 4 })],
  reopened: [confirmed, signed, resolved, answeredWith({ resolved: 'no', onTime: null, score: null })],
  withdrawn: [(subject, world) => after(subject, aCommand('withdraw', { at: '2026-11-24 09:02' }), world)],
};

/** A case with a real history: reported, brought to `stop` the usual way, then through the further commands. */
export function buildCase(
  v: {
    stop?: Stop;
    report?: Said<'report'>;
    problem?: Partial<ProblemReading>;
    world?: World;
    further?: Command[];
  } = {},
): Case {
  const { stop = 'draft', world = aWorld(), further = [] } = v;
  const report = aCommand('report', { problem: aProblem(v.problem), ...v.report });
  const stood = USUAL_WAY[stop].reduce((subject, step) => step(subject, world), after(null, report, world));
  return further.reduce((subject, command) => after(subject, command, world), stood);
}

/** The snapshot of a built case. */
export function aSnapshot(v: Parameters<typeof buildCase>[0] & { changes?: Partial<Snapshot> } = {}): Snapshot {
  return { ...buildCase(v).snapshot, ...v.changes };
}

/** A snapshot that merely has a status, for rules that look at nothing else. */
export function inStatus(status: Status): Case {
  const subject = buildCase({ stop: 'handling' });
  return { ...subject, snapshot: { ...subject.snapshot, status } };
}

function confirmed(subject: Case, world: World): Case {
  return after(subject, aCommand('confirm', { at: '2026-11-24 09:05', by: reporterOf(subject) }), world);
}

function signed(subject: Case, world: World): Case {
  return after(subject, aCommand('accept', { at: '2026-11-24 10:00', by: handlerOf(subject) }), world);
}

function resolved(subject: Case, world: World): Case {
  return after(subject, aCommand('resolve', { at: '2026-11-26 10:00', by: handlerOf(subject) }), world);
}

function answeredWith(rating: CommandOf<'answerSurvey'>['rating']) {
  return (subject: Case, world: World) =>
    after(
      afterTimer(subject, { world }),
      aCommand('answerSurvey', { rating, chat: null, at: '2026-11-27 10:00', by: reporterOf(subject) }),
      world,
    );
}

function reporterOf(subject: Case): Actor {
  const { person } = subject.snapshot.reporter;
  return {
    id: person,
    name: '报告人',
    roles: ['subject'],
    subjects: [subject.snapshot.subject.id],
    units: [],
    standsInFor: [],
  };
}

/** Whoever may handle it: the current unit's people, or the office for a confidential case. */
function handlerOf(subject: Case): Actor {
  const unit = subject.snapshot.legs.at(-1)?.unit.id ?? '';
  return {
    id: 'CORP/somebody',
    name: '经办人',
    roles: ['unit', 'office'],
    subjects: [],
    units: [unit],
    standsInFor: [],
  };
}
