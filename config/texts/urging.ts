import { replyWords, said } from './format.ts';

/** 催办 of several cases at once, by the office. */

type UnitCounts = readonly { unit: string; count: number }[];

/** So many units are named; the rest is counted. */
const UNITS_NAMED = 10;

const unitsText = (units: UnitCounts) => {
  const named = units.slice(0, UNITS_NAMED).map(({ unit, count }) => `${unit}${count}件`);
  const rest = units.length - named.length;
  return `${named.join('、')}${rest > 0 ? `，另有${rest}个单位` : ''}`;
};

const numbered = (lines: readonly string[], count: number) => [
  ...lines.map((line, i) => `${i + 1}. ${line}`),
  ...(count > lines.length ? [`另有${count - lines.length}件未列出。`] : []),
];

/** What each unit reads: one message for all of its cases. */
export const urgedTogetherText = (v: { count: number; lines: readonly string[]; example: string; at: string }) =>
  [
    `【办公室催办】共${v.count}件，请逐件回复进展：`,
    ...numbered(v.lines, v.count),
    replyWords(v.at, [`进展 X ${v.example}`, `已办结，X ${v.example}`]),
  ].join('\n');

export const urgingTexts = {
  /** `later`: how many more there are than one confirmation urges. */
  preview: (v: { count: number; units: UnitCounts; lines: readonly string[]; later: number; at: string }) =>
    [
      `将催办${v.count}件：${unitsText(v.units)}。每个单位收到一条消息。`,
      ...numbered(v.lines, v.count),
      ...(v.later > 0 ? [`一次最多催办${v.count}件，按期限先后，其余${v.later}件可再催。`] : []),
      replyWords(v.at, ['确认催办']),
    ].join('\n'),
  done: (v: { count: number; units: UnitCounts; skipped: readonly string[]; more: number }) =>
    [
      v.count > 0 ? `已催办${v.count}件：${unitsText(v.units)}。` : '没有催办任何问题。',
      ...(v.skipped.length > 0
        ? [`未催办${v.skipped.length + v.more}件：`, ...numbered(v.skipped, v.skipped.length + v.more)]
        : []),
    ].join('\n'),
  nothing: () => '没有符合的在办问题，不用催办。',
  nothingAsked: (v: { at: string }) =>
    ['没有等待确认的催办，请先说催办哪些。', replyWords(v.at, ['催办 逾期', '催办 本周到期', '催办 市税务局'])].join(
      '\n',
    ),
  unknownUnit: (v: { said: string; candidates: readonly string[]; at: string }) =>
    [
      v.candidates.length > 0
        ? `“${said(v.said, 20)}”可能是${v.candidates.join('、')}，请写明是哪一个。`
        : `名册中没有“${said(v.said, 20)}”这个单位，请写全称。`,
      replyWords(v.at, [`催办 ${v.candidates[0] ?? '单位全称'}`]),
    ].join('\n'),
};
