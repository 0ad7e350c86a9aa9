import * as answers from '../../config/texts/answers.ts';
import * as office from '../../config/texts/office.ts';
import * as digests from '../../config/texts/digest.ts';
import * as notices from '../../config/texts/notices.ts';
import * as receipts from '../../config/texts/receipts.ts';
import { NUMBER } from './case-factory.ts';
import { OTHER_NUMBER } from './usual-commands.ts';
import { shanghai } from './world-factory.ts';

/** Everything that any text asks for, as a real case gives it. */
export const V = {
  number: NUMBER,
  subject: '涿州市盛弘机械有限责任公司',
  summary: '技改贷款批不下来，设备款月底要付',
  category: '资金保障',
  status: '办理中',
  unit: '市工信局',
  from: '市人社局',
  to: '2026-12-04',
  due: '2026-12-01',
  day: '2026-12-04',
  today: '2026-11-24',
  wished: '5天内，即11月29日（周日）',
  contact: '王强 138****1111',
  reason: '银行还在审批',
  text: '资金昨天到账',
  at: '@帮企通 ',
  example: NUMBER,
  code: 'K7Q2',
  chat: '盛弘机械包联群',
  chatName: '盛弘机械包联群',
  owner: '涿州市盛弘机械有限责任公司',
  person: 'wangqiang',
  what: '撤回',
  who: '责任部门或专班、包联领导',
  why: '没有可用的渠道',
  said: '杂事',
  name: '某某公司',
  minutes: 10,
  urgent: false,
  onBehalf: false,
  respondent: '某某建设集团有限公司',
  files: '2张图片、1个文件',
  relapseOf: { number: OTHER_NUMBER, closedOn: '2026-11-03', n: 2 },
  akinTo: OTHER_NUMBER,
  unsure: false,
  taught: true,
  notes: ['现在是非工作时间，责任部门自11月25日（周三）08:30起办理。'],
  expr: '11月31日前',
  next: shanghai('2026-11-25 08:30'),
  again: false,
};

/** The same with everything left out that may be missing. */
const BARE = {
  ...V,
  onBehalf: true,
  respondent: null,
  relapseOf: null,
  files: null,
  unsure: true,
  taught: false,
  notes: [],
  unit: null,
  wished: null,
  contact: null,
  reason: null,
  last: null,
};

const line = answers.caseLine({ ...V, near: '明天到期' });
const last = { at: shanghai('2026-11-25 15:20'), text: '已联系银行' };
const result = { outcome: 'partly', text: '首批款项已到账' } as const;
const counted = [
  { day: '2026-11-27', n: 1 },
  { day: '2026-11-28', n: null },
];
const clock = {
  name: '企业时限',
  from: last.at,
  fromDay: '2026-11-25',
  rule: '5个工作日，受理次日起算',
  ends: last.at,
  counted,
};

/** What the enterprise hears, by text; a new text that is missing here does not compile. */
export const RECEIPTS: Record<keyof typeof receipts, readonly string[]> = {
  reportReceived: [receipts.reportReceived(V), receipts.reportReceived({ ...BARE, at: '' })],
  receiptNotes: [receipts.receiptNotes.impossible(V), receipts.receiptNotes.afterHours(V)],
  confidentialReceived: [receipts.confidentialReceived(V)],
  reportAccepted: [receipts.reportAccepted(V)],
  waitsForUnit: [receipts.waitsForUnit(V)],
  alreadyAccepted: [receipts.alreadyAccepted(V)],
  categoryCorrected: [receipts.categoryCorrected(V), receipts.categoryCorrected({ ...BARE, at: '' })],
  wishCorrected: [receipts.wishCorrected(V)],
  supplemented: [receipts.supplemented(V)],
  withdrawn: [receipts.withdrawn(V)],
  undone: (['withdrawn', 'categoryCorrected', 'wishCorrected'] as const).map((what) => receipts.undone({ ...V, what })),
  progress: [receipts.progress({ ...V, last, result }), receipts.progress({ ...BARE, due: null, result: null })],
  surveyThanks: (['closed', 'reopened', 'followUp', 'noted'] as const).map((outcome) =>
    receipts.surveyThanks({ ...V, outcome }),
  ),
  surveyMissing: [receipts.surveyMissing({ ...V, missing: ['是否按期', '是否满意'], example: '按期 满意' })],
  surveyLocked: [receipts.surveyLocked(V)],
  surveyQuestions: [receipts.surveyQuestions(V), receipts.surveyQuestions({ ...V, again: true })],
  surveyNudge: [receipts.surveyNudge(V), receipts.surveyNudge({ ...V, again: true })],
};

/** Reminders, and what is folded with them. */
export const DIGESTS: Record<keyof typeof digests, readonly string[]> = {
  nearness: [digests.nearness({ ...V, today: '2026-11-27', tomorrow: '2026-11-28', workdaysLeft: 2, workdaysOver: 0 })],
  reminderLine: ['', '【黄牌】'].map((card) => digests.reminderLine({ ...V, near: '明天到期', card })),
  digest: [digests.digest({ ...V, lines: [line, line] })],
  folded: [digests.folded({ ...V, entries: [notices.committed(V), notices.movedOn({ ...V, to: V.unit })] })],
};

/** What is pushed about cases and around them. */
export const NOTICES: Record<keyof typeof notices, readonly string[]> = {
  assigned: [
    notices.assigned(V),
    notices.assigned({ ...V, contact: null, wished: null, relapseOf: null, urgent: true }),
  ],
  transferred: [notices.transferred(V)],
  reworked: [notices.reworked(V)],
  leaderInformed: [notices.leaderInformed(V)],
  unassigned: [notices.unassigned({ ...V, contact: null, wished: null })],
  movedOn: [notices.movedOn({ ...V, to: '市人社局' })],
  committed: [notices.committed(V)],
  extensionAsked: [notices.extensionAsked(V), notices.extensionAsked({ ...V, reason: null })],
  extensionGranted: [notices.extensionGranted(V)],
  extensionRefused: [notices.extensionRefused(V), notices.extensionRefused({ ...V, reason: null })],
  supplementedNotice: [notices.supplementedNotice(V)],
  restoredNotice: [notices.restoredNotice(V)],
  reportedForYou: [notices.reportedForYou(V), notices.reportedForYou({ ...V, contact: null, wished: null })],
  withdrawnNotice: [notices.withdrawnNotice(V)],
  closedNotice: [notices.closedNotice(V)],
  phoneCall: (['noWay', 'expired', 'dissatisfied'] as const).flatMap((why) => [
    notices.phoneCall({ ...V, why }),
    notices.phoneCall({ ...V, contact: null, why }),
  ]),
  surveyDisputedOffice: [notices.surveyDisputedOffice(V)],
};

/** What the office is told about messages. */
export const OFFICE: Record<keyof typeof office, readonly string[]> = {
  failedMessageOffice: [office.failedMessageOffice(V)],
  unfiledReportOffice: [office.unfiledReportOffice(V)],
  strangerReportedOffice: [office.strangerReportedOffice(V)],
};

/** What units, leaders and the office are answered. */
export const ANSWERS: Record<Exclude<keyof typeof answers, 'refusals'>, readonly string[]> = {
  signed: [answers.signed(V)],
  alreadySigned: [answers.alreadySigned(V)],
  transferDone: [answers.transferDone(V)],
  commitDone: [answers.commitDone(V)],
  extensionSent: [answers.extensionSent(V)],
  ruled: [answers.ruled({ ...V, granted: true }), answers.ruled({ ...V, granted: false })],
  progressNoted: [answers.progressNoted(V)],
  resolveDone: (['solved', 'unable'] as const).map((outcome) => answers.resolveDone({ ...V, outcome })),
  caseLine: [line, answers.caseLine({ ...BARE, subject: null, due: null, near: null })],
  caseList: [answers.caseList({ title: '待办', lines: [line], more: 2, none: '' })],
  officeSections: [answers.officeSections([line, line])],
  policyQuestion: [answers.policyQuestion(V), answers.policyQuestion(BARE)],
  heldGroupLine: [answers.heldGroupLine(V)],
  unknownYear: [answers.unknownYear({ year: 2028 })],
  basis: [answers.basis({ ...V, clocks: [clock] }), answers.basis({ ...V, clocks: [] })],
  help: [[], ['subject'], ['leader', 'unit'], ['office', 'admin']].map((roles) => answers.help({ ...V, roles })),
  bound: [answers.bound(V)],
  askBinding: [answers.askBinding(V)],
  unavailable: [answers.unavailable],
};

const { refusals } = answers;

/** Why something was not done. */
export const REFUSALS: Record<keyof typeof refusals, readonly string[]> = {
  stranger: [refusals.stranger],
  notFound: [refusals.notFound(NUMBER)],
  askPrivately: [refusals.askPrivately(V)],
  notYours: [refusals.notYours(V), refusals.notYours({ ...V, unit: '市人社局' })],
  notAmongOutsiders: [refusals.notAmongOutsiders({ ...V, word: '待办' })],
  noCase: [refusals.noCase({ ...V, example: '进度' })],
  whichCase: [refusals.whichCase({ ...V, lines: [line], word: '收到' })],
  wrongStatus: [refusals.wrongStatus(V)],
  unknownCategory: [refusals.unknownCategory({ ...V, categories: ['资金保障', '其他'] })],
  unknownUnit: [
    refusals.unknownUnit({ ...V, candidates: [] }),
    refusals.unknownUnit({ ...V, candidates: ['市人社局', '涿州市人社局'] }),
  ],
  sameUnit: [refusals.sameUnit(V)],
  badDate: [refusals.badDate({ ...V, example: '改期限 5个工作日内' })],
  dayOff: [refusals.dayOff({ ...V, example: '申请延期到 12月7日，因为X' })],
  noText: [refusals.noText({ ...V, example: '进展 已联系银行' })],
  noExtension: [refusals.noExtension(V)],
  noSubject: [refusals.noSubject(V)],
  whichSubject: [true, false].map((forbidden) =>
    refusals.whichSubject({ ...V, names: ['盛弘机械', '盛虹机械'], forbidden }),
  ),
  nothingToFile: [refusals.nothingToFile(V)],
  nothingToUndo: [refusals.nothingToUndo(V)],
  noReading: [refusals.noReading(V)],
  unknownCode: [refusals.unknownCode(V)],
  unknownOwner: [refusals.unknownOwner(V)],
  surveyNotOpen: [refusals.surveyNotOpen(V)],
  notInThisVersion: [refusals.notInThisVersion(V)],
  failed: [refusals.failed],
  fallback: [refusals.fallback(V)],
};
