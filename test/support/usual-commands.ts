import { A_PHOTO } from './a-photo.ts';
import type { CommandType, Wish } from '../../src/domain/command.ts';
import type { ProblemReading } from '../../src/domain/understand/reading.ts';
import { readingOf } from './reading-of.ts';
import type { Part } from './world-factory.ts';

/** The number of every case that a factory builds unless told otherwise. */
export const NUMBER = 'BQ-2026-000123';

/** The number of another case of the same subject. */
export const OTHER_NUMBER = 'BQ-2026-000045';

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

/** The case that commands are about. */
export const caseId = 'inbox-1#0';
/** The first problem of the first message. */
export const HEARD = { inbox: 'inbox-1', problem: 0 };

const SHENGHONG = { id: 's-shenghong', name: '涿州市盛弘机械有限责任公司' };

const NEW_YEARS_EVE = { day: '2026-12-31', worked: false, name: '元旦' };

/** What each command says when a test does not care, and who says it. */
export const USUAL: { [T in CommandType]: { by: Part; wish: Extract<Wish, { type: T }> } } = {
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
  attach: { by: 'reporter', wish: { type: 'attach', caseId, files: [A_PHOTO] } },
  supplement: { by: 'reporter', wish: { type: 'supplement', caseId, text: '设备型号为X200' } },
  accept: { by: 'handler', wish: { type: 'accept', caseId } },
  transfer: { by: 'handler', wish: { type: 'transfer', caseId, unitName: '市人社局', reason: null } },
  giveBack: {
    by: 'handler',
    wish: { type: 'giveBack', caseId, reason: '不属于本局职责', unitName: '市人社局' },
  },
  ruleReturn: { by: 'office', wish: { type: 'ruleReturn', caseId, granted: true, reason: null, unitName: null } },
  support: {
    by: 'handler',
    wish: {
      type: 'support',
      caseId,
      kind: 'help',
      unitName: '市人社局',
      day: null,
      dated: false,
      task: '提供社保证明',
    },
  },
  supportDone: { by: 'otherHandler', wish: { type: 'supportDone', caseId, text: '证明已开具' } },
  pause: { by: 'handler', wish: { type: 'pause', caseId, until: '2026-11-27', reason: '等省厅批复' } },
  rulePause: { by: 'office', wish: { type: 'rulePause', caseId, granted: true, reason: null } },
  resumeWork: { by: 'handler', wish: { type: 'resumeWork', caseId } },
  ruleClosure: { by: 'office', wish: { type: 'ruleClosure', caseId, granted: true, reason: null } },
  urge: { by: 'reporter', wish: { type: 'urge', caseId } },
  snooze: { by: 'handler', wish: { type: 'snooze', caseId, until: '2026-11-25' } },
  askInfo: { by: 'handler', wish: { type: 'askInfo', caseId, text: '请企业补充设备购置合同' } },
  decline: { by: 'office', wish: { type: 'decline', caseId, reason: '已进入诉讼程序' } },
  redirect: { by: 'office', wish: { type: 'redirect', caseId, reason: '应由劳动仲裁处理' } },
  suspend: { by: 'office', wish: { type: 'suspend', caseId, until: '2027-03-31', reason: '等省里下达指标' } },
  merge: { by: 'office', wish: { type: 'merge', caseId, into: OTHER_NUMBER } },
  absorb: { by: 'office', wish: { type: 'absorb', caseId, from: OTHER_NUMBER } },
  split: {
    by: 'office',
    wish: { type: 'split', number: OTHER_NUMBER, from: NUMBER, problem: aProblem(), heard: HEARD },
  },
  phoneSurvey: {
    by: 'office',
    wish: { type: 'phoneSurvey', caseId, rating: { resolved: 'yes', onTime: 'yes', score: 4 } },
  },
  commit: {
    by: 'handler',
    wish: { type: 'commit', caseId, day: '2026-11-27', named: false, said: '3个工作日内', reason: null },
  },
  extend: { by: 'handler', wish: { type: 'extend', caseId, to: '2026-12-04', reason: '银行还在审批' } },
  rule: { by: 'office', wish: { type: 'rule', caseId, granted: true, reason: null } },
  progress: { by: 'handler', wish: { type: 'progress', caseId, text: '已联系银行' } },
  resolve: { by: 'handler', wish: { type: 'resolve', caseId, text: '资金昨天到账', outcome: 'solved' } },
  answerSurvey: {
    by: 'reporter',
    wish: { type: 'answerSurvey', caseId, rating: { resolved: 'yes', onTime: 'yes', score: 4 } },
  },
  instruct: {
    by: 'office',
    wish: {
      type: 'instruct',
      kind: 'letter',
      number: 'TX-2026-000001',
      caseId: null,
      unitName: '市工信局',
      text: '本月3件逾期',
      day: null,
      saidDay: false,
    },
  },
  receive: { by: 'handler', wish: { type: 'receive', instruction: 'TX-2026-000001' } },
  fulfil: { by: 'handler', wish: { type: 'fulfil', instruction: 'TX-2026-000001', text: '已逐件约谈科室' } },
  withdrawInstruction: {
    by: 'office',
    wish: { type: 'withdrawInstruction', instruction: 'TX-2026-000001', reason: '发错单位' },
  },
  redateInstruction: {
    by: 'office',
    wish: { type: 'redateInstruction', instruction: 'TX-2026-000001', day: '2026-12-04' },
  },
  bind: { by: 'office', wish: { type: 'bind', code: 'K7Q2', name: '盛弘机械', botChatid: 'wrNew' } },
  handOver: { by: 'office', wish: { type: 'handOver', from: '张明', to: '刘洋', day: null, said: null } },
  settleHandOver: {
    by: 'office',
    wish: { type: 'settleHandOver', from: 'CORP/zhangming', to: 'CORP/liuyang', day: '2026-11-24' },
  },
  confirmHandOver: { by: 'leader', wish: { type: 'confirmHandOver' } },
  history: { by: 'office', wish: { type: 'history', name: '盛弘机械' } },
  admit: { by: 'office', wish: { type: 'admit', code: 'K7M2PQ', name: '盛弘机械' } },
  turnAway: { by: 'office', wish: { type: 'turnAway', code: 'K7M2PQ', reason: null } },
  inspect: { by: 'office', wish: { type: 'inspect', reading: readingOf('subject', '变压器容量不够，请协调') } },
  visit: {
    by: 'leader',
    wish: { type: 'visit', subject: SHENGHONG, day: '2026-11-24', who: '', text: '没有发现问题', found: [] },
  },
  visitLog: { by: 'leader', wish: { type: 'visitLog', subject: SHENGHONG } },
  withdrawVisit: { by: 'leader', wish: { type: 'withdrawVisit', subject: SHENGHONG } },
  changeCalendar: { by: 'office', wish: { type: 'changeCalendar', change: { days: [NEW_YEARS_EVE] } } },
  setCalendar: { by: 'office', wish: { type: 'setCalendar', change: { days: [NEW_YEARS_EVE] } } },
  query: { by: 'reporter', wish: { type: 'query', what: 'progress', caseId } },
  say: { by: 'stranger', wish: { type: 'say', text: '您好' } },
};
