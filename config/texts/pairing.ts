import { dateText, dayText, replyWords, said } from './format.ts';

/** 包联检查 and 我的企业: who lacks what, and what needs a leader's attention. */

/** What each subject must have, as the texts call it, in their order. */
export const SLOT_TEXT = {
  leader: '包联领导',
  unit: '责任部门',
  taskForce: '专班',
  plan: '工作计划',
  contact: '联系人',
  chat: '推送群',
} as const;

type SlotName = keyof typeof SLOT_TEXT;

/** How many enterprises and how many projects. */
interface Kinds {
  enterprises: number;
  projects: number;
}

/** The first of a list, and what is left out. */
interface Listed<T> {
  shown: readonly T[];
  rest: number;
}

export interface PairingText {
  total: Kinds;
  incomplete: Kinds;
  /** How many subjects lack each. */
  missing: readonly { slot: SlotName; count: number }[];
  lists: readonly { name: string; total: Kinds; incomplete: Kinds }[];
  subjects: Listed<{ name: string; list: string; missing: readonly SlotName[] }> & { restKinds: Kinds };
  leaders: Listed<{ name: string; title: string | null; has: Kinds; short: Kinds }>;
  leadersInAll: number;
  least: Kinds;
}

/** 企业3家、项目2个; the kind that there is none of is left out. */
export function kindsText({ enterprises, projects }: Kinds): string {
  const parts = [...(enterprises > 0 ? [`企业${enterprises}家`] : []), ...(projects > 0 ? [`项目${projects}个`] : [])];
  return parts.join('、');
}

/** 张明（副市长） */
export function personText(v: { name: string; title: string | null }): string {
  return v.title ? `${said(v.name, 20)}（${said(v.title, 20)}）` : said(v.name, 20);
}

export const pairingHead = (v: { day: string }) => `【包联检查】${dayText(v.day)}`;

export const nothingRegistered = '名册中还没有包联企业和项目，请先导入名册。';

/** The one friendly sentence when nothing is missing. */
export const pairingComplete = (v: { total: Kinds; leaders: number }) =>
  `${kindsText(v.total)}，${Object.values(SLOT_TEXT).join('、')}都已配齐，${v.leaders}名包联领导的包联数也都达到要求，辛苦了。`;

/** Totals first, then the worst, then the leaders short of what each should have. */
export function pairingReport(v: PairingText): string {
  return [subjectLines(v), [...leaderLines(v), '请协调补齐并更新名册，更新后可再查一次。']]
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function subjectLines(v: PairingText): string[] {
  if (v.subjects.shown.length + v.subjects.rest === 0) return [`${kindsText(v.total)}，各项都已配齐。`];
  const slots = v.missing.filter(({ count }) => count > 0);
  const lists = v.lists.filter(({ incomplete }) => sum(incomplete) > 0);
  const inLists = lists.map(
    ({ name, total, incomplete }) => `${said(name, 20)}共${measured(total)}，有缺项${measured(incomplete)}`,
  );
  const lines = v.subjects.shown.map(
    ({ name, list, missing }, i) => `${i + 1}. ${said(name, 30)}（${said(list, 20)}）：${lackText(missing)}`,
  );
  return [
    `包联${kindsText(v.total)}；有缺项的是${kindsText(v.incomplete)}。`,
    `${slots.map(({ slot, count }) => `缺${SLOT_TEXT[slot]}的${count}个`).join('，')}。`,
    `各名单：${inLists.join('；')}。`,
    ...(lines.length > 0 ? ['缺项最多的：', ...lines] : []),
    ...(v.subjects.rest > 0 ? [`另有${kindsText(v.subjects.restKinds)}未列出。`] : []),
  ];
}

function lackText(missing: readonly SlotName[]): string {
  if (missing.length === Object.keys(SLOT_TEXT).length) return '各项都缺';
  return `缺${missing.map((slot) => SLOT_TEXT[slot]).join('、')}`;
}

/** 520家; 11个 where there are projects among them. */
const measured = (kinds: Kinds) => `${sum(kinds)}${kinds.projects > 0 ? '个' : '家'}`;

function leaderLines(v: PairingText): string[] {
  const short = v.leaders.shown.length + v.leaders.rest;
  if (v.leadersInAll === 0) return ['名册中还没有包联领导。'];
  if (short === 0) return [`${v.leadersInAll}名包联领导的包联数都达到要求。`];
  const lines = v.leaders.shown.map(
    (leader, i) => `${i + 1}. ${personText(leader)}：现有${bothText(leader.has)}，还差${kindsText(leader.short)}`,
  );
  return [
    `每名领导应至少包联${kindsText(v.least)}。共${v.leadersInAll}名领导，${short}名不足${lines.length > 0 ? '：' : '。'}`,
    ...lines,
    ...(v.leaders.rest > 0 ? [`另有${v.leaders.rest}名未列出。`] : []),
  ];
}

const bothText = (kinds: Kinds) => `企业${kinds.enterprises}家、项目${kinds.projects}个`;

const sum = ({ enterprises, projects }: Kinds) => enterprises + projects;

/** What stands of one subject in its leader's list. */
export interface MySubjectText {
  name: string;
  /** False for one that is another leader's by now, whose cases go on. */
  isPaired: boolean;
  open: number;
  overdue: number;
  dueThisWeek: number;
  suspended: number;
  awaitingSurvey: number;
  pressing: { number: string; near: string } | null;
  /** The day of the last report; null when there has been none. */
  lastDay: string | null;
  /** Days without a report, when that is long; null when it is not, or when there has been none. */
  silentDays: number | null;
  isSilent: boolean;
  /** The day of the leader's last visit; null when there has been none. */
  lastVisit: string | null;
}

export interface MySubjectsText {
  leader: string;
  paired: Kinds;
  sums: { open: number; overdue: number; dueThisWeek: number; suspended: number; awaitingSurvey: number };
  silent: Kinds;
  silentAfter: number;
  lines: readonly MySubjectText[];
  rest: Kinds;
  /** The case that an answer would be about. */
  example: string | null;
  today: string;
  at: string;
}

export const nobodyPaired = (v: { leader: string }) =>
  `名册中还没有登记${v.leader}的包联企业和项目，请联系市双创双服办公室核对。`;

export const UNKNOWN_LEADER = '该领导';

/** After close of business of the due day, which is still today. */
export const lapsedToday = '今天下班时已到期';

/** 我的企业: the numbers, then one line a subject. */
export function mySubjectsReport(v: MySubjectsText): string {
  const quiet = sum(v.silent) > 0;
  return [
    sum(v.paired) > 0
      ? `${v.leader}包联${kindsText(v.paired)}：${sumsText(v.sums)}。`
      : `${v.leader}目前没有包联企业和项目，原包联的问题：${sumsText(v.sums)}。`,
    ...v.lines.map(
      (line, i) => `${i + 1}. ${said(line.name, 30)}${line.isPaired ? '' : '（原包联）'}：${standing(line, v.today)}`,
    ),
    ...(sum(v.rest) > 0 ? [`另有${kindsText(v.rest)}未列出。`] : []),
    ...(quiet ? [`${v.silentAfter}天内没有反映问题的${kindsText(v.silent)}，建议近期走访或电话问候。`] : []),
    ...(v.example ? [replyWords(v.at, [`进度 ${v.example}`])] : []),
  ].join('\n');
}

function sumsText(n: MySubjectsText['sums']): string {
  const parts = countsText(n);
  return n.open > 0 ? parts.join('，') : ['没有在办问题', ...parts].join('，');
}

function countsText(n: MySubjectsText['sums']): string[] {
  const soon = [
    ...(n.overdue > 0 ? [`超期${n.overdue}件`] : []),
    ...(n.dueThisWeek > 0 ? [`本周到期${n.dueThisWeek}件`] : []),
  ];
  return [
    ...(n.open > 0 ? [`在办${n.open}件${soon.length > 0 ? `（${soon.join('、')}）` : ''}`] : []),
    ...(n.suspended > 0 ? [`挂账${n.suspended}件`] : []),
    ...(n.awaitingSurvey > 0 ? [`已办结待回访${n.awaitingSurvey}件`] : []),
  ];
}

function standing(line: MySubjectText, today: string): string {
  const pressing = line.pressing ? [`最急的是${line.pressing.number}（${line.pressing.near}）`] : [];
  const visited = line.lastVisit ? `最近走访${dateText(line.lastVisit, today)}` : '还没有走访记录';
  const seen = line.isPaired ? [...reportedText(line, today), visited] : [];
  return [...countsText(line), ...pressing, ...seen].join('，');
}

/** When it was last heard of: told where nothing is in hand, or where it has been long. */
function reportedText(line: MySubjectText, today: string): string[] {
  if (!line.lastDay) return ['还没有反映过问题'];
  const day = dateText(line.lastDay, today);
  if (line.silentDays !== null) return [`已有${line.silentDays}天没有反映问题（上次${day}）`];
  return countsText(line).length > 0 ? [] : [`没有在办问题，最近一次反映是${day}`];
}
