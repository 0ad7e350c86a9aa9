import { dayText, replyWords, said, sentence } from './format.ts';
import type { NoticeCase } from './notices.ts';

/** 暂停 of a unit's clock: asked for, ruled on, begun and over. The enterprise's own term is never paused, and it is told so. */

export const pauseSent = (v: { number: string; until: string; due: string; today: string }) =>
  `${v.number} 暂停到${dayText(v.until, v.today)}的申请已报办公室，批准前仍按${dayText(v.due, v.today)}办理。`;

export const pauseBegun = (v: { number: string; until: string; today: string }) =>
  `${v.number} 已暂停到${dayText(v.until, v.today)}，次个工作日自动恢复，已告知企业和承办单位，企业的总期限不变。`;

export const pauseNotAllowed = (v: { number: string; due: string; today: string }) =>
  `${v.number} 已答复不同意暂停，期限仍为${dayText(v.due, v.today)}。`;

export const resumeDone = (v: { number: string; unit: string; due: string; today: string }) =>
  `${v.number} 已恢复办理，请${v.unit}于${dayText(v.due, v.today)}前办结。`;

export const pauseAsked = (v: NoticeCase & { unit: string; until: string; reason: string }) =>
  [
    `【申请暂停】${v.number}`,
    `企业：${v.subject}`,
    `问题：${said(v.summary)}`,
    `${v.unit}申请暂停到${dayText(v.until, v.today)}，理由：${sentence(said(v.reason))}`,
    replyWords(v.at, [`同意暂停 ${v.number}`, `不同意暂停，因为X ${v.number}`]),
  ].join('\n');

export const pauseRulingLate = (v: NoticeCase & { unit: string; until: string }) =>
  [
    `【暂停待裁定】${v.number} ${v.subject}`,
    `${v.unit}暂停到${dayText(v.until, v.today)}的申请还没有裁定，请尽快答复；裁定前期限照算。`,
    replyWords(v.at, [`同意暂停 ${v.number}`, `不同意暂停，因为X ${v.number}`]),
  ].join('\n');

export const pauseRefused = (v: NoticeCase & { unit: string; due: string; reason: string | null }) =>
  `${v.number} ${said(v.summary, 30)}：暂停申请未获同意，请${v.unit}仍于${dayText(v.due, v.today)}前办结。${v.reason ? `办公室意见：${sentence(said(v.reason))}` : ''}`;

export const paused = (v: NoticeCase & { unit: string; until: string; reason: string; caseDue: string | null }) =>
  `${v.number} “${said(v.summary, 30)}”经办公室同意，${v.unit}暂停办理到${dayText(v.until, v.today)}，原因：${sentence(said(v.reason, 200))}恢复办理时再告知${v.caseDue ? `；对企业的总期限${dayText(v.caseDue, v.today)}不变` : ''}。`;

export const resumed = (v: NoticeCase & { unit: string; due: string }) =>
  `${v.number} “${said(v.summary, 30)}”已恢复办理，${v.unit}的期限为${dayText(v.due, v.today)}。`;

/** A line under 进度 while a case is paused. */
export const pausedLine = (v: { until: string; reason: string; today: string }) =>
  `暂停到${dayText(v.until, v.today)}，原因：${sentence(said(v.reason))}`;

/** Why one of these was not done. */
export const pauseRefusals = {
  late: (v: { number: string; due: string }) =>
    `${v.number} 暂停应在到期前1个工作日提出，承办期限是${dayText(v.due)}，请按期办结。`,
  used: (v: { number: string; times: number }) => `${v.number} 已暂停${v.times}次，不能再暂停。`,
  spent: (v: { number: string; workdays: number }) =>
    `${v.number} 累计可暂停的${v.workdays}个工作日已用完，不能再暂停。`,
  noWorkday: (v: { number: string; until: string }) => `${v.number} 到${dayText(v.until)}之间没有工作日，不需要暂停。`,
  tooLong: (v: { number: string; workdays: number; left: number; latest: string }) =>
    `${v.number} 一个环节累计最多暂停${v.workdays}个工作日，还可暂停${v.left}个工作日，最晚到${dayText(v.latest)}。`,
  lapsed: (v: { number: string; until: string }) =>
    `${v.number} 申请暂停到的${dayText(v.until)}已经过去，请另定日期，或答复不同意暂停。`,
  nothingAsked: (v: { number: string }) => `${v.number} 没有等待裁定的暂停申请。`,
  notPaused: (v: { number: string }) => `${v.number} 目前没有暂停，正常办理。`,
};
