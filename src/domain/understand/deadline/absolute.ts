import { addDays, type Day } from '../../day.ts';
import { dayFrom, endOfMonth, endOfWeekInMonth, partsOf, weekdayInMonth } from './calendar.ts';
import { BEFORE, type Meaning, type TimeContext, type TimeRule } from './expression.ts';
import { parseNumeral, parseWeekday } from './numerals.ts';
import { readYear, YEAR } from './year-words.ts';

const MONTH = String.raw`(?<![\d零一二三四五六七八九十.])(?<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月`;
const DATE_FIGURES = String.raw`3[01]|[12]\d|0?[1-9]`;
const DATE_ANY = String.raw`${DATE_FIGURES}|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九]`;
const DATE = `(?<date>${DATE_ANY})`;
const NOT_A_DATE = String.raw`(?![\d个年月%％万亿元项家起户台人])`;
const DAYTIME = String.raw`(?:(?:上午|下午|中午|晚上|早上|傍晚|下班|晚|早)?(?:(?:\d{1,2}|十?[一二三四五六七八九十两])[点时:](?:\d{1,2}分?|半)?)?)`;

/** Days and months named by number: 12月4日前, 5月底, 2026-12-31, 12.20, 十五号之前. */
export const ABSOLUTE_RULES: readonly TimeRule[] = [
  {
    pattern: new RegExp(String.raw`${YEAR}?的?${MONTH}份?${DATE}(?<mark>日|号)?${NOT_A_DATE}${DAYTIME}${BEFORE}`, 'g'),
    kind: 'day',
    read: (words, context) => readMonthDay(words, context),
  },
  {
    pattern: new RegExp(
      String.raw`${YEAR}?${MONTH}(?:${DATE_ANY})[日号]?(?:到|至|-|~|—){1,2}${DATE}[日号]${BEFORE}`,
      'g',
    ),
    kind: 'day',
    read: readMonthDay,
  },
  {
    pattern: new RegExp(
      String.raw`${YEAR}?的?${MONTH}份?(?:的|月)?(?:第?(?<nth>[一二三四五1-5]|最后一)个?)(?:(?:周|星期|礼拜)(?<weekday>[一二三四五六日天])?)${BEFORE}`,
      'g',
    ),
    kind: 'month',
    read: readWeekInMonth,
  },
  {
    pattern: new RegExp(
      String.raw`${YEAR}?的?${MONTH}份?(?:月?(?<part>底|末|初|中旬|上旬|下旬|中))?(?!\d)(?:以内|之内|内)?${BEFORE}`,
      'g',
    ),
    kind: 'month',
    read: readMonth,
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\d.\-/])(?<year>20\d\d|19\d\d)[-/.·](?<month>1[0-2]|0?[1-9])[-/.·](?<date>${DATE_FIGURES})(?![-/.]\d)${BEFORE}`,
      'g',
    ),
    kind: 'day',
    read: readMonthDay,
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\d.\-/])(?<date>${DATE_FIGURES})[-/](?<month>1[0-2]|0?[1-9])[-/](?<year>20\d\d)(?!\d)${BEFORE}`,
      'g',
    ),
    kind: 'day',
    read: readMonthDay,
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\d.\-/A-Za-z第])(?<month>1[0-2]|0?[1-9])[-/.·](?<date>${DATE_FIGURES})(?![\d./\-%％]|\s?[A-Za-z个天日年月周工小元万亿米吨亩度倍平公千百人])${BEFORE}`,
      'g',
    ),
    kind: 'dotted',
    read: readMonthDay,
  },
  {
    pattern: new RegExp(
      String.raw`(?:(?<of>本月|这个?月|当月|下个?月|上个?月)的?|(?<![\d零一二三四五六七八九十年月第.路街道巷村区栋幢座楼-]))${DATE}(?:日|号)(?![楼院厂线文门店路机桥井栋房地国公窗令内起]|之内|以内)${DAYTIME}${BEFORE}`,
      'g',
    ),
    kind: 'day',
    read: readDateOnly,
  },
];

type Words = Readonly<Record<string, string | undefined>>;

function readMonthDay(words: Words, { today }: TimeContext): Meaning | null {
  const month = parseNumeral(words['month'] ?? '');
  const date = parseNumeral(words['date'] ?? '');
  if (month === null || date === null) return null;
  const year = words['year'] ? readYear(words['year'], today) : null;
  if (words['year'] && year === null) return null;
  const named = dayFrom(year ?? nextYearOf(month, date, today), month, date);
  if (!named) return { date: null, impossible: true };
  return year === null ? nextOf(today, (y) => dayFrom(y, month, date)) : { date: named };
}

/** This year, or the next when the day is over. */
function nextYearOf(month: number, date: number, today: Day): number {
  const [year, ofMonth, ofDate] = partsOf(today);
  return month * 100 + date >= ofMonth * 100 + ofDate ? year : year + 1;
}

/** The first year from today's on in which the day exists and is not over. */
export function nextOf(today: Day, of: (year: number) => Day | null): Meaning | null {
  const [year] = partsOf(today);
  for (let offset = 0; offset <= 4; offset += 1) {
    const day = of(year + offset);
    if (day && day >= today) return { date: day, rolled: offset > 0 };
  }
  return null;
}

const MONTH_PART_END: Readonly<Record<string, number>> = { 初: 10, 上旬: 10, 中: 15, 中旬: 20 };

function readMonth(words: Words, { today }: TimeContext): Meaning | null {
  const month = parseNumeral(words['month'] ?? '');
  if (month === null) return null;
  const date = MONTH_PART_END[words['part'] ?? ''];
  const of = (year: number): Day | null => (date ? dayFrom(year, month, date) : endOfMonth(year, month));
  if (!words['year']) return nextOf(today, of);
  const year = readYear(words['year'], today);
  return year === null ? null : { date: of(year) };
}

function readWeekInMonth(words: Words, { today }: TimeContext): Meaning | null {
  const month = parseNumeral(words['month'] ?? '');
  if (month === null) return null;
  const nth = words['nth'] === '最后一' ? -1 : (parseNumeral(words['nth'] ?? '') ?? 1);
  const of = (year: number): Day | null => {
    const first = dayFrom(year, month, 1);
    return first && weekInMonth(first, nth, words['weekday']);
  };
  if (!words['year']) return nextOf(today, of);
  const year = readYear(words['year'], today);
  return year === null ? null : { date: of(year) };
}

function weekInMonth(first: Day, nth: number, weekday: string | undefined): Day {
  if (weekday) return weekdayInMonth(first, nth, parseWeekday(weekday));
  if (nth > 0) return endOfWeekInMonth(first, nth);
  const [year, month] = partsOf(first);
  return endOfMonth(year, month);
}

function readDateOnly(words: Words, { today }: TimeContext): Meaning | null {
  const date = parseNumeral(words['date'] ?? '');
  if (date === null || words['of']?.startsWith('上')) return null;
  const [year, month] = partsOf(today);
  const named = words['of'] ? (words['of'].startsWith('下') ? 1 : 0) : null;
  for (let ahead = named ?? 0; ahead <= (named ?? 3); ahead += 1) {
    const end = endOfMonth(year, month + ahead);
    const day = addDays(`${end.slice(0, 8)}01`, date - 1);
    if (day > end || (named === null && day < today)) continue;
    return { date: day, rolled: named === null && ahead > 0 };
  }
  return null;
}
