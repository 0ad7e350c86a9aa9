import { dayText, plainDayText, replyWords, said } from './format.ts';
import type { NoticeCase } from './notices.ts';

/** 黄牌, 红牌, 督办单 and 提级. */

export const CARD_TEXT = { yellow: '【黄牌】', red: '【红牌】' } as const;

/** 督办单 by its number, which the unit answers with 收到 and then with what it does. */
export const supervisionOrder = (
  v: NoticeCase & { order: string; unit: string; due: string; near: string; workdays: number },
) =>
  [
    `【督办单】${v.order}`,
    `督办事项：${v.number} ${v.subject}：${said(v.summary, 40)}`,
    `承办单位：${v.unit}，期限${dayText(v.due)}，${v.near}。`,
    `请${v.unit}先签收，并于${v.workdays}个工作日内办结，或说明原因和下一步安排。`,
    replyWords(v.at, [`收到 ${v.number}`, `进展 X ${v.number}`, `已办结，X ${v.number}`]),
  ].join('\n');

/** `by`: the day by which its answer is due. */
export const orderReceived = (v: { number: string; order: string; by: string; at: string }) =>
  [
    `${v.number} 督办单${v.order}已签收，请于${dayText(v.by)}前办结或反馈进展。`,
    replyWords(v.at, [`进展 X ${v.number}`, `已办结，X ${v.number}`]),
  ].join('\n');

/** 稍后提醒 and why it was not done. */
export const snoozed = (v: { number: string; until: string }) =>
  `${v.number} ${dayText(v.until)}前不再提醒本群；到期当天和超期首日仍会提醒。`;

export const snoozeRefusals = {
  tooFar: (v: { number: string; at: string; latest: string }) =>
    [
      `${v.number} 提醒最多可推迟到${dayText(v.latest)}，且须是今天以后的日子。`,
      replyWords(v.at, [`稍后提醒 ${v.number}`]),
    ].join('\n'),
  usedUp: (v: { number: string; times: number }) => `${v.number} 已推迟提醒${v.times}次，之后的提醒照常发出。`,
};
/** One line of the list of 督办单. */
export const orderLine = (v: {
  number: string;
  order: string;
  unit: string;
  subject: string;
  summary: string;
  day: string;
  by: string;
}) =>
  `${v.order} ${v.unit}：${v.number} ${v.subject}：${said(v.summary, 24)}（${plainDayText(v.day)}发出，反馈期限${plainDayText(v.by)}）`;

/** The heading of each part of the list. */
export const ORDER_TITLES = {
  unreceived: '未签收的督办单',
  late: '已签收、超过反馈期限的督办单',
  waiting: '已签收、待反馈的督办单',
  answered: '已反馈、尚未办结的督办单',
} as const;

export const noOrders = '目前没有在办的督办单。';

/** What a line of the morning digest begins with, besides the card. */
export const ORDER_MARKS = { unreceived: '【督办单待签收】', late: '【督办单待反馈】' } as const;

/** `moves`: how often it was given away, where that is why; else it is the `reworks`. */
export const escalated = (v: NoticeCase & { unit: string; reworks: number; moves: number | null }) =>
  [
    `【提级办理】${v.number} ${v.subject}：${said(v.summary, 40)}`,
    v.moves === null
      ? `${v.unit}已${v.reworks}次报办结，均未通过企业回访，请包联领导和办公室直接过问。`
      : `此件已${v.moves}次被退回或转出，现在${v.unit}，请包联领导和办公室直接过问，明确由谁办理。`,
    replyWords(v.at, [`进度 ${v.number}`, `转给 单位名 ${v.number}`]),
  ].join('\n');
