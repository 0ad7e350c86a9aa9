import { dayText, replyWords, said, sentence } from './format.ts';

/** 办结: what is answered to the unit and pushed to the enterprise. */

/** 办理结果 of design.md section 3: how a case ended, whoever ended it. */
export const OUTCOME_TEXT = {
  solved: '已解决',
  partly: '部分解决',
  explained: '解释说明',
  planned: '列入计划',
  redirected: '转法定途径',
  withdrawn: '企业撤回',
  unreachable: '无法联系',
  unable: '暂无法办结',
} as const;

export type OutcomeText = keyof typeof OUTCOME_TEXT;

/** Behind 办结 where the outcome is not the usual one: 办结（部分解决）. */
export const outcomeNote = (outcome: OutcomeText) => (outcome === 'solved' ? '' : `（${OUTCOME_TEXT[outcome]}）`);

/** Only the office sends a case to a court or an arbitrator. */
export const redirectIsOffices = (v: { number: string; at: string }) =>
  [
    `${v.number} 转法定途径由双创双服办公室决定，请退回并写明理由。`,
    replyWords(v.at, [`退回，因为应通过法定途径解决 ${v.number}`]),
  ].join('\n');

const WANTED = {
  result: '办理结果',
  date: '办理日期',
  contact: '联系人和电话',
  evidence: '佐证（文号、凭证名称，或金额和到账日期）',
} as const;

const EXAMPLES = {
  result: '补贴20万元已拨付',
  date: '11月26日办理',
  contact: '联系人 姓名 电话',
  evidence: '佐证：银行回单',
} as const;

type Wanted = keyof typeof WANTED;

/** The one question about an answer that says too little; the unit may still insist. */
export const answerQuestion = (v: {
  number: string;
  wanted: readonly Wanted[];
  points: readonly string[];
  at: string;
}) =>
  [
    `${v.number} 企业会直接看到这条答复，${[wantedText(v.wanted), pointsText(v.points)].filter(Boolean).join('；')}，再发一次。确实只能这样答复的，也可以仍按此办结。`,
    replyWords(v.at, [`已办结，11月26日已拨付补贴20万元，联系人 姓名 电话 ${v.number}`, `仍按此办结 ${v.number}`]),
  ].join('\n');

const wantedText = (wanted: readonly Wanted[]) =>
  wanted.length > 0 ? `请补写${wanted.map((one) => WANTED[one]).join('、')}` : '';

const pointsText = (points: readonly string[]) =>
  points.length > 0 ? `请补写${points.map((point) => `“${said(point, 20)}”`).join('')}怎么办的` : '';

/** What the enterprise would like to read besides; the answer is taken already. */
export const answerWishes = (v: { number: string; wanted: readonly Wanted[]; at: string }) =>
  [
    `方便时请再补一句${v.wanted.map((one) => WANTED[one]).join('、')}，会转给企业。`,
    replyWords(v.at, [`补充 ${v.wanted.map((one) => EXAMPLES[one]).join('，')} ${v.number}`]),
  ].join('\n');

/** What is added to an answer already given. */
export const answerAdded = (v: { number: string; summary: string; unit: string; text: string }) =>
  `${v.number} ${said(v.summary, 30)}：${v.unit}补充答复，${sentence(said(v.text, 200))}`;

export const resolvedNotice = (v: {
  number: string;
  summary: string;
  unit: string;
  text: string;
  outcome: OutcomeText;
  /** Whom to call, where the register knows. */
  contact: { name: string; phone: string | null } | null;
}) =>
  [
    `${v.number} ${said(v.summary, 40)}`,
    `${v.unit}已报办结${outcomeNote(v.outcome)}：${sentence(said(v.text, 200))}`,
    ...(v.contact ? [`联系人：${[v.contact.name, v.contact.phone].filter(Boolean).join(' ')}`] : []),
    '1个工作日后会请您评价；如与实际不符，请届时直接说明。',
  ].join('\n');

export const approvalSent = (v: { number: string; outcome: OutcomeText }) =>
  `${v.number} 已报办结${outcomeNote(v.outcome)}，待办公室审核；是否按期以现在报送的时间为准。`;

export const approvalPending = (v: { number: string }) => `${v.number} 已报办结，办公室正在审核，请等候结果。`;

/** To the office: an answer to approve, and again each morning until it has ruled. */
export const approvalAsked = (v: {
  number: string;
  subject: string;
  summary: string;
  unit: string;
  text: string;
  outcome: OutcomeText;
  evidence: string | null;
  isLate: boolean;
  at: string;
}) =>
  [
    `【${v.isLate ? '办结待审核' : '办结审核'}】${v.number}`,
    `企业：${v.subject}`,
    `问题：${said(v.summary)}`,
    `${v.unit}报办结${outcomeNote(v.outcome)}：${sentence(said(v.text, 200))}`,
    ...(v.evidence ? [`佐证：${sentence(said(v.evidence, 100))}`] : []),
    v.isLate ? '还没有审核，请尽快答复；同意后告知企业并回访。' : '请当日审核；同意后告知企业并回访。',
    replyWords(v.at, [`同意办结 ${v.number}`, `退回重办，因为X ${v.number}`]),
  ].join('\n');

export const approvalRuled = (v: { number: string; granted: boolean }) =>
  v.granted
    ? `${v.number} 已同意办结，结果会告知企业并回访。`
    : `${v.number} 已退回重办，理由已告知承办单位，期限不变。`;

export const closureRuled = (v: {
  number: string;
  summary: string;
  unit: string;
  due: string;
  granted: boolean;
  reason: string | null;
}) =>
  v.granted
    ? `${v.number} ${said(v.summary, 30)}：办公室已同意办结，结果已告知企业。`
    : `${v.number} ${said(v.summary, 30)}：退回重办，请${v.unit}于${dayText(v.due)}前办结。办公室意见：${sentence(said(v.reason ?? '', 200))}`;

export const nothingToApprove = (v: { number: string }) => `${v.number} 没有等待审核的办结。`;
