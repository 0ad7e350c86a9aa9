import { dayText, replyWords, said, sentence } from './format.ts';
import type { NoticeCase } from './notices.ts';

/** 协办 and 分办: other units beside the one that has the case. */

export const KIND_TEXT = { help: '协办', share: '分办' } as const;

/** Who is reminded in a list of reminders: 市税务局协办. */
export const supporterText = (unit: string) => `${unit}协办`;

type Kind = keyof typeof KIND_TEXT;

export const supportSent = (v: { number: string; kind: Kind; unit: string; due: string }) =>
  `${v.number} 已请${v.unit}${KIND_TEXT[v.kind]}，期限${dayText(v.due)}；承办单位和期限不变。`;

export const supportSigned = (v: { number: string; unit: string; due: string; at: string }) =>
  [
    `${v.number} ${v.unit}已签收协办，期限${dayText(v.due)}。`,
    replyWords(v.at, [`进展 X ${v.number}`, `协办完成，X ${v.number}`]),
  ].join('\n');

export const supportAlreadySigned = (v: { number: string; unit: string; due: string }) =>
  `${v.number} ${v.unit}已签收协办，期限${dayText(v.due)}。`;

export const supportFinished = (v: { number: string; main: string }) =>
  `${v.number} 协办结果已记下，并转告承办单位${v.main}，谢谢。`;

/** What the reply to 已办结 or 转给 adds where others were still at it. */
export const supportsEnded = (v: { units: readonly string[] }) =>
  `${v.units.join('、')}的协办尚未完成，一并结束并已告知。`;

interface SupportWords extends NoticeCase {
  kind: Kind;
  /** The supporting unit. */
  supporter: string;
  main: string;
  supportDue: string;
  task: string | null;
}

const taskLine = (v: { kind: Kind; task: string | null }) =>
  v.task ? [`${KIND_TEXT[v.kind]}事项：${sentence(said(v.task, 200))}`] : [];

export const supportAsked = (v: SupportWords) =>
  [
    `【${KIND_TEXT[v.kind]}】${v.number}`,
    `企业：${v.subject}`,
    `问题：${said(v.summary)}`,
    ...(v.contact ? [`联系人：${v.contact}`] : []),
    ...taskLine(v),
    `承办单位${v.main}，请${v.supporter}于${dayText(v.supportDue)}前完成${KIND_TEXT[v.kind]}。`,
    replyWords(v.at, [`收到 ${v.number}`, `进展 X ${v.number}`, `协办完成，X ${v.number}`]),
  ].join('\n');

export const supportNamed = (v: SupportWords) =>
  [
    `${v.number} ${said(v.summary, 30)}：已请${v.supporter}${KIND_TEXT[v.kind]}，期限${dayText(v.supportDue)}。`,
    ...taskLine(v),
  ].join('\n');

export const supportResult = (v: SupportWords & { result: string }) =>
  `${v.number} ${said(v.summary, 30)}：${v.supporter}已完成${KIND_TEXT[v.kind]}，结果：${sentence(said(v.result, 200))}`;

export const supportEnded = (v: SupportWords) =>
  `${v.number} ${v.subject}的问题已由承办单位办结或转出，${v.supporter}不需再${KIND_TEXT[v.kind]}。`;

/** A line under 进度 for each unit that supports. */
export const supportLine = (v: { kind: Kind; unit: string; due: string; done: boolean }) =>
  `${KIND_TEXT[v.kind]}单位：${v.unit}，${v.done ? '已完成' : `期限${dayText(v.due)}`}`;

/** Why one of these was not done. */
export const supportRefusals = {
  unknownUnit: (v: { number: string; said: string | null; candidates: readonly string[]; at: string }) =>
    [
      `${v.number} ${
        v.candidates.length > 0
          ? `“${said(v.said ?? '', 20)}”可能是${v.candidates.join('、')}，请写明是哪一个。`
          : v.said
            ? `名册中没有“${said(v.said, 20)}”这个单位，请写全称。`
            : '请写明请哪个单位协办。'
      }`,
      replyWords(v.at, [`协办 ${v.candidates[0] ?? '单位全称'} ${v.number}`]),
    ].join('\n'),
  isMain: (v: { number: string; unit: string }) => `${v.number} 本来就由${v.unit}承办，不用协办。`,
  already: (v: { number: string; unit: string }) => `${v.number} ${v.unit}已在协办，不用再请。`,
  tooMany: (v: { number: string; units: readonly string[]; most: number }) =>
    `${v.number} 同时最多${v.most}个单位协办，目前已有${v.units.join('、')}。`,
  confidential: (v: { number: string }) => `${v.number} 只由办公室办理，不能请其他单位协办。`,
  badDate: (v: { number: string; due: string | null; at: string }) =>
    [
      `${v.number} 没看懂协办期限，或日期不合适，请写明今后的某一天${v.due ? `，不晚于承办期限${dayText(v.due)}` : ''}。`,
      replyWords(v.at, [`协办 单位名 X月X日前 X ${v.number}`]),
    ].join('\n'),
  noneOpen: (v: { number: string }) => `${v.number} 没有你单位正在办的协办事项。`,
};
