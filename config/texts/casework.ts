import { dayText, momentDayText, momentText, replyWords, said, sentence } from './format.ts';
import type { NoticeCase } from './notices.ts';

/** 退回, 催办, 补充材料, 不予受理, 转法定途径, 挂账: what is answered and what is pushed. */

export const returnSent = (v: { number: string; until: Date }) =>
  `${v.number} 退回申请已报办公室，将在${momentDayText(v.until)}前裁定；裁定前仍由你单位负责，期限不变。`;

export const returnRuled = (v: { number: string; granted: boolean; unit: string }) =>
  v.granted ? `${v.number} 已同意退回，并转${v.unit}办理。` : `${v.number} 已答复不同意退回，仍由${v.unit}办理。`;

export const returnNeedsUnit = (v: { number: string; at: string }) =>
  [`${v.number} 已同意退回。请指定承办单位。`, replyWords(v.at, [`转给 单位名 ${v.number}`])].join('\n');

/** `left`: how often the enterprise may still urge; null for the office, which may each working day. */
export const urgeSent = (v: { number: string; unit: string; due: string; left: number | null }) =>
  `${v.number} 已催办，${v.unit}会收到提醒，期限${dayText(v.due)}。${v.left === null ? '' : leftText(v.left)}`;

const leftText = (left: number) => (left > 0 ? `还可催办${left}次。` : '催办次数已用完，办公室会继续督办。');

export const infoRequested = (v: { number: string }) => `${v.number} 已请企业补充，企业补充后会转到本群，期限不变。`;

export const caseDeclined = (v: { number: string }) => `${v.number} 已记为不予受理，理由已告知企业。`;

export const caseRedirected = (v: { number: string }) => `${v.number} 已记为转法定途径，去向已告知企业。`;

export const caseSuspended = (v: { number: string; until: string; today: string }) =>
  `${v.number} 已挂账，${dayText(v.until, v.today)}复核，届时提醒办公室，并已告知企业。`;

const head = (title: string, v: NoticeCase) => [
  `【${title}】${v.number}`,
  `企业：${v.subject}`,
  `问题：${said(v.summary)}`,
];

interface Precedent {
  number: string;
  at: Date;
  granted: boolean;
  unit: string | null;
}

/** 类似裁定：BQ-… 同意，转市税务局（11月3日）。 */
const precedentText = (v: Precedent) => {
  const day = momentText(v.at).split(' ')[0];
  const ruling = v.granted ? `同意${v.unit ? `，转${v.unit}` : ''}` : `不同意${v.unit ? `，仍由${v.unit}办理` : ''}`;
  return `${v.number} ${ruling}（${day}）`;
};

export const returnAsked = (
  v: NoticeCase & { unit: string; reason: string; suggests: string | null; alike: readonly Precedent[] },
) =>
  [
    ...head('申请退回', v),
    `${v.unit}申请退回，理由：${sentence(said(v.reason))}`,
    ...(v.alike.length > 0 ? [`类似裁定：${v.alike.map(precedentText).join('；')}。`] : []),
    '请当日裁定；同意的请写明转给哪个单位。',
    replyWords(v.at, [
      `同意退回，转给${v.suggests ? said(v.suggests, 20) : '单位名'} ${v.number}`,
      `不同意退回，因为X ${v.number}`,
    ]),
  ].join('\n');

export const rulingLate = (v: NoticeCase & { unit: string }) =>
  [
    ...head('退回待裁定', v),
    `${v.unit}的退回申请还没有裁定，请尽快答复。`,
    replyWords(v.at, [`同意退回，转给单位名 ${v.number}`, `不同意退回，因为X ${v.number}`]),
  ].join('\n');

export const unassignedLate = (v: NoticeCase) =>
  [
    ...head('责任部门待明确', v),
    '企业还在等待受理，请尽快指定责任部门；指定后即受理，办理期限从那时起算。',
    replyWords(v.at, [`转给 单位名 ${v.number}`, `不予受理，因为X ${v.number}`]),
  ].join('\n');

export const extensionRulingLate = (v: NoticeCase & { unit: string; due: string; to: string; reason: string | null }) =>
  [
    ...head('延期待裁定', v),
    `${v.unit}由${dayText(v.due, v.today)}延期到${dayText(v.to, v.today)}的申请还没有裁定${v.reason ? `，理由：${said(v.reason)}` : ''}。请尽快答复，裁定前期限不变。`,
    replyWords(v.at, [`同意延期 ${v.number}`, `不同意延期 ${v.number}`]),
  ].join('\n');

export const returnRefused = (v: NoticeCase & { unit: string; due: string; reason: string | null }) =>
  `${v.number} ${said(v.summary, 30)}：退回未获同意，请${v.unit}于${dayText(v.due, v.today)}前办结。${v.reason ? `办公室意见：${sentence(said(v.reason))}` : ''}`;

export const urged = (v: NoticeCase & { unit: string; due: string; n: number; byOffice: boolean }) =>
  [
    ...head(`${v.byOffice ? '办公室' : ''}催办第${v.n}次`, v),
    `${v.byOffice ? '办公室' : '企业'}催问办理情况，请${v.unit}回复进展，期限${dayText(v.due, v.today)}。`,
    replyWords(v.at, [`进展 X ${v.number}`, `已办结，X ${v.number}`]),
  ].join('\n');

export const infoAsked = (v: NoticeCase & { unit: string; text: string }) =>
  [
    `【请补充材料】${v.number} ${said(v.summary, 30)}`,
    `${v.unit}：${sentence(said(v.text, 200))}`,
    replyWords(v.at, [`补充 X ${v.number}`]),
  ].join('\n');

export const declined = (v: NoticeCase & { reason: string }) =>
  `${v.number} “${said(v.summary, 30)}”经办公室审核不予受理，理由：${sentence(said(v.reason, 200))}如有疑问请联系市双创双服办公室。`;

export const redirected = (v: NoticeCase & { reason: string }) =>
  `${v.number} “${said(v.summary, 30)}”依法应通过法定途径解决：${sentence(said(v.reason, 200))}如需帮助请联系市双创双服办公室。`;

export const suspended = (v: NoticeCase & { until: string; reason: string }) =>
  `${v.number} “${said(v.summary, 30)}”暂时不具备解决条件，已列入计划挂账，${dayText(v.until, v.today)}复核。原因：${sentence(said(v.reason, 200))}`;

export const reviewDue = (v: NoticeCase & { reason: string }) =>
  [
    ...head('挂账复核', v),
    `当时挂账的原因：${sentence(said(v.reason, 200))}请复核，条件具备的转给承办单位。`,
    replyWords(v.at, [`转给 单位名 ${v.number}`, `挂账到 X月X日，因为X ${v.number}`]),
  ].join('\n');

export const reviewLate = (v: NoticeCase & { until: string }) =>
  [
    ...head('挂账待复核', v),
    `${dayText(v.until, v.today)}已到复核日，还没有复核。条件具备的请转给承办单位，仍不具备的请另定复核日。`,
    replyWords(v.at, [`转给 单位名 ${v.number}`, `挂账到 X月X日，因为X ${v.number}`]),
  ].join('\n');

/** Why one of these was not done. */
export const caseworkRefusals = {
  noReason: (v: { number: string; at: string; example: string }) =>
    [`${v.number} 请写明理由。`, replyWords(v.at, [`${v.example} ${v.number}`])].join('\n'),
  lateReturn: (v: { number: string; until: Date }) =>
    `${v.number} 退回应在交办后1个工作日内提出，已于${momentDayText(v.until)}截止，请继续办理；确有困难请联系办公室。`,
  boundToKeep: (v: { number: string; times: number }) =>
    `${v.number} 已退回${v.times}次，按首接负责制由现承办单位办理，不再退回。`,
  lateTransfer: (v: { number: string; due: string; at: string }) =>
    [
      `${v.number} 已于${dayText(v.due)}到期，超期后承办单位不能自行转办；需要转办的，请联系包联领导或双创双服办公室。请抓紧办理，也可请其他单位协办。`,
      replyWords(v.at, [`进展 X ${v.number}`, `请单位名协办 ${v.number}`]),
    ].join('\n'),
  boundToHandle: (v: { number: string; times: number; at: string }) =>
    [
      `${v.number} 已退回${v.times}次，按首接负责制由现承办单位办理，不能自行转办；需要转办的，请联系包联领导或双创双服办公室。`,
      replyWords(v.at, [`进展 X ${v.number}`, `请单位名协办 ${v.number}`, `申请延期到 X月X日，因为X ${v.number}`]),
    ].join('\n'),
  nothingReturned: (v: { number: string }) => `${v.number} 没有等待裁定的退回申请。`,
  urgedEnough: (v: { number: string; unit: string; due: string }) =>
    `${v.number} 今天已经催办过，或已用完催办次数。${v.unit}正在办理，期限${dayText(v.due)}。`,
  urgedToday: (v: { number: string; unit: string; due: string }) =>
    `${v.number} 办公室今天已经催办过，${v.unit}办理，期限${dayText(v.due)}。`,
  extensionLate: (v: { number: string; until: Date }) =>
    `${v.number} 延期应在到期前1个工作日17:00前申请，已于${momentDayText(v.until)}截止，请按期办结。`,
  extensionsUsed: (v: { number: string; times: number }) => `${v.number} 已申请延期${v.times}次，不能再延。`,
};
