import { maskPhone } from '../../../config/texts/format.ts';
import { toHalfWidth } from '../understand/fold-text.ts';
import { findPhones } from '../understand/phone.ts';

/** Mobiles that a number to call must not be read from, but a reader still could: glued to letters, parted by dots. */
const LIKE_MOBILE = /(?<!\d)1[3-9]\d[ \t.·—–_/-]{0,2}\d{4}[ \t.·—–_/-]{0,2}\d{4}(?!\d)/g;
/** The identity card's 18 digits, the last perhaps X. */
const IDENTITY = /(?<!\d)\d{17}[\dXx](?!\d)/g;

/** What a list shows of somebody's words: no phone number, no identity number, at most so many characters. */
export function maskedText(text: string, max = 500): string {
  const visible = text.replace(/\p{Cf}/gu, '').trim();
  let masked = '';
  let at = 0;
  for (const { start, end, digits } of findNumbers(visible)) {
    if (start < at) continue;
    masked += visible.slice(at, start) + maskPhone(digits);
    at = end;
  }
  const characters = [...(masked + visible.slice(at))];
  return characters.length <= max ? characters.join('') : `${characters.slice(0, max - 1).join('')}…`;
}

/** Positions in the half-width text are those of the text: the fold is sign for sign. */
function findNumbers(text: string): { start: number; end: number; digits: string }[] {
  const half = toHalfWidth(text).replaceAll(/[\u00A0\u2005]/g, ' ');
  const phones = findPhones(half).map(({ phone, start, end }) => ({ start, end, digits: phone }));
  const others = [LIKE_MOBILE, IDENTITY].flatMap((pattern) => [...half.matchAll(pattern)]);
  const like = others.map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
    digits: found.replace(/\D/g, ''),
  }));
  return [...phones, ...like].sort((a, b) => a.start - b.start || b.end - a.end);
}
