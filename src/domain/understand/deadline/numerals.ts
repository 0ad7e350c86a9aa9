const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  俩: 2,
  三: 3,
  仨: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** Matches a number in digits or Chinese numerals; for use inside patterns. */
export const NUMBER = String.raw`(?:\d{1,4}|[零〇一二两俩仨三四五六七八九十百廿卅]{1,6})`;

/** The value of a whole number in digits or Chinese numerals up to 999, or of Chinese digits read one by one (二〇二六); null when it is none. */
export function parseNumeral(text: string): number | null {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  const spelled = text.replace('廿', '二十').replace('卅', '三十');
  if (!/^[零〇一二两俩仨三四五六七八九十百]{1,8}$/.test(spelled)) return null;
  return /[十百]/.test(spelled) ? readPlaces(spelled) : readDigits(spelled);
}

function readDigits(text: string): number {
  return [...text].reduce((value, sign) => value * 10 + (DIGITS[sign] ?? 0), 0);
}

function readPlaces(text: string): number {
  let total = 0;
  let digit: number | null = null;
  for (const sign of text) {
    const place = sign === '十' ? 10 : sign === '百' ? 100 : null;
    if (place === null) {
      digit = DIGITS[sign] ?? 0;
      continue;
    }
    total += (digit ?? 1) * place;
    digit = null;
  }
  return total + (digit ?? 0);
}

/** Matches the sign of a weekday after 周, 星期 or 礼拜. */
export const WEEKDAY = '[一二三四五六日天]';

/** 1 Monday … 7 Sunday for the sign of a weekday. */
export function parseWeekday(sign: string): number {
  return Math.min('一二三四五六日天'.indexOf(sign) + 1, 7);
}
