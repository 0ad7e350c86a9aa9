import { dayText, momentDayText, momentText, replyWords, said, sentence } from './format.ts';
import { OUTCOME_TEXT, type OutcomeText } from './closing.ts';

/** What the enterprise hears about its own case, as the answer to what it has just written. */

export interface CaseBrief {
  number: string;
  subject: string;
  summary: string;
  category: string;
}

/** The receipt of a report: number, what was understood, who will handle it by when, and the words to correct it. */
export function reportReceived(
  v: CaseBrief & {
    onBehalf: boolean;
    respondent: string | null;
    /** The words hardly speak for the category: it is shown with a question. */
    unsure: boolean;
    wished: string | null;
    unit: string | null;
    due: string;
    today: string;
    /** What else the reporter should know: see `receiptNotes`. */
    notes: readonly string[];
    at: string;
    minutes: number;
  },
): string {
  const next = v.unit
    ? `受理后将由${v.unit}办理，预计${dayText(v.due, v.today)}前办结。`
    : `${v.onBehalf ? '该' : '贵'}企业还没有登记责任部门，办公室明确后即受理。`;
  return [
    `${v.onBehalf ? '您代企业' : '您'}反映的问题已记下，编号 ${v.number}。`,
    `企业：${v.subject}`,
    ...(v.respondent ? [`涉及单位：${said(v.respondent, 40)}`] : []),
    `问题：${said(v.summary)}`,
    `类别：${v.category}${v.unsure ? '（拿不准，请核对）' : ''}`,
    ...(v.wished ? [`您希望的期限：${v.wished}`] : []),
    next,
    ...v.notes,
    `${v.minutes}分钟内没有更正，就按此受理。`,
    replyWords(v.at, [`确认 ${v.number}`, `改类别 X ${v.number}`, `改期限 X ${v.number}`, `撤回 ${v.number}`]),
  ].join('\n');
}

/** What a receipt adds when it applies. */
export const receiptNotes = {
  /** The day that was asked for does not exist. */
  impossible: (v: { expr: string; number: string; at: string }) =>
    `日历上没有“${said(v.expr, 20)}”这一天，请用“${v.at}改期限 X ${v.number}”写明日期。`,
  /** Reported outside work hours. */
  afterHours: (v: { next: Date }) => `现在是非工作时间，责任部门自${momentDayText(v.next)}起办理。`,
};

/** The receipt of a confidential report in a group: others read along, so it says nothing of what was understood. */
export function confidentialReceived(v: { number: string; at: string; minutes: number }): string {
  return [
    `您反映的问题已记下，编号 ${v.number}，只由双创双服办公室查看和办理。补充情况请私聊我，不要发在群里。`,
    `${v.minutes}分钟内没有更正，就按此受理。`,
    replyWords(v.at, [`确认 ${v.number}`, `撤回 ${v.number}`]),
  ].join('\n');
}

/** Confirmed, but nobody is responsible yet. */
export function waitsForUnit(v: { number: string }): string {
  return `${v.number} 已确认。贵企业还没有登记责任部门，已请办公室明确，明确后即受理并告知承办单位。`;
}

export function reportAccepted(v: CaseBrief & { unit: string; due: string; today: string; at: string }): string {
  return [
    `${v.number} 已受理，已交${v.unit}办理，预计${dayText(v.due, v.today)}前办结。`,
    replyWords(v.at, [`进度 ${v.number}`]),
  ].join('\n');
}

export function alreadyAccepted(v: { number: string; status: string }): string {
  return `${v.number} 已经受理，目前${v.status}，无需再确认。`;
}

export function categoryCorrected(v: { number: string; category: string; taught: boolean; at: string }): string {
  const learned = v.taught ? '今后类似的问题按此归类。' : '';
  return [`${v.number} 的类别已改为“${v.category}”。${learned}`, undoWords(v, '改错了')].join('\n');
}

export function wishCorrected(v: { number: string; wished: string; at: string }): string {
  return [`${v.number} 您希望的期限已改为${v.wished}，会请承办单位参考。`, undoWords(v, '改错了')].join('\n');
}

export function supplemented(v: { number: string }): string {
  return `补充的情况已记入 ${v.number}。`;
}

export function withdrawn(v: { number: string; at: string }): string {
  return [`${v.number} 已按您的要求撤回。今后有需要，随时告诉我们。`, undoWords(v, '撤错了')].join('\n');
}

/** How to take back what was just said. */
function undoWords(v: { number: string; at: string }, slip: string): string {
  return [`${slip}，10分钟内可以恢复。`, replyWords(v.at, [`恢复 ${v.number}`])].join('\n');
}

export function undone(v: { number: string; what: 'withdrawn' | 'categoryCorrected' | 'wishCorrected' }): string {
  if (v.what === 'withdrawn') return `${v.number} 已恢复，继续办理，原来的期限不变。`;
  return `${v.number} 刚才改的${v.what === 'categoryCorrected' ? '类别' : '期限'}已恢复原样。`;
}

/** Where a case stands, for the enterprise that reported it. */
export function progress(
  v: CaseBrief & {
    status: string;
    unit: string | null;
    due: string | null;
    today: string;
    last: { at: Date; text: string } | null;
    notes: readonly string[];
    result: { outcome: OutcomeText; text: string } | null;
  },
): string {
  return [
    `${v.number} ${said(v.summary, 40)}`,
    `目前：${v.status}${v.unit ? `，承办单位：${v.unit}` : ''}`,
    ...v.notes,
    ...(v.due ? [`办理期限：${dayText(v.due, v.today)}`] : []),
    ...(v.result ? [`办理结果：${OUTCOME_TEXT[v.result.outcome]}，${sentence(said(v.result.text))}`] : []),
    ...(v.last ? [`最近进展（${momentText(v.last.at)}）：${said(v.last.text)}`] : []),
  ].join('\n');
}

/** Thanks for a survey answer, without echo of what was answered: others may read along. */
export function surveyThanks(v: { number: string; outcome: 'closed' | 'reopened' | 'followUp' | 'noted' }): string {
  if (v.outcome === 'reopened') return `${v.number} 您的回访意见已记下，问题将重新办理，办结后再向您回访。`;
  if (v.outcome === 'followUp') return `${v.number} 感谢您如实评价，办公室将在1个工作日内与您联系。`;
  if (v.outcome === 'noted') return `${v.number} 您的意见已记下，谢谢。`;
  return `${v.number} 感谢您的评价，问题已销号。今后有需要，随时告诉我们。`;
}

export function surveyMissing(v: { number: string; missing: readonly string[]; example: string; at: string }): string {
  return [
    `${v.number} 已记下。还差${v.missing.join('和')}，请补充一句。`,
    replyWords(v.at, [`${v.example} ${v.number}`]),
  ].join('\n');
}

export function surveyLocked(v: { number: string }): string {
  return `${v.number} 的回访已有答复，以首次答复为准；您这次的意见已转办公室核实。`;
}

/** The three questions, in a chat where only the enterprise reads. */
export function surveyQuestions(v: {
  number: string;
  summary: string;
  unit: string;
  again: boolean;
  at: string;
}): string {
  return [
    `回访 ${v.number}：${said(v.summary, 40)}（${v.unit}已报办结）${v.again ? '，盼您抽空答复' : ''}`,
    '1 问题是否真正解决：已解决、部分解决、未解决',
    '2 是否在限定期限内解决：按期、超期、说不清',
    '3 是否满意：非常满意、满意、基本满意、不满意、非常不满意',
    '请按实际情况每题选一个词，一句话回复即可。',
    replyWords(v.at, [`已解决 按期 满意 ${v.number}`]),
  ].join('\n');
}

/** The nudge in a group where others read along: the questions come in the 1:1 chat. */
export function surveyNudge(v: { number: string; again: boolean }): string {
  return `回访 ${v.number}：${v.again ? '还等着您的回访意见，' : '问题已报办结，想听听您的意见，'}请私聊我回复 ${v.number}`;
}
