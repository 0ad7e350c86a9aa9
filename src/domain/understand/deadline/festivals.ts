import { addDays, type Day } from '../../day.ts';
import { nextOf } from './absolute.ts';
import { dayFrom } from './calendar.ts';
import type { Meaning, TimeContext, TimeRule } from './expression.ts';
import { lunarDay, SOLAR_TERMS, solarTerm, springFestival } from './lunar.ts';
import { parseNumeral } from './numerals.ts';
import { readYear, YEAR } from './year-words.ts';

type Words = Readonly<Record<string, string | undefined>>;

const FIXED: Readonly<Record<string, readonly [month: number, date: number]>> = {
  元旦: [1, 1],
  情人: [2, 14],
  妇女: [3, 8],
  三八: [3, 8],
  植树: [3, 12],
  五一: [5, 1],
  劳动: [5, 1],
  五四: [5, 4],
  青年: [5, 4],
  儿童: [6, 1],
  六一: [6, 1],
  七一: [7, 1],
  建党: [7, 1],
  建军: [8, 1],
  八一: [8, 1],
  教师: [9, 10],
  国庆: [10, 1],
  十一: [10, 1],
  圣诞: [12, 25],
  双十一: [11, 11],
  双11: [11, 11],
  双十二: [12, 12],
  双12: [12, 12],
};

const LUNAR: Readonly<Record<string, readonly [month: number, date: number]>> = {
  元宵: [1, 15],
  端午: [5, 5],
  七夕: [7, 7],
  中元: [7, 15],
  中秋: [8, 15],
  重阳: [9, 9],
  腊八: [12, 8],
};

const FIXED_NAMES =
  '双十[一二]|双1[12]|元旦|五一|五四|六一|七一|八一|国庆|圣诞|(?:三八|情人|妇女|植树|劳动|青年|儿童|建党|建军|教师)(?=节)|十一(?=前|之前|假|长假)';
const LUNAR_NAMES = Object.keys(LUNAR).join('|');
const SPRING_NAMES = '春节|过年|农历新年|大年初一|年关(?=前|之前)';
const TAIL = '节?(?:假期|长假|放假)?(?<tail>之前|以前|前)?';
const LUNAR_DATE = '三十|二?十[一二三四五六七八九]?|初[一二三四五六七八九十]|廿[一二三四五六七八九]?|[1-3]?[0-9]';

/** Festivals, solar terms and lunar dates: 国庆前 is the day before it, 春节 the day itself. */
export const FESTIVAL_RULES: readonly TimeRule[] = [
  {
    pattern: new RegExp(`${YEAR}?(?<name>${FIXED_NAMES})${TAIL}`, 'g'),
    kind: 'festival',
    read: (w, c) => onDay(w, c, fixedDay),
  },
  {
    pattern: new RegExp(`${YEAR}?(?<name>${LUNAR_NAMES})${TAIL}`, 'g'),
    kind: 'festival',
    read: (w, c) => onDay(w, c, lunarFestival),
  },
  {
    pattern: new RegExp(`${YEAR}?(?:的)?(?<name>${SPRING_NAMES})${TAIL}`, 'g'),
    kind: 'festival',
    read: (w, c) => onDay(w, c, (_name, year) => springFestival(year)),
  },
  {
    pattern: /(?<![\d一二三四五六七八九十两几半今明去前当])(?<name>年)(?<tail>前)/g,
    kind: 'festival',
    read: (w, c) => onDay(w, c, (_name, year) => springFestival(year)),
  },
  {
    pattern: new RegExp(`${YEAR}?(?<name>除夕|大年三十)${TAIL}`, 'g'),
    kind: 'festival',
    read: readEve,
  },
  {
    pattern: new RegExp(`(?<name>${SOLAR_TERMS.join('|')})${TAIL}`, 'g'),
    kind: 'festival',
    read: (w, c) => onDay(w, c, solarTerm),
  },
  {
    pattern: new RegExp(`${YEAR}?的?(?<month>正|冬|腊)月(?:(?<date>${LUNAR_DATE}))?${TAIL}`, 'g'),
    kind: 'festival',
    read: readLunar,
  },
  {
    pattern: new RegExp(
      `${YEAR}?(?<month>[一二三四五六七八九十]|十[一二])月(?<date>廿[一二三四五六七八九]?|初[一二三四五六七八九十])${TAIL}`,
      'g',
    ),
    kind: 'festival',
    read: readLunar,
  },
];

function fixedDay(name: string, year: number): Day | null {
  const [month, date] = FIXED[name] ?? [];
  return month && date ? dayFrom(year, month, date) : null;
}

function lunarFestival(name: string, year: number): Day | null {
  const [month, date] = LUNAR[name] ?? [];
  return month && date ? lunarDay(year, month, date) : null;
}

function onDay(words: Words, { today }: TimeContext, of: (name: string, year: number) => Day | null): Meaning | null {
  const name = words['name'] ?? '';
  const shift = words['tail'] ? -1 : 0;
  const at = (year: number): Day | null => {
    const day = of(name, year);
    return day && addDays(day, shift);
  };
  if (!words['year']) return nextOf(today, at);
  const year = readYear(words['year'], today);
  return year === null ? null : { date: at(year) };
}

/** 26年除夕 is the eve that ends the lunar year 2026, in the solar year after it. */
function readEve(words: Words, { today }: TimeContext): Meaning | null {
  const eve = (year: number): Day => addDays(springFestival(year), words['tail'] ? -2 : -1);
  if (!words['year']) return nextOf(today, eve);
  const year = readYear(words['year'], today);
  return year === null ? null : { date: eve(year + 1) };
}

const LUNAR_MONTHS: Readonly<Record<string, number>> = { 正: 1, 冬: 11, 腊: 12 };

function readLunar(words: Words, { today }: TimeContext): Meaning | null {
  const month = LUNAR_MONTHS[words['month'] ?? ''] ?? parseNumeral(words['month'] ?? '');
  const said = words['date'];
  const date = said ? parseNumeral(said.replace('初', '')) : null;
  if (!month) return null;
  const of = (year: number): Day | null =>
    date ? lunarDay(year, month, date) : (lunarDay(year, month, 30) ?? lunarDay(year, month, 29));
  const year = words['year'] ? readYear(words['year'], today) : null;
  if (year !== null) return { date: of(year) };
  return nextOf(today, (y) => {
    const last = of(y - 1);
    return last && last >= today ? last : of(y);
  });
}
