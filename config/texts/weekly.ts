import { dayText, momentText, plainDayText, said } from './format.ts';

/** 《企业、项目问题解决周报》 in the sentences of the paper it follows (河北日报 2018-11-07 第11版, 第7期). */

export interface WeeklyText {
  issueNo: number;
  publisher: string | null;
  /** `2026-W48`, its Monday and its Sunday. */
  week: string;
  from: string;
  to: string;
  until: Date;
  untilDay: string;
  numbers: {
    submitted: number;
    resolved: number;
    resolvedRate: number | null;
    inWeekRate: number | null;
    inTermRate: number | null;
    open: number;
    overdue: number;
    surveyed: number;
    satisfied: number;
  };
  carried: { submitted: number; resolved: number };
  submitted: ListText;
  submittedBy: readonly { category: string; count: number }[];
  overdue: ListText;
  near: ListText;
  nearUntil: string;
  resolvedBy: readonly CategoryText[];
  inTerm: number;
  reworked: number;
  /** How many cases a list, and how many categories a sentence, may name. */
  max: { lines: number; categories: number };
}

export interface ListText {
  count: number;
  lines: readonly CaseLineText[];
}

export interface CaseLineText {
  number: string;
  subject: string;
  summary: string;
  unit: string | null;
  due: string;
  /** 已超期2个工作日, 还剩3个工作日. */
  near: string;
}

export interface CategoryText {
  category: string;
  count: number;
  subjects: readonly string[];
  /** Whether others than those named raised such problems too; null when not all cases were kept. */
  moreSubjects: boolean | null;
  example: { number: string; summary: string };
}

/** The whole report: title, five sections, each at least one sentence. */
export function weeklyReport(v: WeeklyText): string {
  return [
    title(v),
    section('一、总体情况', overview(v)),
    section('二、新提交问题', submitted(v)),
    section('三、临期和超期问题', watched(v)),
    section('四、解决情况', resolved(v)),
    section('五、回访情况', surveyed(v)),
  ].join('\n\n');
}

const section = (heading: string, lines: readonly string[]) => [heading, ...lines].join('\n');

function title(v: WeeklyText): string {
  const [year, week] = v.week.split('-W');
  const period = `${year}年第${Number(week)}周，${dateText(v.from)}至${dateText(v.to)}`;
  return [
    `《企业、项目问题解决周报》第${v.issueNo}期`,
    `${period}，截至${dayText(v.untilDay)}${momentText(v.until).slice(-5)}`,
    ...(v.publisher ? [`编发：${v.publisher}`] : []),
  ].join('\n');
}

const dateText = (day: string) => dayText(day).replace(/（.*/u, '');

function overview({ numbers: n, carried }: WeeklyText): string[] {
  const done = n.resolved > 0 ? `解决${n.resolved}件` : '无办结问题';
  const fresh = n.submitted > 0 ? `本周新提交问题${n.submitted}件` : '本周无新提交问题';
  const hand =
    n.open > 0 ? `目前在办${n.open}件，${n.overdue > 0 ? `其中超期${n.overdue}件` : '无超期'}。` : '目前无在办问题。';
  const rates = [
    ['本周应办结问题办结率', n.resolvedRate],
    ['7天内解决率', n.inWeekRate],
    ['限定期限内解决率', n.inTermRate],
  ] as const;
  const rated = rates.flatMap(([name, rate]) => (rate === null ? [] : [`${name}${percentText(rate)}`]));
  const late = [
    ...(carried.submitted > 0 ? [`新提交${carried.submitted}件`] : []),
    ...(carried.resolved > 0 ? [`办结${carried.resolved}件`] : []),
  ];
  return [
    `${fresh}，${done}。${hand}`,
    ...(rated.length > 0 ? [`${rated.join('，')}。`] : []),
    ...(late.length > 0 ? [`另有上期截止后至上周日${late.join('、')}，不计入以上本周数。`] : []),
  ];
}

/** 0.905 as 90.5%; never 100% or 0% for what is only nearly so. */
export function percentText(rate: number): string {
  if (rate === 0 || rate === 1) return `${rate * 100}%`;
  return `${Math.min(99.9, Math.max(0.1, Math.round(rate * 1000) / 10))}%`;
}

function submitted(v: WeeklyText): string[] {
  const { count } = v.submitted;
  if (count === 0) return ['本周无新提交问题。'];
  const named = v.submittedBy.slice(0, v.max.categories);
  const rest = count - sum(named);
  const kinds = [...named.map((c) => `${c.category}${c.count}件`), ...(rest > 0 ? [`其余${rest}件`] : [])];
  const head = `本周新提交问题${count}件${named.length > 0 ? `，其中${kinds.join('、')}` : ''}`;
  return list(head, { ...v.submitted, max: v.max.lines, about: unitText });
}

function watched(v: WeeklyText): string[] {
  if (v.overdue.count + v.near.count === 0) return ['无临期和超期问题。'];
  const named = { max: v.max.lines, about: dueText };
  const soon = `${dayText(v.nearUntil)}前到期`;
  return [
    ...(v.overdue.count > 0 ? list(`已超期${v.overdue.count}件`, { ...v.overdue, ...named }) : ['无超期问题。']),
    ...(v.near.count > 0 ? list(`${soon}${v.near.count}件`, { ...v.near, ...named }) : [`无其他${soon}的问题。`]),
  ];
}

const dueText = (line: CaseLineText) => `${unitText(line)}，期限${plainDayText(line.due)}，${line.near}`;

const unitText = (line: CaseLineText) => (line.unit ? said(line.unit, 20) : '待明确责任部门');

/** A heading with a count, the first lines, and how many are left out; only the heading when none may be named. */
function list(head: string, v: ListText & { max: number; about: (line: CaseLineText) => string }): string[] {
  const shown = v.lines.slice(0, v.max);
  if (shown.length === 0) return [`${head}。`];
  const lines = shown.map(
    (c, i) => `${i + 1}. ${c.number} ${said(c.subject, 30)}：${said(c.summary, 24)}（${v.about(c)}）`,
  );
  const rest = v.count - shown.length;
  return [`${head}：`, ...lines, ...(rest > 0 ? [`另有${rest}件未列出。`] : [])];
}

function resolved(v: WeeklyText): string[] {
  const count = v.numbers.resolved;
  if (count === 0) return ['本周无办结问题。'];
  const named = v.resolvedBy.slice(0, v.max.categories);
  const rest = count - sum(named);
  const kinds = [...named.map(categoryText), ...(rest > 0 ? [`其余${rest}件问题`] : [])];
  const what =
    named.length > 0
      ? `本周解决问题${count}件，${count === 1 ? '即' : '其中'}${kinds.join('、')}`
      : `本周解决的${count}件问题`;
  if (v.inTerm === count) return [`${what}在限定期限内得到解决。`];
  return [`${what}得到解决；在限定期限内解决${v.inTerm}件，超期解决${count - v.inTerm}件。`];
}

function categoryText(c: CategoryText): string {
  const names = c.subjects.map((name) => said(name, 30)).join('、');
  const others = c.moreSubjects ? '等企业（项目）' : '等';
  const who = `${names}${c.moreSubjects === false ? '' : others}提出的`;
  const example = `“${said(c.example.summary, 24)}”（${c.example.number}）`;
  if (c.count === 1) return `${who}${c.category}方面的问题${example}`;
  return `${who}${example}等${c.count}件${c.category}方面的问题`;
}

function surveyed({ numbers: n, reworked }: WeeklyText): string[] {
  const again = reworked > 0 ? `经回访未真正解决、退回重新办理${reworked}件。` : '';
  if (n.surveyed === 0) return [`本周无回访答复。${again}`];
  return [`本周收到回访答复${n.surveyed}件，其中评价基本满意及以上${n.satisfied}件。${again}`];
}

const sum = (parts: readonly { count: number }[]) => parts.reduce((total, part) => total + part.count, 0);
