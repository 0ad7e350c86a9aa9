import * as ledger from '../../config/texts/unit-ledger.ts';
import * as casework from '../../config/texts/casework.ts';
import * as confidential from '../../config/texts/confidential.ts';
import * as evidence from '../../config/texts/evidence.ts';
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
  unassignedLate: [casework.unassignedLate({ ...V, contact: null, wished: null })],
  extensionRulingLate: [casework.extensionRulingLate(V), casework.extensionRulingLate({ ...V, reason: null })],
  returnRefused: [casework.returnRefused(V), casework.returnRefused({ ...V, reason: null })],
  urged: [true, false].map((byOffice) => casework.urged({ ...V, n: 2, byOffice })),
  infoAsked: [casework.infoAsked(V)],
  declined: [casework.declined(V)],
  redirected: [casework.redirected(V)],
  suspended: [casework.suspended({ ...V, until: V.day })],
  reviewDue: [casework.reviewDue(V)],
  reviewLate: [casework.reviewLate({ ...V, until: V.day })],
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
  escalated: [null, 3].map((moves) => supervision.escalated({ ...V, reworks: 3, moves })),
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
  lateTransfer: [caseworkRefusals.lateTransfer({ ...V, due: '2026-12-01' })],
  boundToHandle: [caseworkRefusals.boundToHandle({ ...V, times: 2 })],
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

/** What the office alone sees. */
export const CONFIDENTIAL = {
  caseOpened: [true, false].map((isOffices) =>
    confidential.caseOpened({
      ...V,
      category: '资金保障',
      secret: '营商作风',
      officeHas: isOffices,
      suggests: isOffices ? null : V.unit,
    }),
  ),
  category: [confidential.confidentialRefusals.category(V)],
  transfer: [confidential.confidentialRefusals.transfer({ ...V, category: '营商作风' })],
} satisfies Record<string, readonly string[]>;
