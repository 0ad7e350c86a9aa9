import { addDays, type Day, weekdayOf } from '../day.ts';

/** The words that say on which day a visit was, as a pattern for use within others. */
export const WHEN =
  '(?:(?:20\\d\\d年)?\\d{1,2}月\\d{1,2}[日号]|20\\d\\d-\\d{1,2}-\\d{1,2}|\\d{1,2}\\.\\d{1,2}(?!\\d)|\\d{1,2}[日号]|大?前[天日]|昨[天日]|今[天日早]|明[天日]|大?后天|(?:上上?|下下?|本|这)个?(?:周|星期|礼拜)[一二三四五六日天]?|(?:周|星期|礼拜)[一二三四五六日天]|下个?月|刚才?|刚刚)(?:上午|下午|早上|中午|晚上)?';

const SHIFTS: readonly (readonly [RegExp, number])[] = [
  [/大前/, -3],
  [/前[天日]/, -2],
  [/昨/, -1],
  [/明/, 1],
  [/大后/, 3],
  [/后天/, 2],
  [/下个?月/, 31],
];
const DATE = /(?:(20\d\d)[年-])?(\d{1,2})[月.-](\d{1,2})/;
const WEEK = /(?<back>上上|上|下下|下|本|这)?个?(?:周|星期|礼拜)(?<day>[一二三四五六日天])?/;
const WEEKS: Readonly<Record<string, number>> = { 上上: -2, 上: -1, 下: 1, 下下: 2 };

/** The day that these words mean for somebody who tells of a visit today; null when there is no such day or it is not said which. */
export function readVisitDay(words: string, today: Day): Day | null {
  const date = DATE.exec(words);
  if (date) return nearest(date, today);
  const week = WEEK.exec(words)?.groups;
  if (week) return ofWeek(week, today);
  const bare = /^(\d{1,2})[日号]/.exec(words)?.[1];
  if (bare) return existing(`${today.slice(0, 8)}${bare.padStart(2, '0')}`);
  return addDays(today, SHIFTS.find(([pattern]) => pattern.test(words))?.[1] ?? 0);
}

/** 12月28日 said in January is last year's: of the years that may be meant the nearest one. */
function nearest([, said, month = '', date = '']: RegExpExecArray, today: Day): Day | null {
  const year = Number(today.slice(0, 4));
  const years = said ? [Number(said)] : [year - 1, year, year + 1];
  const days = years.flatMap((each) => existing(`${each}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`) ?? []);
  const away = (day: Day) => Math.abs(Date.parse(day) - Date.parse(today));
  return days.sort((a, b) => away(a) - away(b))[0] ?? null;
}

/** 上周 alone does not say which day; 下周 is to come, whichever. */
function ofWeek({ back = '', day }: Record<string, string | undefined>, today: Day): Day | null {
  const monday = addDays(today, 1 - weekdayOf(today) + 7 * (WEEKS[back] ?? 0));
  if (day) return addDays(monday, '一二三四五六'.includes(day) ? '一二三四五六'.indexOf(day) : 6);
  return (WEEKS[back] ?? 0) > 0 ? monday : null;
}

function existing(day: Day): Day | null {
  const instant = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(day) ? day : null;
}
