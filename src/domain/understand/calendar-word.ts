import { buildSeason, type CalendarChange, minuteOfClock, type Season } from '../calendar-entry.ts';
import { addDays, type Day, dayOf } from '../day.ts';
import type { CleanText } from './clean-text.ts';
import { dayFrom } from './deadline/calendar.ts';
import { parseTime, type SaidAt } from './deadline/parse-deadline.ts';
import type { Speaker } from './reading.ts';

/** Words that change the working calendar. */
export type CalendarWord =
  /** 12月31日放假, 作息 6月1日起 8:30-12:00 15:00-18:00. `change` is null when the words leave open what is to change. */
  { type: 'changeCalendar'; change: CalendarChange | null } | { type: 'confirmCalendar' };

const DATE = String.raw`(?:(?:20\d\d年)?\d{1,2}月\d{1,2}[日号]|20\d\d-\d{1,2}-\d{1,2})`;
const SOON = String.raw`(?:今天|明天|后天|[本这下]?(?:周|星期)[一二三四五六日天])`;
const UNTIL = String.raw`\s?(?:至|到|-|~|—{1,2})\s?`;
const SPAN = String.raw`(?:${DATE}|${SOON})(?:${UNTIL}(?:${DATE}|\d{1,2}[日号]))?`;
const PARTS = new RegExp(String.raw`^(${DATE}|${SOON})(?:${UNTIL}(${DATE}|\d{1,2}[日号]))?$`);
const CHANGE = new RegExp(
  String.raw`^(?<spans>${SPAN}(?:[、,和及 ]\s?${SPAN}){0,9})\s?(?:全市|机关|统一|都|均|改为|定为)?\s?(?<moved>调休)?(?<what>放假|休息|休假|不上班|停工|停业|上班|补班)(?:[一二三四五六七八九\d]天)?(?:[ :(]\s?(?<name>[^,。;?!()]{1,16})\)?)?[。!]*$`,
);
/** Said before it, no doubt is left that the calendar is meant. */
const PREFIX = /^(?:改)?(?:工作)?日历[:, ]\s?(?=\S)/;
const CONFIRM = /^确认(?:改|修改|更改)(?:工作)?日历[。!]*$/;
const TIME = String.raw`\d{1,2}(?::\d{2}|点半?)`;
const PERIOD = String.raw`(上午|下午)?\s?(${TIME})${UNTIL}(${TIME})`;
const HOURS = new RegExp(
  String.raw`^(?<from>${DATE}|明天|后天)(?:起|开始)?[ ,:]*(?<periods>${PERIOD}[ ,、和]*${PERIOD})[。!]*$`,
);
const HOURS_PREFIX = /^(?:改)?作息(?:时间)?(?:[:, ]\s?(?=\S)|(?=\d))/;
/** A date without a year that was longer ago is meant of the next year. */
const LATELY = 60;
const LONGEST_SPAN = 31;
const NOON = 12 * 60;
/** Longer messages tell of something else. */
const LONGEST = 120;

type Said = SaidAt & { speaker: Speaker };

/** A change of the working calendar, or its confirmation. Without the word 日历 only the office's dates with 放假 or 上班 are one. */
export function readCalendarWord({ spaced, asWritten }: CleanText, at: Said): CalendarWord | null {
  if (spaced.length > LONGEST) return null;
  if (CONFIRM.test(spaced)) return { type: 'confirmCalendar' };
  if (HOURS_PREFIX.test(spaced)) {
    const season = readSeason(spaced.replace(HOURS_PREFIX, ''), at);
    return { type: 'changeCalendar', change: season && { days: [], season } };
  }
  const isNamed = PREFIX.test(spaced);
  if (!isNamed && at.speaker !== 'office') return null;
  const groups = CHANGE.exec(spaced.replace(PREFIX, ''))?.groups ?? {};
  const { spans, what = '', moved = '', name = moved } = groups;
  // 明天上班 alone is small talk: only dates speak for themselves.
  if (!isNamed && (!spans || new RegExp(SOON).test(spans))) return null;
  const worked = what === '上班' || what === '补班';
  const days = spans ? readSpans(spans, at) : null;
  const change = days && { days: days.map((day) => ({ day, worked, name: name && asWritten(name) })) };
  return { type: 'changeCalendar', change };
}

function readSeason(words: string, at: Said): Season | null {
  const { from, periods = '' } = HOURS.exec(words)?.groups ?? {};
  const day = from ? readDay(from, dayOf(at.said), at) : null;
  const found = [...periods.matchAll(new RegExp(PERIOD, 'g'))];
  const times = found.flatMap(([, half, start = '', end = '']) => [start, end].map((time) => minutesOf(time, half)));
  return day ? buildSeason(day, times) : null;
}

/** 15:00, 3点半 in the afternoon. */
function minutesOf(time: string, half: string | undefined): number {
  const minute = minuteOfClock(time.replace('点半', ':30').replace('点', ':00'));
  return half === '下午' && minute < NOON ? minute + NOON : minute;
}

function readSpans(words: string, at: Said): Day[] | null {
  const spans = [...words.matchAll(new RegExp(SPAN, 'g'))].map(([span]) => readSpan(span, at));
  return spans.includes(null) ? null : [...new Set(spans.flatMap((span) => span ?? []))].toSorted();
}

/** The days of 2月10日至2月12日, of 2月10日至12日 or of one day; null when there are no such days. */
function readSpan(words: string, at: Said): Day[] | null {
  const [, first = '', last] = PARTS.exec(words) ?? [];
  const from = readDay(first, dayOf(at.said), at);
  if (!from || !last) return from === null ? null : [from];
  const month = `${Number(from.slice(5, 7))}月`;
  const to = readDay(last.includes('月') || last.includes('-') ? last : `${month}${last}`, from, at);
  if (!to || to < from || to > addDays(from, LONGEST_SPAN)) return null;
  const days = [from];
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

/** A day as written; one without a year is the one nearest to a day at hand, up to two months before it. */
function readDay(words: string, near: Day, at: Said): Day | null {
  const groups = /^(?:(?<year>20\d\d)[年-])?(?<month>\d{1,2})[月-](?<date>\d{1,2})[日号]?$/.exec(words)?.groups;
  if (!groups) return parseTime(words, at)?.date ?? null;
  const [year, month, date] = [groups['year'] ?? near.slice(0, 4), groups['month'], groups['date']].map(Number);
  if (!year || !month || !date) return null;
  const day = dayFrom(year, month, date);
  const isLongOver = !groups['year'] && day !== null && day < addDays(near, -LATELY);
  return isLongOver ? dayFrom(year + 1, month, date) : day;
}
