import { addDays, type Day, weekdayOf } from '../../day.ts';
import { sundayOf } from './calendar.ts';
import { BEFORE, type Meaning, type TimeContext, type TimeRule } from './expression.ts';
import { parseWeekday, WEEKDAY } from './numerals.ts';

type Words = Readonly<Record<string, string | undefined>>;

const DAYTIME = String.raw`(?:(?:上午|下午|中午|晚上|早上|下班|中午)?(?:(?:\d{1,2}|十?[一二三四五六七八九十两])[点时:](?:\d{1,2}分?|半)?)?)`;
const WEEK = '(?:周|星期|礼拜)';

/** Days and weeks counted from today: 明天, 周五前, 下周二, 本周内. */
export const RELATIVE_RULES: readonly TimeRule[] = [
  {
    pattern: new RegExp(
      String.raw`(?<name>大后天|后天|后日|明天|明日|明早|明晚|明儿|今天|今日|本日|今晚|今早|今儿|(?:当天|当日)(?=之?[内前]|办|完成|答复|解决|给))之?内?${DAYTIME}${BEFORE}`,
      'g',
    ),
    kind: 'day',
    read: readNamedDay,
  },
  {
    pattern: new RegExp(String.raw`(?<![上每])下班(?<before>之前|以前|前)`, 'g'),
    kind: 'day',
    read: (_words, { today }) => ({ date: today }),
  },
  {
    pattern: new RegExp(
      String.raw`(?<![每上\d一二三四五六七八九十两隔])(?<of>下下个?|下一?个?|本|这一?个?)?${WEEK}(?<weekday>${WEEKDAY})(?![天日周])${DAYTIME}之?内?${BEFORE}`,
      'g',
    ),
    kind: 'day',
    read: readWeekday,
  },
  {
    pattern: new RegExp(String.raw`(?<![上每])(?<of>下下个?|下一?个?|本|这一?个?)?周末${BEFORE}`, 'g'),
    kind: 'day',
    read: (words, { today }) => ({ date: addDays(sundayOf(today), weeksAhead(words['of']) * 7) }),
  },
  {
    pattern: new RegExp(
      String.raw`(?<of>下下个?|下一?个?|本|这一?个?|当)${WEEK}(?!${WEEKDAY}|末|[期年边])(?:以内|之内|内|底)?${BEFORE}`,
      'g',
    ),
    kind: 'week',
    read: (words, { today }) => ({ date: addDays(sundayOf(today), weeksAhead(words['of']) * 7) }),
  },
  {
    pattern: /(?<![\d一二两三四五六七八九十半一])周内(?<before>之前|以前|前)?/g,
    kind: 'week',
    read: (_words, { today }) => ({ date: sundayOf(today) }),
  },
];

const NAMED_DAYS: readonly (readonly [RegExp, number])[] = [
  [/^大后/, 3],
  [/^后/, 2],
  [/^明/, 1],
];

function readNamedDay(words: Words, { today }: TimeContext): Meaning {
  const ahead = NAMED_DAYS.find(([pattern]) => pattern.test(words['name'] ?? ''))?.[1] ?? 0;
  return { date: addDays(today, ahead) };
}

function weeksAhead(of: string | undefined): number {
  if (!of?.startsWith('下')) return 0;
  return of.startsWith('下下') ? 2 : 1;
}

function readWeekday(words: Words, { today }: TimeContext): Meaning {
  const weekday = parseWeekday(words['weekday'] ?? '');
  const inWeek = (weeks: number): Day => addDays(today, weekday - weekdayOf(today) + weeks * 7);
  if (words['of']) return { date: inWeek(weeksAhead(words['of'])) };
  const thisWeek = inWeek(0);
  return { date: thisWeek > today ? thisWeek : inWeek(1) };
}
