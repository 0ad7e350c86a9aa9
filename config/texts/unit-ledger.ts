import { dayText, replyWords, said } from './format.ts';

/** 交账, 要账: the first working morning's message to a unit. */
export interface LedgerText {
  day: string;
  unit: string;
  handed: number;
  solved: number;
  open: number;
  overdue: number;
  dueThisWeek: number;
  lines: readonly { number: string; subject: string; summary: string; due: string; near: string }[];
  at: string;
}

export function unitLedger(v: LedgerText): string {
  const { lines, open } = v;
  const owed = [
    ...(v.overdue > 0 ? [`超期${v.overdue}件`] : []),
    ...(v.dueThisWeek > 0 ? [`本周到期${v.dueThisWeek}件`] : []),
  ].join('、');
  const example = lines[0]?.number;
  return [
    `【交账要账】${v.unit}，${dayText(v.day)}`,
    `上周交办${v.handed}件，办结${v.solved}件；${open > 0 ? `现在办${open}件` : '现无在办'}${owed ? `，其中${owed}` : ''}。`,
    ...lines.map(
      (line, i) =>
        `${i + 1}. ${line.number} ${line.subject}：${said(line.summary, 30)}，期限${dayText(line.due)}，${line.near}`,
    ),
    ...(open > lines.length ? [`另有${open - lines.length}件，发送“待办”查看。`] : []),
    ...(v.overdue > 0 ? ['超期的请今天说明原因和办结日期。'] : []),
    ...(example ? [replyWords(v.at, [`进展 X ${example}`, `已办结，X ${example}`])] : []),
  ].join('\n');
}
