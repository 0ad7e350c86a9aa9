import { addDays, type Day } from '../../day.ts';
import { dayFrom, endOfMonth, endOfWeekInMonth, partsOf } from './calendar.ts';
import { BEFORE, type Meaning, type TimeContext, type TimeRule } from './expression.ts';
import { parseNumeral } from './numerals.ts';
import { readYear, YEAR } from './year-words.ts';

type Words = Readonly<Record<string, string | undefined>>;

const WITHIN = '(?:以内|之内|内)?';

/** Months, quarters, halves and years: 月底, 下个月, 一季度, 上半年, 年底前. */
export const PERIOD_RULES: readonly TimeRule[] = [
  {
    pattern: new RegExp(
      String.raw`(?<of>本|这一?个?|当|下下个?|下一?个?)月(?!\d|[一二三四五六七八九十])(?:份?的?(?:月?(?<part>底|末|初|中旬|上旬|下旬|中)|第(?<week>[一二三四五1-5])个?(?:周|星期|礼拜)))?${WITHIN}${BEFORE}`,
      'g',
    ),
    kind: 'month',
    read: readNamedMonth,
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\d一二三四五六七八九十个半每上])(?<of>)月(?<part>底|末|初|内|中(?=前|之前|完))${WITHIN}${BEFORE}`,
      'g',
    ),
    kind: 'month',
    read: readNamedMonth,
  },
  {
    pattern: new RegExp(String.raw`(?<![\d月])(?<of>)(?<part>上旬|中旬|下旬)${WITHIN}${BEFORE}`, 'g'),
    kind: 'month',
    read: readNamedMonth,
  },
  {
    pattern: new RegExp(
      String.raw`${YEAR}?(?:的|第)?(?<quarter>[一二三四1-4]|本|这一?个?|当|下一?个?)季度?(?:末|底)?${WITHIN}${BEFORE}`,
      'g',
    ),
    kind: 'month',
    read: readQuarter,
  },
  {
    pattern: new RegExp(String.raw`(?<![一二三四1-4本])(?<quarter>)季度?(?:末|底)${BEFORE}`, 'g'),
    kind: 'month',
    read: readQuarter,
  },
  {
    pattern: new RegExp(String.raw`${YEAR}?的?(?<half>上|下|前|后)半年(?:末|底)?${WITHIN}${BEFORE}`, 'g'),
    kind: 'month',
    read: readHalf,
  },
  {
    pattern: new RegExp(
      String.raw`${YEAR}(?!\d|前|度|以前)(?:(?:年?(?<part>底|末|初))|的?第(?<week>[一二1-2])个?(?:周|星期))?${WITHIN}${BEFORE}`,
      'g',
    ),
    kind: 'month',
    read: readYearPart,
  },
  {
    pattern: new RegExp(String.raw`今明两年`, 'g'),
    kind: 'month',
    read: (_w, { today }) => yearEnd(partsOf(today)[0] + 1),
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\d一二三四五六七八九十半])(?<year>)(?:年|岁)(?<part>底|末|内|初)${BEFORE}`,
      'g',
    ),
    kind: 'month',
    read: readYearPart,
  },
];

const PART_END: Readonly<Record<string, number>> = { 初: 10, 上旬: 10, 中: 15, 中旬: 20 };

function readNamedMonth(words: Words, { today }: TimeContext): Meaning {
  const [year, month] = partsOf(today);
  const of = words['of'] ?? '';
  const ahead = of.startsWith('下下') ? 2 : of.startsWith('下') ? 1 : 0;
  const end = endOfMonth(year, month + ahead);
  const first = `${end.slice(0, 8)}01`;
  if (words['week']) return { date: endOfWeekInMonth(first, parseNumeral(words['week']) ?? 1) };
  const date = PART_END[words['part'] ?? ''];
  const day = date ? addDays(first, date - 1) : end;
  if (of || day >= today) return { date: day };
  return { date: addDays(`${endOfMonth(year, month + 1).slice(0, 8)}01`, (date ?? 1) - 1), rolled: true };
}

function readQuarter(words: Words, { today }: TimeContext): Meaning | null {
  const [year, month] = partsOf(today);
  const said = words['quarter'] ?? '';
  const quarter = parseNumeral(said) ?? Math.ceil(month / 3) + (said.startsWith('下') ? 1 : 0);
  const named = words['year'] ? readYear(words['year'], today) : year;
  if (named === null) return null;
  const end = endOfMonth(named, quarter * 3);
  if (end >= today || words['year']) return { date: end };
  return { date: endOfMonth(named + 1, quarter * 3), rolled: true };
}

function readHalf(words: Words, { today }: TimeContext): Meaning | null {
  const year = words['year'] ? readYear(words['year'], today) : partsOf(today)[0];
  if (year === null) return null;
  const month = words['half'] === '上' || words['half'] === '前' ? 6 : 12;
  const end = endOfMonth(year, month);
  if (end >= today || words['year']) return { date: end };
  return { date: endOfMonth(year + 1, month), rolled: true };
}

function readYearPart(words: Words, { today }: TimeContext): Meaning | null {
  const year = words['year'] ? readYear(words['year'], today) : partsOf(today)[0];
  if (year === null) return null;
  if (words['week']) return firstWeeks(year, parseNumeral(words['week']) ?? 1);
  if (words['part'] !== '初') return yearEnd(year);
  const spring = endOfMonth(year, 2);
  if (spring >= today || words['year']) return { date: spring };
  return { date: endOfMonth(year + 1, 2), rolled: true };
}

function firstWeeks(year: number, week: number): Meaning {
  return { date: endOfWeekInMonth(`${year}-01-01`, week) };
}

function yearEnd(year: number): { date: Day | null } {
  return { date: dayFrom(year, 12, 31) };
}
