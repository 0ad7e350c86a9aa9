import type { Snapshot } from './case.ts';
import { recategorized } from './confidential.ts';
import {
  withProof,
  dealtWith,
  lastUnit,
  moved,
  movedBy,
  newClosure,
  newGiveBack,
  newLeg,
  NOT_URGED,
  withCurrent,
  withLast,
  withSurvey,
} from './evolve-parts.ts';
import { begunSupport, boundSupports, endedSupports, movedSupports, withSupport } from './evolve-support.ts';
import { begunPause, endedPause } from './evolve-pause.ts';
import { absorbedCase, mergedCase } from './evolve-links.ts';
import type { EventFrame, EventType, Happening } from './event.ts';
import { begunReview, remindedDuties } from './office-duties.ts';

type LaterType = Exclude<EventType, 'drafted'>;

/** Written as an indexed map, so that the compiler sees an event and its evolution belong together. */
type EventOf<E extends LaterType> = { [T in E]: EventFrame & { type: T } & Extract<Happening, { type: T }> }[E];

type Evolutions = { [T in LaterType]: (snapshot: Snapshot, event: EventOf<T>) => Partial<Snapshot> };

/** Whatever waited for the office's ruling is settled by what has happened since, and nobody supports what has gone on. */
function settled(s: Snapshot) {
  return { extension: null, giveBack: null, pauseAsked: null, approval: null, ...endedSupports(s) };
}

/** What each event changes: one line or a few per event, keyed so that the compiler finds a missing one. */
const EVOLUTIONS: Evolutions = {
  categoryCorrected: recategorized,
  wishCorrected: (_, e) => ({ wished: e.wished }),
  attached: (s, e) => ({ files: [...s.files, ...e.files.map((file) => ({ ...file, by: e.by ?? '', at: e.at }))] }),
  supplemented: (s, e) => ({ supplements: [...s.supplements, { at: e.at, by: e.by ?? '', text: e.text }] }),
  unitAsked: (_, e) => ({ unitAskedAt: e.at }),
  withdrawn: () => ({ status: 'withdrawn', extension: null }),
  // A draft's ten minutes begin anew: while it was withdrawn nobody could correct it.
  undone: (_, e) => ({ ...e.before, ...(e.before.status === 'draft' ? { draftedAt: e.at } : {}) }),
  accepted: (_, e) => ({
    status: 'accepted',
    acceptedAt: e.at,
    grade: e.grade,
    leader: e.leader,
    rulesVersion: e.rulesVersion,
    caseDueDay: e.dueDay,
    dueGiven: e.given ?? false,
  }),
  assigned: (s, e) => ({ status: 'assigned', legs: [...s.legs, newLeg(s, e)] }),
  signed: (s) => ({ status: 'handling', legs: withCurrent(s, { status: 'handling' }) }),
  transferred: (s, e) => ({
    ...settled(s),
    status: 'assigned',
    rulings: movedBy(s, e.unit.name),
    passes: s.passes + Number(e.passed ?? false),
    suspension: null,
    ...NOT_URGED,
    legs: [...withCurrent(s, { status: 'transferred' }), newLeg(s, e)],
  }),
  returnAsked: (_, e) => ({
    status: 'returned',
    extension: null,
    pauseAsked: null,
    approval: null,
    giveBack: newGiveBack(e),
  }),
  returnGranted: (s, e) => ({
    bounces: s.bounces + 1,
    giveBack: s.giveBack && { ...s.giveBack, granted: true },
    rulings: [...s.rulings, { at: e.at, granted: true, unit: null, reason: e.reason }],
  }),
  returnRefused: (s, e) => ({
    status: s.legs.at(-1)?.status === 'handling' ? 'handling' : 'assigned',
    giveBack: null,
    rulings: [...s.rulings, { at: e.at, granted: false, unit: lastUnit(s).name, reason: e.reason }],
  }),
  rulingReminded: remindedDuties,
  pauseAsked: (_, e) => ({
    pauseAsked: { at: e.at, by: e.by ?? '', until: e.until, reason: e.reason, remindedDay: null },
  }),
  pauseRefused: () => ({ pauseAsked: null }),
  paused: begunPause,
  resumed: endedPause,
  urged: (s, e) => (e.byOffice ? { officeUrgedAt: [...s.officeUrgedAt, e.at] } : { urgedAt: [...s.urgedAt, e.at] }),
  infoAsked: (s) => handling(s),
  declined: (s, e) => ({ ...settled(s), status: 'declined', endReason: e.reason }),
  redirected: (s, e) => ({ ...settled(s), status: 'redirected', endReason: e.reason }),
  suspended: (s, e) => ({
    ...settled(s),
    status: 'suspended',
    suspension: { until: e.until, reason: e.reason, reviewed: false, remindedDay: null },
  }),
  reviewDue: begunReview,
  merged: (s, e) => ({ ...settled(s), ...mergedCase(s, e.into) }),
  absorbed: absorbedCase,
  supportAsked: begunSupport,
  supportSigned: (s, e) => withSupport(s, e.leg, { status: 'handling' }),
  supportProgressed: (s, e) =>
    withSupport(s, e.leg, { status: 'handling', lastProgress: { at: e.at, by: e.by ?? '', text: e.text } }),
  supportDone: (s, e) => withSupport(s, e.leg, { status: 'resolved', result: e.text }),
  supportReminded(s, e) {
    const support = s.supports.find(({ n }) => n === e.leg);
    return support ? withSupport(s, e.leg, dealtWith(support, e)) : {};
  },
  committed: (s, e) => ({
    ...handling(s),
    ...boundSupports(s, e.dueDay),
    extension: null,
    legs: withCurrent(handling(s), { ...moved(s, e.dueDay), promised: true }),
  }),
  extensionAsked: (s, e) => ({
    extension: { at: e.at, by: e.by ?? '', to: e.to, reason: e.reason, remindedDay: null },
  }),
  extensionGranted: (s, e) => ({
    extension: null,
    legs: withCurrent(s, { ...moved(s, e.to), promised: true, extensions: (s.legs.at(-1)?.extensions ?? 0) + 1 }),
  }),
  extensionRefused: () => ({ extension: null }),
  progressed: (s, e) => ({
    ...handling(s),
    legs: withCurrent(handling(s), { lastProgress: { at: e.at, by: e.by ?? '', text: e.text } }),
  }),
  reminded(s, e) {
    const leg = s.legs.at(-1);
    return leg ? { legs: withCurrent(s, dealtWith(leg, e)) } : {};
  },
  snoozed: (s, e) => ({
    legs: withCurrent(s, { snoozes: [...(s.legs.at(-1)?.snoozes ?? []), { who: e.who, until: e.until }] }),
  }),
  supervised: (s, e) => ({ legs: withCurrent(s, { order: e.order, orderedAt: e.at }) }),
  orderReceived: (s, e) => ({ legs: withCurrent(s, { orderReceipt: { at: e.at, by: e.by ?? '' } }) }),
  escalated: () => ({ escalated: true }),
  answerQuestioned: (s, e) => ({
    ...handling(s),
    questioned: { at: e.at, leg: s.legs.at(-1)?.n ?? 0, text: e.text, outcome: e.outcome },
  }),
  approvalAsked: (s, e) => ({
    ...handling(s),
    extension: null,
    questioned: null,
    approval: { at: e.at, by: e.by ?? '', answer: e.answer, inTerm: e.inTerm, remindedDay: null },
  }),
  approvalRefused: () => ({ approval: null }),
  approvalReminded: (s, e) => ({ approval: s.approval && { ...s.approval, remindedDay: e.day } }),
  resolved: (s, e) => ({
    ...settled(s),
    status: 'resolved',
    questioned: null,
    legs: withCurrent(s, { status: 'resolved' }),
    closures: [...s.closures, newClosure(s, e)],
  }),
  evidenceAdded: (s, e) => ({ closures: withProof(s, e.text) }),
  surveyInvited: (s, e) => ({ closures: withSurvey(s, { invitedAt: e.at }) }),
  surveyReminded: (s, e) => ({ closures: withSurvey(s, { reminders: e.n }) }),
  surveyAnswered: (s, e) => ({ closures: withSurvey(s, { answeredAt: e.at, answeredBy: e.by, ...e.rating }) }),
  surveyAskedAgain: (s) => ({ closures: withSurvey(s, { askedAgain: true }) }),
  surveyDisputed: (s) => ({ closures: withSurvey(s, { disputed: true }) }),
  surveyExpired: (s, e) => ({ closures: withSurvey(s, { expiredAt: e.at }) }),
  reopened: (s, e) => ({
    status: 'assigned',
    ...NOT_URGED,
    closures: withLast(s.closures, { uncountedAt: e.at }),
    legs: [...s.legs, newLeg(s, { ...e, unit: lastUnit(s) })],
  }),
  dueSet: (s, e) => ({
    ...movedSupports(s, e.supports),
    caseDueDay: e.caseDueDay,
    legs: e.dueDay ? withCurrent(s, moved(s, e.dueDay)) : s.legs,
  }),
  leaderChanged: (_, e) => ({ leader: e.leader }),
  rulesSet: (s, e) => ({
    ...movedSupports(s, e.supports),
    rulesVersion: e.rulesVersion,
    grade: e.grade,
    caseDueDay: e.caseDueDay,
    legs: e.leg ? withCurrent(s, { ...moved(s, e.leg.dueDay), termWorkdays: e.leg.termWorkdays }) : s.legs,
  }),
  closed: (s, e) => ({ status: 'closed', closures: withSurvey(s, { followUp: e.followUp }) }),
};

/** The snapshot after a later event, which must be legal. Pure. */
export function evolve<E extends LaterType>(snapshot: Snapshot, event: EventOf<E>): Snapshot {
  const type: E = event.type;
  return { ...snapshot, ...EVOLUTIONS[type](snapshot, event) };
}

/** Whoever promises a date or reports progress has the case in hand, whether or not 收到 was said; a pause goes on. */
function handling(s: Snapshot): Snapshot {
  return s.status === 'handling' || s.status === 'paused'
    ? s
    : { ...s, status: 'handling', legs: withCurrent(s, { status: 'handling' }) };
}
