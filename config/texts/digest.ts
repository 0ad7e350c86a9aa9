import { dayText, plainDayText, replyWords, said } from './format.ts';

/** Reminders, and what is folded with them. */

/** How near a due day is, literally: 明天到期 only when it is tomorrow. */
export function nearness(v: {
  today: string;
  due: string;
  tomorrow: string;
  workdaysLeft: number;
  workdaysOver: number;
}): string {
  if (v.due < v.today) return v.workdaysOver > 0 ? `已超期${v.workdaysOver}个工作日` : '已超期';
  if (v.due === v.today) return '今天到期';
  if (v.due === v.tomorrow) return '明天到期';
  return v.workdaysLeft > 0 ? `还剩${v.workdaysLeft}个工作日` : `${dayText(v.due)}到期`;
}

export function reminderLine(v: {
  number: string;
  subject: string;
  summary: string;
  unit: string;
  due: string;
  near: string;
  /** 【黄牌】 or 【红牌】, what its 督办单 lacks, or nothing. */
  card: string;
}): string {
  return `${v.card}${v.number} ${v.subject}：${said(v.summary, 30)}（${v.unit}，期限${plainDayText(v.due)}），${v.near}`;
}

/** One digest message: the reminders of one target on one morning. */
export function digest(v: { day: string; lines: readonly string[]; at: string; example: string }): string {
  return [
    `【办理提醒】${dayText(v.day)}，共${v.lines.length}件`,
    ...v.lines.map((line, i) => `${i + 1}. ${line}`),
    replyWords(v.at, [`进展 X ${v.example}`, `已办结，X ${v.example}`, `申请延期到 X月X日，因为X ${v.example}`]),
  ].join('\n');
}

/** What could wait, folded into one message twice a day. */
export function folded(v: { day: string; entries: readonly string[] }): string {
  const count = v.entries.length;
  return [`【事项汇总】${dayText(v.day)}，共${count}项`, ...v.entries.map((entry, i) => `${i + 1}. ${entry}`)].join(
    '\n',
  );
}
