import { dayText, replyWords, said } from './format.ts';
import { kindsText, personText } from './pairing.ts';

/** 交接: what it touches, what the two sides are told, and what is asked back. */

interface PersonText {
  name: string;
  title: string | null;
}

/** What a handover touches. */
export interface HandoverText {
  from: PersonText;
  to: PersonText;
  day: string;
  kind: 'leader' | 'officer';
  leads: { enterprises: number; projects: number };
  serves: number;
  units: readonly string[];
  /** Running cases, how many of them wait for a ruling, and the first ones by line. */
  cases: number;
  rulings: number;
  lines: readonly string[];
  at: string;
}

const WORK = { leader: '包联工作', officer: '经办工作' } as const;

function touched(v: HandoverText): string[] {
  const parts = [
    ...(v.leads.enterprises + v.leads.projects > 0 ? [`包联${kindsText(v.leads)}`] : []),
    ...(v.serves > 0 ? [`专班${v.serves}个`] : []),
    ...(v.units.length > 0 ? [`所在单位${v.units.join('、')}`] : []),
    v.cases > 0 ? `在办问题${v.cases}件${v.rulings > 0 ? `（待裁定${v.rulings}件）` : ''}` : '没有在办问题',
  ];
  const rest = v.cases - v.lines.length;
  return [
    `涉及：${parts.join('，')}。`,
    ...v.lines.map((line, i) => `${i + 1}. ${line}`),
    ...(rest > 0 && v.lines.length > 0 ? [`另有${rest}件未列出。`] : []),
  ];
}

/** What the office reads before anything is done. `untold`: who cannot be told in a group. */
export const handoverPreview = (v: HandoverText & { untold: readonly string[] }) =>
  [
    `【交接预览】${personText(v.from)}的${WORK[v.kind]}，自${dayText(v.day)}起由${personText(v.to)}接手。`,
    ...touched(v),
    ...(v.untold.length > 0 ? [`${v.untold.join('、')}还没有登记推送群，请当面告知。`] : []),
    '现在还没有变动，请核对后确认。',
    replyWords(v.at, ['确认交接']),
  ].join('\n');

export const handoverBegun = (v: { from: string; to: string; day: string; isNow: boolean }) =>
  `${said(v.from, 20)}向${said(v.to, 20)}的交接已登记，${v.isNow ? '即刻生效' : `${dayText(v.day)}起生效`}，并已通知双方确认。`;

/** The same to either side; both read what is handed over. */
export const handoverTold = (v: HandoverText & { you: 'giver' | 'taker' }) =>
  [
    v.you === 'giver'
      ? `【工作交接】${personText(v.from)}您好，您的${WORK[v.kind]}自${dayText(v.day)}起由${personText(v.to)}接手。`
      : `【工作交接】${personText(v.to)}您好，${personText(v.from)}的${WORK[v.kind]}自${dayText(v.day)}起由您接手。`,
    ...touched(v),
    '请双方当面交接清楚，并各自确认。',
    replyWords(v.at, ['确认交接']),
  ].join('\n');

export const handoverReminder = (v: { who: string; from: string; to: string; day: string; at: string }) =>
  [
    `${said(v.who, 20)}您好，${said(v.from, 20)}向${said(v.to, 20)}的工作交接（${dayText(v.day)}起）还没有收到您的确认。`,
    replyWords(v.at, ['确认交接']),
  ].join('\n');

export const handoverUnconfirmed = (v: { from: string; to: string; day: string; who: readonly string[] }) =>
  `【交接待确认】${said(v.from, 20)}向${said(v.to, 20)}的工作交接（${dayText(v.day)}起），${v.who.join('、')}提醒两次后仍未确认，请电话核实。`;

export const handoverConcluded = (v: { from: string; to: string }) =>
  `【交接完成确认】${said(v.from, 20)}向${said(v.to, 20)}的工作交接，双方均已确认。`;

export const handoverInForce = (v: { from: string; to: string }) =>
  `【交接生效】${said(v.from, 20)}向${said(v.to, 20)}的工作交接今天生效，今后的通知发给接手人。`;

export const handoverConfirmed = (v: { who: string; other: string | null }) =>
  `${said(v.who, 20)}的交接确认已记下，${v.other ? `待${said(v.other, 20)}确认` : '双方均已确认'}。`;

/** A title, else the unit, behind a name that several people have. */
export const whichOfficial = (v: { name: string; among: readonly PersonText[]; at: string }) =>
  [
    `名册中有${v.among.length}位“${said(v.name, 20)}”，请在姓名后写明职务或单位。`,
    replyWords(v.at, ['交接 姓名（职务或单位） 给 姓名']),
  ].join('\n');

export const handoverRefusals = {
  noNames: (v: { at: string }) =>
    [
      '请写明谁的工作交给谁，需要改日生效的再写日期。',
      replyWords(v.at, ['交接 姓名 给 姓名', '交接 姓名 给 姓名，X月X日起']),
    ].join('\n'),
  unknown: (v: { name: string; at: string }) =>
    [
      `名册中没有名叫“${said(v.name, 20)}”的领导或工作人员，请核对姓名，新到任的请先导入名册。`,
      replyWords(v.at, ['交接 姓名 给 姓名']),
    ].join('\n'),
  badDay: (v: { from: string; to: string; at: string }) =>
    [
      '没看懂生效日期，或日期已过、不是工作日，请写今天或今后的一个工作日。',
      replyWords(v.at, [`交接 ${said(v.from, 20)} 给 ${said(v.to, 20)}，X月X日起`]),
    ].join('\n'),
  same: '交出人和接手人是同一人，不用交接。',
  nothing: (v: { name: string }) =>
    `${said(v.name, 20)}名下没有可以交接的包联对象、专班或单位。办公室人员的变动请更新名册后导入。`,
  underway: (v: { from: string; to: string; day: string }) =>
    `${said(v.from, 20)}的工作已登记交给${said(v.to, 20)}，${dayText(v.day)}起生效，不用重复登记。`,
  noneWaits: '没有等您确认的交接。',
};
