import { filesLine } from './attachments.ts';
import { type RelapseWords, relapseLine } from './links.ts';
import { dayText, replyWords, said } from './format.ts';

/** What is pushed to units, leaders, the office and the enterprise. Every text about a case contains its number. */

export interface NoticeCase {
  number: string;
  subject: string;
  summary: string;
  category: string;
  /** Masked unless the reader may see it whole. */
  contact: string | null;
  wished: string | null;
  /** Another company that the report names. */
  respondent: string | null;
  /** 复发: when the like case before it was written off. */
  relapseOf: RelapseWords | null;
  /** Pictures and files that came with it, counted. */
  files: string | null;
  at: string;
  /** The day on which it is read: days of another year are told with theirs. */
  today: string;
}

const body = (v: NoticeCase) => [
  `企业：${v.subject}`,
  ...(v.respondent ? [`涉及单位：${said(v.respondent, 40)}`] : []),
  `问题：${said(v.summary)}`,
  `类别：${v.category}`,
  ...(v.contact ? [`联系人：${v.contact}`] : []),
  ...(v.wished ? [`企业希望的期限：${v.wished}`] : []),
  ...(v.files ? [filesLine({ files: v.files })] : []),
  ...(v.relapseOf ? [relapseLine(v.relapseOf)] : []),
];

export function assigned(v: NoticeCase & { unit: string; due: string; urgent: boolean }): string {
  return [
    `【交办】${v.number}${v.urgent ? '（紧急）' : ''}`,
    ...body(v),
    `请${v.unit}于${dayText(v.due, v.today)}前办结。`,
    replyWords(v.at, [`收到 ${v.number}`, `转给 单位名 ${v.number}`, `3个工作日内办结 ${v.number}`]),
  ].join('\n');
}

export function transferred(v: NoticeCase & { unit: string; from: string; due: string }): string {
  return [
    `【转办】${v.number}`,
    ...body(v),
    `由${v.from}转来，请${v.unit}于${dayText(v.due, v.today)}前办结。`,
    replyWords(v.at, [`收到 ${v.number}`, `转给 单位名 ${v.number}`, `3个工作日内办结 ${v.number}`]),
  ].join('\n');
}

/** The enterprise's answers stay with the office (design.md section 4, Survey), so the reason names none of them. */
export function reworked(v: NoticeCase & { unit: string; due: string }): string {
  return [
    `【需继续办理】${v.number}`,
    ...body(v),
    `按办理规则，该问题需继续办理，请${v.unit}于${dayText(v.due, v.today)}前办结。`,
    replyWords(v.at, [`收到 ${v.number}`]),
  ].join('\n');
}

export function leaderInformed(v: NoticeCase & { unit: string; due: string }): string {
  return [
    `【包联企业问题】${v.number}`,
    ...body(v),
    `已交${v.unit}办理，期限${dayText(v.due, v.today)}。`,
    replyWords(v.at, [`收到 ${v.number}`, `转给 单位名 ${v.number}`, `进度 ${v.number}`]),
  ].join('\n');
}

export function unassigned(v: NoticeCase): string {
  return [
    `【待明确责任部门】${v.number}`,
    ...body(v),
    '该企业尚未登记责任部门，请办公室指定。',
    replyWords(v.at, [`转给 单位名 ${v.number}`]),
  ].join('\n');
}

export function movedOn(v: { number: string; subject: string; to: string }): string {
  return `${v.number} ${v.subject}的问题已转${v.to}办理，你单位不需再办。`;
}

export function committed(v: { number: string; unit: string; due: string; today: string }): string {
  return `${v.number} ${v.unit}承诺${dayText(v.due, v.today)}前办结。`;
}

export function extensionAsked(
  v: NoticeCase & { unit: string; due: string; to: string; reason: string | null },
): string {
  return [
    `【申请延期】${v.number}`,
    `企业：${v.subject}`,
    `问题：${said(v.summary)}`,
    `${v.unit}申请由${dayText(v.due, v.today)}延期到${dayText(v.to, v.today)}${v.reason ? `，理由：${said(v.reason)}` : '，未写理由'}。`,
    replyWords(v.at, [`同意延期 ${v.number}`, `不同意延期 ${v.number}`]),
  ].join('\n');
}

export function extensionGranted(v: {
  number: string;
  summary: string;
  unit: string;
  to: string;
  today: string;
}): string {
  return `${v.number} ${said(v.summary, 30)}：经办公室同意，${v.unit}的办理期限延至${dayText(v.to, v.today)}。`;
}

export function extensionRefused(v: {
  number: string;
  summary: string;
  unit: string;
  due: string;
  today: string;
  reason: string | null;
}): string {
  const why = v.reason ? `办公室意见：${said(v.reason)}。` : '';
  return `${v.number} ${said(v.summary, 30)}：延期申请未获同意，请${v.unit}仍于${dayText(v.due, v.today)}前办结。${why}`;
}

export function supplementedNotice(v: { number: string; subject: string; text: string }): string {
  return `${v.number} ${v.subject}补充：${said(v.text)}`;
}

export function withdrawnNotice(v: { number: string; subject: string; summary: string }): string {
  return `${v.number} ${v.subject}已撤回“${said(v.summary, 30)}”，不需再办理。`;
}

export function restoredNotice(v: {
  number: string;
  subject: string;
  summary: string;
  unit: string;
  due: string;
  today: string;
}): string {
  return `${v.number} ${v.subject}撤回后又要求继续办理“${said(v.summary, 30)}”，请${v.unit}仍于${dayText(v.due, v.today)}前办结。`;
}

/** 代报 is told to the enterprise it was reported for, which may not agree. */
export function reportedForYou(v: NoticeCase): string {
  return [
    `【代报告知】${v.number} 包联工作人员已代贵企业反映：`,
    ...body(v),
    '如与实际不符，请更正或撤回。',
    replyWords(v.at, [`补充 X ${v.number}`, `撤回 ${v.number}`]),
  ].join('\n');
}

export function closedNotice(v: { number: string; subject: string; summary: string }): string {
  return `${v.number} ${v.subject}反映的“${said(v.summary, 30)}”，经企业回访确认，已销号。`;
}

export function phoneCall(v: {
  number: string;
  subject: string;
  contact: string | null;
  why: 'noWay' | 'expired' | 'dissatisfied';
}): string {
  const why = {
    noWay: '没有可用的回访渠道',
    expired: '回访到期未答复',
    dissatisfied: '回访评价为不满意，须在1个工作日内联系',
  }[v.why];
  return `【电话回访】${v.number} ${v.subject}：${why}${v.contact ? `，联系人：${v.contact}` : ''}。`;
}

export function surveyDisputedOffice(v: { number: string; subject: string }): string {
  return `【回访答复不一致】${v.number} ${v.subject}先后两次的回访答复不同，以首次为准，请电话核实。`;
}
