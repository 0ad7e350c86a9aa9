import { addDays, type Day, instantAt, dayOf } from '../../day.ts';
import { addMonths } from './calendar.ts';
import type { TimeKind } from '../deadline-reading.ts';
import type { Meaning, TimeContext, TimeRule } from './expression.ts';
import { NUMBER, parseNumeral } from './numerals.ts';

type Words = Readonly<Record<string, string | undefined>>;

const RANGE = String.raw`(?:${NUMBER}个?(?:天|日|工作日)?[-~—到至、]{1,2})?`;
const SHIFT =
  '(?<shift>延期|延后|推迟|延长|顺延|延缓|宽限|再给|再宽限|往后[推拖延]|延|缓)?(?:到|至)?(?:未来|今后|最多|最迟|最晚)?';
const LATE = '(?<late>以内|里(?!面|程|头)|之内|内|左右|之后|以后|后)?';

/** Terms counted from the day they were said: 三个工作日内, 30天内, 一个半月内, 推迟一周. */
export const TERM_RULES: readonly TimeRule[] = [
  {
    pattern: new RegExp(
      String.raw`${SHIFT}${RANGE}(?<!第)(?<count>${NUMBER})\s?个?多?(?:工作|交易|法定工作)[日天]时?间?${LATE}`,
      'g',
    ),
    kind: 'length',
    read: readWorkdays,
  },
  {
    pattern: new RegExp(
      String.raw`${SHIFT}${RANGE}(?<![\d第年月.])(?<count>${NUMBER})\s?个?(?<more>多)?(?<unit>个?日历[天日]|天|周|个?星期|个?礼拜|自然日|日(?=之内|以内|内)|小时|个?钟头)时?间?${LATE}`,
      'g',
    ),
    kind: 'length',
    read: readDays,
  },
  {
    pattern: new RegExp(
      String.raw`${SHIFT}${RANGE}(?<![\d第年月.])(?<count>${NUMBER})?(?<half>半)?(?:个|拉|(?<=[俩仨]))(?<half2>半)?(?<more>多)?月(?<half3>半)?时?间?${LATE}`,
      'g',
    ),
    kind: 'length',
    read: readMonths,
  },
  {
    pattern: new RegExp(
      String.raw`${SHIFT}(?<![\d第])(?<count>${NUMBER}|半)(?<unit>年|个?季度)(?<half>半)?时?间?${LATE}`,
      'g',
    ),
    kind: 'length',
    read: readYears,
  },
  {
    pattern: new RegExp(String.raw`(?:未来|今后|接下来)(?<count>${NUMBER})[天日]`, 'g'),
    kind: 'within',
    read: (words, { today }) => inDays(parseNumeral(words['count'] ?? ''), today),
  },
];

/** The day so many working days later; the next working day is day 1. */
export function afterWorkdays(day: Day, count: number, isWorkday: (day: Day) => boolean): Day {
  let current = day;
  for (let left = count; left > 0; ) {
    current = addDays(current, 1);
    if (isWorkday(current)) left -= 1;
  }
  return current;
}

/** Longer terms than these are no terms but figures. */
const MAX = { workdays: 400, days: 1500, months: 120 } as const;

function kindOf(words: Words): TimeKind {
  if (words['shift']) return 'shift';
  if (!words['late']) return 'length';
  return words['late'].endsWith('后') ? 'after' : 'within';
}

function readWorkdays(words: Words, { today, isWorkday }: TimeContext): Meaning | null {
  const count = parseNumeral(words['count'] ?? '');
  if (!count || count > MAX.workdays) return null;
  return { workdays: count, date: afterWorkdays(today, count, isWorkday), kind: kindOf(words) };
}

function readDays(words: Words, context: TimeContext): Meaning | null {
  const count = parseNumeral(words['count'] ?? '');
  if (count === null) return null;
  const kind = kindOf(words);
  const unit = words['unit'] ?? '';
  if (/小时|钟头/.test(unit)) return inHours(count, context, kind);
  const meaning = inDays(/周|星期|礼拜/.test(unit) ? count * 7 : count, context.today);
  return meaning && { ...meaning, kind };
}

function inDays(days: number | null, today: Day): Meaning | null {
  if (!days || days > MAX.days) return null;
  return { days, date: addDays(today, days) };
}

function inHours(hours: number, { today, minute }: TimeContext, kind: TimeKind): Meaning | null {
  if (!hours || hours > MAX.days) return null;
  return { date: dayOf(instantAt(today, minute + hours * 60)), kind };
}

function readMonths(words: Words, { today }: TimeContext): Meaning | null {
  const halves = [words['half'], words['half2'], words['half3']].filter(Boolean).length;
  const count = words['count'] ? parseNumeral(words['count']) : 0;
  if (count === null || count > MAX.months || (count === 0 && halves === 0)) return null;
  const date = addDays(addMonths(today, count), halves > 0 ? 15 : 0);
  return { date, kind: kindOf(words) };
}

function readYears(words: Words, { today }: TimeContext): Meaning | null {
  const said = words['count'] ?? '';
  const unit = words['unit'] === '年' ? 12 : 3;
  const count = said === '半' ? 0.5 : parseNumeral(said);
  if (!count || count > 10) return null;
  const months = Math.round(count * unit) + (words['half'] ? unit / 2 : 0);
  return { date: addMonths(today, months), kind: kindOf(words) };
}
