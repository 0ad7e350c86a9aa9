import { A_PHOTO } from './a-photo.ts';
import type { CaseEvent, EventType, Happening } from '../../src/domain/event.ts';
import { NO_ORIGIN } from '../../src/domain/links.ts';
import { HEARD, NUMBER } from './case-factory.ts';
import { shanghai } from './world-factory.ts';

const rating = { resolved: 'yes', onTime: 'yes', score: 4 } as const;
const unit = { id: 'u-rsj', name: '市人社局' };

/** One happening of each type; a new type that is missing here does not compile. */
const SAMPLES: { [T in EventType]: Extract<Happening, { type: T }> } = {
  snoozed: { type: 'snoozed', who: 'unit', until: '2026-11-26' },
  unitAsked: { type: 'unitAsked' },
  dueSet: { type: 'dueSet', dueDay: '2026-12-02', caseDueDay: '2026-12-02', supports: [] },
  leaderChanged: { type: 'leaderChanged', leader: 'CORP/chenjing', from: 'CORP/zhangming' },
  rulesSet: {
    type: 'rulesSet',
    rulesVersion: 2,
    grade: 'general',
    caseDueDay: '2026-12-03',
    leg: { dueDay: '2026-12-03', termWorkdays: 7 },
    supports: [],
  },
  drafted: {
    type: 'drafted',
    number: NUMBER,
    subject: { id: 's-shenghong', name: '涿州市盛弘机械有限责任公司' },
    heard: HEARD,
    onBehalf: false,
    respondent: null,
    origin: NO_ORIGIN,
    summary: '技改贷款批不下来',
    text: '我们的技改贷款批不下来',
    category: '资金保障',
    urgency: 'normal',
    contact: null,
    phone: null,
    wished: null,
    reporter: { person: 'wwSUPPLIER/wangqiang', chat: 'c-shenghong', botChatid: 'wrShenghong' },
  },
  categoryCorrected: { type: 'categoryCorrected', category: '用工社保', taught: false },
  wishCorrected: { type: 'wishCorrected', wished: { day: '2026-12-10', expr: '12月10日前' } },
  attached: {
    type: 'attached',
    files: [A_PHOTO],
  },
  supplemented: { type: 'supplemented', text: '设备型号为X200' },
  withdrawn: { type: 'withdrawn' },
  undone: {
    type: 'undone',
    what: 'categoryCorrected',
    before: {
      status: 'assigned',
      category: '资金保障',
      confidential: false,
      wished: null,
      extension: null,
      giveBack: null,
    },
  },
  accepted: { type: 'accepted', grade: 'general', leader: 'CORP/zhangming', rulesVersion: 1, dueDay: '2026-12-01' },
  assigned: { type: 'assigned', unit, termWorkdays: 5, dueDay: '2026-12-01' },
  signed: { type: 'signed' },
  transferred: { type: 'transferred', unit, termWorkdays: 5, dueDay: '2026-12-01', reason: null },
  committed: { type: 'committed', dueDay: '2026-11-27' },
  returnAsked: { type: 'returnAsked', reason: '不属于本局职责', suggests: '市人社局', alike: [] },
  returnGranted: { type: 'returnGranted', reason: null },
  returnRefused: { type: 'returnRefused', reason: null },
  rulingReminded: { type: 'rulingReminded', day: '2026-11-26' },
  supportAsked: {
    type: 'supportAsked',
    kind: 'help',
    unit,
    task: '提供社保证明',
    termWorkdays: 3,
    dueDay: '2026-12-02',
    promised: false,
  },
  supportSigned: { type: 'supportSigned', leg: 2 },
  supportProgressed: { type: 'supportProgressed', leg: 2, text: '正在核对' },
  supportDone: { type: 'supportDone', leg: 2, text: '证明已开具' },
  supportReminded: {
    type: 'supportReminded',
    leg: 2,
    day: '2026-11-30',
    dueVersion: 1,
    stages: ['eve'],
    card: 'yellow',
  },
  pauseAsked: { type: 'pauseAsked', until: '2026-11-30', reason: '等省厅批复' },
  pauseRefused: { type: 'pauseRefused', reason: null },
  paused: { type: 'paused', until: '2026-11-30', reason: '等省厅批复', dueDay: '2026-12-02', supports: [] },
  resumed: { type: 'resumed', lastDay: '2026-11-27', dueDay: '2026-12-01', supports: [] },
  urged: { type: 'urged', n: 1 },
  infoAsked: { type: 'infoAsked', text: '请补充合同' },
  declined: { type: 'declined', reason: '已进入诉讼程序' },
  redirected: { type: 'redirected', reason: '应由劳动仲裁处理' },
  suspended: { type: 'suspended', until: '2027-03-31', reason: '等省里下达指标' },
  reviewDue: { type: 'reviewDue' },
  merged: { type: 'merged', into: 'BQ-2026-000045' },
  absorbed: { type: 'absorbed', from: 'BQ-2026-000045', text: '厂区电压不稳' },
  extensionAsked: { type: 'extensionAsked', to: '2026-12-04', reason: null },
  extensionGranted: { type: 'extensionGranted', to: '2026-12-04' },
  extensionRefused: { type: 'extensionRefused', reason: null },
  progressed: { type: 'progressed', text: '已联系银行' },
  reminded: { type: 'reminded', day: '2026-11-27', dueVersion: 1, stages: ['eve'], card: 'yellow' },
  supervised: { type: 'supervised', order: 'DB-2026-000123-1' },
  orderReceived: { type: 'orderReceived' },
  escalated: { type: 'escalated' },
  resolved: {
    type: 'resolved',
    text: '资金昨天到账',
    outcome: 'solved',
    evidence: null,
    doubtful: false,
    inTerm: true,
  },
  approvalAsked: {
    type: 'approvalAsked',
    answer: { text: '省里指标还没有下达', outcome: 'unable', evidence: null, doubtful: false },
    inTerm: true,
  },
  approvalRefused: { type: 'approvalRefused', reason: '没有写明何时下达' },
  approvalReminded: { type: 'approvalReminded', day: '2026-11-26' },
  answerQuestioned: { type: 'answerQuestioned', text: '已处理', outcome: 'solved' },
  evidenceAdded: { type: 'evidenceAdded', text: '银行回单' },
  surveyInvited: { type: 'surveyInvited' },
  surveyReminded: { type: 'surveyReminded', n: 1 },
  surveyAnswered: { type: 'surveyAnswered', rating },
  surveyAskedAgain: { type: 'surveyAskedAgain' },
  surveyDisputed: { type: 'surveyDisputed', rating },
  surveyExpired: { type: 'surveyExpired' },
  reopened: { type: 'reopened', termWorkdays: 5, dueDay: '2026-12-01' },
  closed: { type: 'closed', followUp: false },
};

/** Every event type. */
export const EVENT_TYPES = Object.values(SAMPLES).map((sample) => sample.type);

/** An event of a type, as somebody made it happen. */
export function anEvent(type: EventType, at = '2026-11-27 10:00'): CaseEvent {
  const frame = { at: shanghai(at), recordedAt: shanghai(at), source: `${type}@${at}`, by: 'CORP/lihua', effects: [] };
  return { ...frame, ...SAMPLES[type] };
}
