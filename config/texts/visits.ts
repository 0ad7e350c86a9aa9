import { kindsText } from './pairing.ts';
import { momentDayText, plainDayText, replyWords, said } from './format.ts';

/** 走访: what is answered to those who tell of visits, and to those who ask for the records. */

export const visitRecorded = (v: { subject: string; visitor: string | null; day: string; found: readonly string[] }) =>
  [
    `已记录${v.visitor ? `${v.visitor}的` : ''}走访：${v.subject}（${plainDayText(v.day)}）。`,
    ...(v.found.length > 0 ? [`发现的问题已登记：${v.found.join('、')}。`] : []),
  ].join('');

/** 撤回走访: the cases that the visit brought go on. */
export const visitWithdrawn = (v: { subject: string; day: string; recorder: string; found: readonly string[] }) =>
  [
    `已撤回走访：${v.subject}（${plainDayText(v.day)}，${v.recorder}登记），不再计入走访。`,
    ...(v.found.length > 0 ? [`当时登记的问题照常办理：${v.found.join('、')}。`] : []),
  ].join('');

/** Said twice within minutes: one visit is meant. */
export const visitWithdrawnBefore = (v: { subject: string; day: string; at: string }) =>
  [
    `刚才已撤回：${v.subject}（${plainDayText(v.day)}）的走访，没有再撤回别的。要撤回另一次，请写明企业；同一企业的，请十分钟后再发。`,
    replyWords(v.at, ['撤回走访 企业名']),
  ].join('\n');

/** Once a month, with the morning's reminders: whom a leader has not been to yet. */
export const visitsDue = (v: {
  month: string;
  total: { enterprises: number; projects: number };
  names: readonly string[];
  rest: { enterprises: number; projects: number };
  at: string;
}) =>
  [
    `【走访提醒】${Number(v.month.slice(5))}月还没有走访的${kindsText(v.total)}：`,
    ...v.names.map((name, i) => `${i + 1}. ${said(name, 30)}`),
    ...(v.rest.enterprises + v.rest.projects > 0 ? [`另有${kindsText(v.rest)}未列出。`] : []),
    '每月至少走访一次，走访后请告诉我。',
    replyWords(v.at, [`走访 ${v.names[0] ?? '企业名'}，X`]),
  ].join('\n');

/** One line of 走访记录. */
export const visitLine = (v: {
  day: string;
  subject: string;
  visitor: string;
  text: string;
  found: readonly string[];
}) =>
  [
    `${plainDayText(v.day)} ${v.visitor}走访${v.subject}`,
    ...(v.text ? [`：${said(v.text, 60)}`] : []),
    ...(v.found.length > 0 ? [`（登记${v.found.join('、')}）`] : []),
  ].join('');

export const visitLog = (v: { subject: string | null; lines: readonly string[]; at: string }) =>
  v.lines.length === 0
    ? [`${v.subject ?? ''}还没有走访记录。`, replyWords(v.at, ['走访 企业名，X'])].join('\n')
    : [`${v.subject ?? ''}最近的走访记录：`, ...v.lines.map((line, i) => `${i + 1}. ${line}`)].join('\n');

/** What the office's 包联检查 says besides of whom nobody has been to or heard from. */
export const attentionLine = (v: {
  unvisited: { enterprises: number; projects: number };
  silent: { enterprises: number; projects: number };
  days: number;
}) =>
  `包联领导本月还没有走访的：${kindsText(v.unvisited) || '无'}；${v.days}天内没有反映问题的：${kindsText(v.silent) || '无'}。`;

export const visitRefusals = {
  notYours: (v: { subject: string }) =>
    `${v.subject}的走访由其包联领导、责任部门、专班和双创双服办公室登记，请联系他们或办公室。`,
  notYoursToRead: (v: { subject: string }) =>
    `${v.subject}的走访记录由其包联领导、责任部门、专班和双创双服办公室查看。`,
  notYet: (v: { day: string }) => `${plainDayText(v.day)}还没到，走访完成后再发给我，我就记下来。`,
  nothingToWithdraw: (v: { subject: string | null; at: string }) =>
    [
      `没有可以撤回的${v.subject ? `${v.subject}的` : ''}走访。走访由登记人本人或双创双服办公室撤回。`,
      replyWords(v.at, ['撤回走访 企业名']),
    ].join('\n'),
  withdrawnTooLate: (v: { subject: string; day: string; workdays: number; until: Date }) =>
    `${v.subject}（${plainDayText(v.day)}）的走访应在登记后${v.workdays}个工作日内撤回，已于${momentDayText(v.until)}截止，请联系双创双服办公室说明。`,
  noDay: (v: { subject: string; at: string }) =>
    [
      `没看懂哪一天走访的${v.subject}，请写明日期，整句再发一次。`,
      replyWords(v.at, [`11月20日走访${v.subject}，X`]),
    ].join('\n'),
  unknown: (v: { said: string; at: string }) =>
    [
      `名册中没有“${said(v.said, 30)}”，走访还没有记录，请写登记的名称再发一次。`,
      replyWords(v.at, ['走访 企业名，X']),
    ].join('\n'),
  noSuch: (v: { said: string; at: string }) =>
    [`名册中没有“${said(v.said, 30)}”，或不止一家，请写登记的名称。`, replyWords(v.at, ['走访记录 企业名'])].join('\n'),
  severalUnsure: (v: { said: string; names: readonly string[]; at: string }) =>
    [
      `“${said(v.said, 30)}”可能是${v.names.join('、')}，走访还没有记录，请写清名称再发一次。`,
      replyWords(v.at, ['走访 企业名、企业名，X']),
    ].join('\n'),
  which: (v: { said: string; names: readonly string[]; at: string }) =>
    [
      `走访的“${said(v.said, 30)}”是哪一家？内容已经记住，只回复序号即可。`,
      ...v.names.map((name, i) => `${i + 1}. ${name}`),
      '都不是，请回复0。',
      replyWords(v.at, ['1']),
    ].join('\n'),
};
