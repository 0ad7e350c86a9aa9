import { dayText, plainDayText, replyWords, said } from './format.ts';

/** 调度会: the agenda that the office brings. */

const REASON_TEXT = { red: '红牌', escalated: '提级', extended: '多次延期', returned: '退回未裁定' } as const;

export type MeetingReasonText = keyof typeof REASON_TEXT;

/** `over`: how near the due day is; `last`: what was last said of it, and when. */
export const agendaLine = (v: {
  number: string;
  subject: string;
  summary: string;
  reasons: readonly MeetingReasonText[];
  over: string;
  last: { day: string; text: string } | null;
}) =>
  `${v.number} ${v.subject}：${said(v.summary, 24)}（${v.reasons.map((reason) => REASON_TEXT[reason]).join('、')}，${v.over}；${v.last ? `${plainDayText(v.last.day)}：${said(v.last.text, 30)}` : '尚无进展'}）`;

/** At most `max` lines a unit and `units` units are named; the rest is counted. */
export const agenda = (v: {
  day: string;
  groups: readonly { unit: string; lines: readonly string[] }[];
  max: { lines: number; units: number };
  example: string;
  at: string;
}) => {
  const count = v.groups.reduce((sum, group) => sum + group.lines.length, 0);
  if (count === 0) return '目前没有需要调度的问题：无红牌、提级、多次延期和退回未裁定的问题。';
  const named = v.groups.slice(0, v.max.units);
  const others = v.groups.slice(v.max.units);
  const left = others.reduce((sum, group) => sum + group.lines.length, 0);
  return [
    `【调度会议题】${dayText(v.day)}，共${count}件，涉及${v.groups.length}个单位`,
    ...named.flatMap((group) => groupLines(group, v.max.lines)),
    ...(others.length > 0 ? [`另有${others.length}个单位${left}件未列出。`] : []),
    '会上的决定请逐件发来，写明单位、日期和要求。',
    replyWords(v.at, [`调度会决定：单位名X月X日前X ${v.example}`]),
  ].join('\n');
};

function groupLines({ unit, lines }: { unit: string; lines: readonly string[] }, max: number): string[] {
  const rest = lines.length - max;
  return [
    `${unit}（${lines.length}件）`,
    ...lines.slice(0, max).map((line, i) => `${i + 1}. ${line}`),
    ...(rest > 0 ? [`另有${rest}件未列出。`] : []),
  ];
}
