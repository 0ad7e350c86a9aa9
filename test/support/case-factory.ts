import type { Case, Snapshot, Status } from '../../src/domain/case.ts';
import type { Actor, Command, CommandOf, CommandType, Wish } from '../../src/domain/command.ts';
import type { Outcome, World } from '../../src/domain/decision.ts';
import { isRefusal } from '../../src/domain/decision.ts';
import { rebuild } from '../../src/domain/apply.ts';
import type { CaseEvent, EventFrame } from '../../src/domain/event.ts';
import type { ProblemReading } from '../../src/domain/understand/reading.ts';
import { nextTimer } from '../../src/domain/timers.ts';
import type { View } from '../../handlers/handler.ts';
import { decide } from '../../handlers/index.ts';
import { decideTimer } from '../../jobs/index.ts';
import { readingOf } from './reading-of.ts';
import { anActor, aWorld, type Part, shanghai } from './world-factory.ts';

/** The number of every case that a factory builds unless told otherwise. */
export const NUMBER = 'BQ-2026-000123';

/** A problem as it was read from a message. */
export function aProblem(changes: Partial<ProblemReading> = {}): ProblemReading {
  return {
    enterprise: null,
    respondent: null,
    summary: '技改贷款批不下来，设备款月底要付',
    text: '我们的技改贷款批不下来，设备款月底要付，希望5天内有答复',
    category: '资金保障',
    confidence: 0.8,
    deadline: { date: '2026-11-29', days: 5, workdays: null, expr: '5天内', kind: 'within' },
    contact: '王强',
    phone: '13800001111',
    urgency: 'normal',
    because: [{ field: 'category', rule: 'words', words: ['贷款'] }],
    ...changes,
  };
}

const caseId = 'inbox-1#0';
/** The first problem of the first message. */
export const HEARD = { inbox: 'inbox-1', problem: 0 };

const SHENGHONG = { id: 's-shenghong', name: '涿州市盛弘机械有限责任公司' };

/** What each command says when a test does not care, and who says it. */
const USUAL: { [T in CommandType]: { by: Part; wish: Extract<Wish, { type: T }> } } = {
  report: {
    by: 'reporter',
    wish: { type: 'report', number: NUMBER, subject: SHENGHONG, problem: aProblem(), heard: HEARD, onBehalf: false },
  },
  confirm: { by: 'reporter', wish: { type: 'confirm', caseId } },
  withdraw: { by: 'reporter', wish: { type: 'withdraw', caseId } },
  undo: { by: 'reporter', wish: { type: 'undo', caseId } },
  correctCategory: {
    by: 'reporter',
    wish: { type: 'correctCategory', caseId, category: '用工社保', said: '用工社保' },
  },
  correctDeadline: { by: 'reporter', wish: { type: 'correctDeadline', caseId, day: '2026-12-10', expr: '12月10日前' } },
  supplement: { by: 'reporter', wish: { type: 'supplement', caseId, text: '设备型号为X200' } },
  accept: { by: 'handler', wish: { type: 'accept', caseId } },
  transfer: { by: 'handler', wish: { type: 'transfer', caseId, unitName: '市人社局', reason: null } },
  giveBack: {
    by: 'handler',
    wish: { type: 'giveBack', caseId, reason: '不属于本局职责', unitName: '市人社局' },
  },
  ruleReturn: { by: 'office', wish: { type: 'ruleReturn', caseId, granted: true, reason: null, unitName: null } },
  urge: { by: 'reporter', wish: { type: 'urge', caseId } },
  askInfo: { by: 'handler', wish: { type: 'askInfo', caseId, text: '请企业补充设备购置合同' } },
  decline: { by: 'office', wish: { type: 'decline', caseId, reason: '已进入诉讼程序' } },
  redirect: { by: 'office', wish: { type: 'redirect', caseId, reason: '应由劳动仲裁处理' } },
  suspend: { by: 'office', wish: { type: 'suspend', caseId, until: '2027-03-31', reason: '等省里下达指标' } },
  phoneSurvey: {
    by: 'office',
    wish: { type: 'phoneSurvey', caseId, rating: { resolved: 'yes', onTime: 'yes', score: 4 } },
  },
  commit: { by: 'handler', wish: { type: 'commit', caseId, day: '2026-11-27', said: '3个工作日内', reason: null } },
  extend: { by: 'handler', wish: { type: 'extend', caseId, to: '2026-12-04', reason: '银行还在审批' } },
  rule: { by: 'office', wish: { type: 'rule', caseId, granted: true, reason: null } },
  progress: { by: 'handler', wish: { type: 'progress', caseId, text: '已联系银行' } },
  resolve: { by: 'handler', wish: { type: 'resolve', caseId, text: '资金昨天到账' } },
  answerSurvey: {
    by: 'reporter',
    wish: { type: 'answerSurvey', caseId, rating: { resolved: 'yes', onTime: 'yes', score: 4 } },
  },
  bind: { by: 'office', wish: { type: 'bind', code: 'K7Q2', name: '盛弘机械', botChatid: 'wrNew' } },
  inspect: { by: 'office', wish: { type: 'inspect', reading: readingOf('subject', '变压器容量不够，请协调') } },
  query: { by: 'reporter', wish: { type: 'query', what: 'progress', caseId } },
  say: { by: 'stranger', wish: { type: 'say', text: '您好' } },
};

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
    notes: [],
    lastReportAt: new Map(),
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
