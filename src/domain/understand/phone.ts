import { toHalfWidth } from './fold-text.ts';

const GAP = '[ \\t-]?';
const MOBILE = new RegExp(
  String.raw`(?<![\dA-Za-z.])(?:\+?(?:0086|86)${GAP})?(1[3-9](?:${GAP}\d){9})(?!\d|\.\d|[ \t-]?[元万])`,
  'g',
);
const LANDLINE =
  /(?<![\dA-Za-z.-])(?:\+?86[ -]?)?(?:\((0\d{2,3})\)|(0\d{2,3}))[ \t]?[-—–]?[ \t]?([1-9]\d{2,3}[ -]?\d{4}|0{7,8})(?!\d)(?:[ \t]?(?:转|分机|ext\.?|-)[ \t]?(\d{1,5})(?!\d))?/g;
const LOCAL = /(?:电话|座机|联系方式|拨打|致电|tel)(?:号码)?(?:是|为)?[:： ]{0,2}([2-8]\d{6,7})(?!\d)/gi;
const HOTLINE = /(?<!\d)([48]00[ -]?\d{3}[ -]?\d{4})(?!\d)/g;

/** A phone number found in a text, and where. */
export interface PhoneFound {
  /** Digits only, extension after `-`. */
  phone: string;
  start: number;
  end: number;
}

/** All phone numbers of a text, mobile and landline, in order. Identity cards, invoices and sums of money are none. */
export function findPhones(text: string): PhoneFound[] {
  const half = toHalfWidth(text).replaceAll('\u2005', ' ');
  const found = [MOBILE, LANDLINE, LOCAL, HOTLINE].flatMap((pattern) => [...half.matchAll(pattern)].map(toPhone));
  const kept: PhoneFound[] = [];
  for (const phone of found.sort((a, b) => a.start - b.start || b.end - a.end)) {
    if ((kept.at(-1)?.end ?? 0) <= phone.start) kept.push(phone);
  }
  return kept;
}

/** The phone number to call: the first one. */
export function findPhone(text: string): string | null {
  return findPhones(text)[0]?.phone ?? null;
}

/** A phone number as people write it: area code and extension set off. */
export function formatPhone(phone: string): string {
  const [digits = '', extension] = phone.split('-');
  const area = /^0[12]\d/.test(digits) && !/^0[012]0000/.test(digits) ? 3 : 4;
  const written = digits.startsWith('0') ? `${digits.slice(0, area)}-${digits.slice(area)}` : digits;
  return extension ? `${written}转${extension}` : written;
}

function toPhone(match: RegExpMatchArray): PhoneFound {
  const start = match.index ?? 0;
  const [whole, ...groups] = match;
  const isLandline = groups.length === 4;
  const digits = (isLandline ? groups.slice(0, 3) : groups).join('').replace(/\D/g, '');
  const extension = isLandline && groups[3] ? `-${groups[3]}` : '';
  return { phone: digits + extension, start, end: start + whole.length };
}
