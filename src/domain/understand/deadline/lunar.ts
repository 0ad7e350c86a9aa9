import chineseDays from 'chinese-days';
import { addDays, type Day } from '../../day.ts';
import { dayFrom } from './calendar.ts';

/** The first day of the lunar year that begins in a solar year (春节). */
export function springFestival(year: number): Day {
  const earliest = `${year}-01-20`;
  for (let offset = 0; offset < 35; offset += 1) {
    const day = addDays(earliest, offset);
    if (lunarOf(day) === '1/1') return day;
  }
  return `${year}-02-01`;
}

/** The solar day of a lunar month and date in the lunar year that begins in `year`; null when that month is shorter. Leap months are not meant by plain words. */
export function lunarDay(year: number, month: number, date: number): Day | null {
  const around = addDays(springFestival(year), Math.floor((month - 1) * 29.5) + date - 3);
  for (let offset = 0; offset < 36; offset += 1) {
    const day = addDays(around, offset);
    if (lunarOf(day) === `${month}/${date}`) return day;
  }
  return null;
}

/** Given a string, the library counts days in UTC, so the process time zone plays no part. */
function lunarOf(day: Day): string {
  // Node finds no named exports in this CommonJS file.
  // oxlint-disable-next-line import/no-named-as-default-member
  const lunar = chineseDays.getLunarDate(day);
  return lunar.isLeap ? '' : `${lunar.lunarMon}/${lunar.lunarDay}`;
}

/** Month and the constant of the 21st century's rule day = floor(y * 0.2422 + C) - floor(leap years) for each solar term. */
const TERMS: Readonly<Record<string, readonly [month: number, constant: number]>> = {
  小寒: [1, 5.4055],
  大寒: [1, 20.12],
  立春: [2, 3.87],
  雨水: [2, 18.73],
  惊蛰: [3, 5.63],
  春分: [3, 20.646],
  清明: [4, 4.81],
  谷雨: [4, 20.1],
  立夏: [5, 5.52],
  小满: [5, 21.04],
  芒种: [6, 5.678],
  夏至: [6, 21.37],
  小暑: [7, 7.108],
  大暑: [7, 22.83],
  立秋: [8, 7.5],
  处暑: [8, 23.13],
  白露: [9, 7.646],
  秋分: [9, 23.042],
  寒露: [10, 8.318],
  霜降: [10, 23.438],
  立冬: [11, 7.438],
  小雪: [11, 22.36],
  大雪: [12, 7.18],
  冬至: [12, 21.94],
};

/** Names of the 24 solar terms. */
export const SOLAR_TERMS: readonly string[] = Object.keys(TERMS);

/** The day of a solar term in a year of this century; null for another name. */
export function solarTerm(name: string, year: number): Day | null {
  const [month, constant] = TERMS[name] ?? [];
  if (month === undefined || constant === undefined) return null;
  const short = year % 100;
  const leaps = Math.floor((month <= 2 ? short - 1 : short) / 4);
  return dayFrom(year, month, Math.floor(short * 0.2422 + constant) - leaps);
}
