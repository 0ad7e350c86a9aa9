import * as ledger from '../../config/texts/unit-ledger.ts';
import * as casework from '../../config/texts/casework.ts';
import * as evidence from '../../config/texts/evidence.ts';
import * as links from '../../config/texts/links.ts';
import * as pause from '../../config/texts/pause.ts';
import * as support from '../../config/texts/support.ts';
import * as supervision from '../../config/texts/supervision.ts';
import * as urging from '../../config/texts/urging.ts';
import { V } from './sample-texts.ts';
import { shanghai } from './world-factory.ts';

const { caseworkRefusals } = casework;
const until = shanghai('2026-11-25 17:30');

/** 退回, 催办 and the side ways out of handling. */
export const CASEWORK: Record<Exclude<keyof typeof casework, 'caseworkRefusals'>, readonly string[]> = {
  returnSent: [casework.returnSent({ ...V, until })],
  returnRuled: [true, false].map((granted) => casework.returnRuled({ ...V, granted })),
  returnNeedsUnit: [casework.returnNeedsUnit(V)],
  urgeSent: [2, 0, null].map((left) => casework.urgeSent({ ...V, left })),
  infoRequested: [casework.infoRequested(V)],
  caseDeclined: [casework.caseDeclined(V)],
  caseRedirected: [casework.caseRedirected(V)],
  caseSuspended: [casework.caseSuspended({ ...V, until: V.day })],
  returnAsked: [
    casework.returnAsked({ ...V, suggests: '市人社局', alike: [] }),
    casework.returnAsked({
      ...V,
      suggests: null,
      alike: [true, false].map((granted) => ({ ...V, at: until, granted })),
    }),
  ],
  rulingLate: [casework.rulingLate(V)],
  returnRefused: [casework.returnRefused(V), casework.returnRefused({ ...V, reason: null })],
  urged: [true, false].map((byOffice) => casework.urged({ ...V, n: 2, byOffice })),
  infoAsked: [casework.infoAsked(V)],
  declined: [casework.declined(V)],
  redirected: [casework.redirected(V)],
  suspended: [casework.suspended({ ...V, until: V.day })],
  reviewDue: [casework.reviewDue(V)],
};

/** 暂停 and 恢复办理. */
export const PAUSE: Record<Exclude<keyof typeof pause, 'pauseRefusals'>, readonly string[]> = {
  pauseSent: [pause.pauseSent({ ...V, until: V.day })],
  pauseBegun: [pause.pauseBegun({ ...V, until: V.day })],
  pauseNotAllowed: [pause.pauseNotAllowed(V)],
  resumeDone: [pause.resumeDone(V)],
  pauseAsked: [pause.pauseAsked({ ...V, until: V.day })],
  pauseRulingLate: [pause.pauseRulingLate({ ...V, until: V.day })],
  pauseRefused: [pause.pauseRefused(V), pause.pauseRefused({ ...V, reason: null })],
  paused: [V.due, null].map((caseDue) => pause.paused({ ...V, until: V.day, caseDue })),
  resumed: [pause.resumed(V)],
  pausedLine: [pause.pausedLine({ ...V, until: V.day })],
};

/** Why a case was not paused or resumed. */
export const PAUSE_REFUSALS: Record<keyof typeof pause.pauseRefusals, readonly string[]> = {
  late: [pause.pauseRefusals.late(V)],
  used: [pause.pauseRefusals.used({ ...V, times: 2 })],
  spent: [pause.pauseRefusals.spent({ ...V, workdays: 10 })],
  noWorkday: [pause.pauseRefusals.noWorkday({ ...V, until: V.day })],
  tooLong: [pause.pauseRefusals.tooLong({ ...V, workdays: 10, left: 3, latest: V.day })],
  lapsed: [pause.pauseRefusals.lapsed({ ...V, until: V.day })],
  nothingAsked: [pause.pauseRefusals.nothingAsked(V)],
  notPaused: [pause.pauseRefusals.notPaused(V)],
};

const S = { ...V, kind: 'help', supporter: '市人社局', main: V.unit, supportDue: V.day, task: '提供社保证明' } as const;

/** 协办 and 分办. */
export const SUPPORT: Record<
  Exclude<keyof typeof support, 'supportRefusals' | 'KIND_TEXT' | 'supporterText'>,
  readonly string[]
> = {
  supportSent: (['help', 'share'] as const).map((kind) => support.supportSent({ ...V, kind })),
  supportSigned: [support.supportSigned(V)],
  supportAlreadySigned: [support.supportAlreadySigned(V)],
  supportFinished: [support.supportFinished({ ...V, main: V.unit })],
  supportsEnded: [support.supportsEnded({ units: ['市人社局', '市税务局'] })],
  supportAsked: [support.supportAsked(S), support.supportAsked({ ...S, kind: 'share', task: null, contact: null })],
  supportNamed: [support.supportNamed(S), support.supportNamed({ ...S, task: null })],
  supportResult: [support.supportResult({ ...S, result: '证明已开具' })],
  supportEnded: [support.supportEnded(S)],
  supportLine: [true, false].map((done) => support.supportLine({ ...V, kind: 'help', done })),
};

/** Why nobody was asked for support, or none was ended. */
export const SUPPORT_REFUSALS: Record<keyof typeof support.supportRefusals, readonly string[]> = {
  unknownUnit: [
    support.supportRefusals.unknownUnit({ ...V, candidates: ['市人社局', '县人社局'] }),
    support.supportRefusals.unknownUnit({ ...V, candidates: [] }),
    support.supportRefusals.unknownUnit({ ...V, said: null, candidates: [] }),
  ],
  isMain: [support.supportRefusals.isMain(V)],
  already: [support.supportRefusals.already(V)],
  tooMany: [support.supportRefusals.tooMany({ ...V, units: ['市人社局', '市税务局'], most: 4 })],
  confidential: [support.supportRefusals.confidential(V)],
  badDate: [V.due, null].map((due) => support.supportRefusals.badDate({ ...V, due })),
  noneOpen: [support.supportRefusals.noneOpen(V)],
};

/** 合并, 拆分 and 复发. */
export const LINKS: Record<Exclude<keyof typeof links, 'linkRefusals'>, readonly string[]> = {
  relapseLine: [links.relapseLine(V.relapseOf)],
  akinNote: [links.akinNote(V)],
  akinLine: [links.akinLine(V)],
  mergedLine: [links.mergedLine({ into: V.akinTo })],
  absorbedLine: [links.absorbedLine({ numbers: [V.akinTo] })],
  mergeDone: [links.mergeDone({ ...V, into: V.akinTo })],
  splitDone: [
    links.splitDone({ ...V, from: V.akinTo }),
    links.splitDone({ ...V, from: V.akinTo, category: null, unit: null }),
  ],
  merged: [links.merged({ ...V, into: V.akinTo })],
  absorbed: [links.absorbed({ ...V, from: V.akinTo })],
  splitOff: [links.splitOff({ ...V, from: V.akinTo })],
};

/** Why cases were not put together or apart. */
export const LINK_REFUSALS: Record<keyof typeof links.linkRefusals, readonly string[]> = {
  whichTwo: [links.linkRefusals.whichTwo(V)],
  otherSubject: [links.linkRefusals.otherSubject({ ...V, into: V.akinTo })],
  otherReaders: [links.linkRefusals.otherReaders({ ...V, into: V.akinTo })],
  noText: [links.linkRefusals.noText(V)],
};

/** Cards, 督办单 and 提级. */
export const SUPERVISION: Record<
  Exclude<keyof typeof supervision, 'CARD_TEXT' | 'ORDER_TITLES' | 'ORDER_MARKS'>,
  readonly string[]
> = {
  supervisionOrder: [
    supervision.supervisionOrder({ ...V, order: 'DB-2026-000123-1', near: '已超期5个工作日', workdays: 3 }),
  ],
  snoozed: [supervision.snoozed({ ...V, until: V.day })],
  snoozeRefusals: [
    supervision.snoozeRefusals.tooFar({ ...V, latest: V.day }),
    supervision.snoozeRefusals.usedUp({ ...V, times: 2 }),
  ],
  orderReceived: [supervision.orderReceived({ ...V, order: 'DB-2026-000123-1', by: V.day })],
  orderLine: [supervision.orderLine({ ...V, order: 'DB-2026-000123-1', by: V.day })],
  noOrders: [supervision.noOrders],
  escalated: [supervision.escalated({ ...V, times: 3 })],
};

/** 交账, 要账. */
export const LEDGER: Record<keyof typeof ledger, readonly string[]> = {
  unitLedger: [
    ledger.unitLedger({
      ...V,
      handed: 3,
      solved: 2,
      open: 4,
      overdue: 1,
      dueThisWeek: 2,
      lines: [{ ...V, near: '已超期1个工作日' }],
    }),
  ],
};

/** Why one of these was not done. */
export const CASEWORK_REFUSALS: Record<keyof typeof caseworkRefusals, readonly string[]> = {
  noReason: [caseworkRefusals.noReason({ ...V, example: '退回，因为X' })],
  lateReturn: [caseworkRefusals.lateReturn({ ...V, until })],
  boundToKeep: [caseworkRefusals.boundToKeep({ ...V, times: 2 })],
  nothingReturned: [caseworkRefusals.nothingReturned(V)],
  urgedEnough: [caseworkRefusals.urgedEnough(V)],
  urgedToday: [caseworkRefusals.urgedToday(V)],
  extensionLate: [caseworkRefusals.extensionLate({ ...V, until })],
  extensionsUsed: [caseworkRefusals.extensionsUsed({ ...V, times: 2 })],
};

const UNITS = [
  { unit: '市工信局', count: 2 },
  { unit: '市人社局', count: 1 },
];
const LINES = [`${V.number} ${V.summary}`];

/** 催办 of several cases. */
export const URGING: Record<keyof typeof urging.urgingTexts | 'urgedTogetherText', readonly string[]> = {
  urgedTogetherText: [1, 3].map((count) =>
    urging.urgedTogetherText({ count, lines: LINES, example: V.number, at: V.at }),
  ),
  preview: [0, 5].map((later) => urging.urgingTexts.preview({ count: 3, units: UNITS, lines: LINES, later, at: V.at })),
  done: [
    urging.urgingTexts.done({ count: 3, units: UNITS, skipped: [], more: 0 }),
    urging.urgingTexts.done({ count: 0, units: [], skipped: LINES, more: 2 }),
  ],
  nothing: [urging.urgingTexts.nothing()],
  nothingAsked: [urging.urgingTexts.nothingAsked(V)],
  unknownUnit: [[], ['市人社局']].map((candidates) => urging.urgingTexts.unknownUnit({ ...V, candidates })),
};

const SIGNS = [
  { speaksFor: 'report', weight: 2, words: '不够' },
  { speaksFor: 'chat', weight: 2, words: '谢谢' },
] as const;
const FIELD = { rule: 'words', words: ['贷款'], value: '资金保障', confidence: 0.8 };

/** Why a message was understood as it was. */
export const EVIDENCE: Record<keyof typeof evidence, readonly string[]> = {
  intentLine: [evidence.intentLine({ intent: 'report', rule: 'trouble' })],
  signLines: evidence.signLines(SIGNS),
  caseTitle: [evidence.caseTitle(V)],
  subjectLine: [evidence.subjectLine(V)],
  filedLater: [evidence.filedLater()],
  problemTitle: [evidence.problemTitle({ ...V, n: 2 })],
  correctedLine: [evidence.correctedLine(V)],
  fieldLine: [
    evidence.fieldLine({ ...FIELD, field: 'category' }),
    evidence.fieldLine({ ...FIELD, field: 'phone', rule: 'number', words: ['13800001111'], value: '' }),
    evidence.fieldLine({ ...FIELD, field: 'deadline', rule: 'passedOver', words: ['去年5月'], value: '' }),
  ],
};
