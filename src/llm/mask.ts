import { toHalfWidth } from '../domain/understand/fold-text.ts';
import { findPhones } from '../domain/understand/phone.ts';

/** A stretch of the text that must not leave, and what stands in its place. */
interface Span {
  start: number;
  end: number;
  token: string;
}

/**
 * What findPhones leaves out on purpose, since a number to call must be a sure one: mobiles glued to letters, before 元, or parted
 * by dots and dashes. Here it is the other way round: a sum masked by mistake costs little, a phone sent away cannot be called back.
 */
const LIKE_MOBILE = /(?<!\d)1[3-9]\d[ \t.·—–_/-]{0,2}\d{4}[ \t.·—–_/-]{0,2}\d{4}(?!\d)/g;
/** 18 digits of the present identity card, the last perhaps X, with gaps as people read it out; 15 of the old one. */
const IDENTITY = /(?<!\d)(?:\d{6}[ -]?\d{8}[ -]?\d{3}[\dXx]|\d{15})(?!\d)/g;
/** A word of the signs that addresses are made of. The look-behind lets a search begin only where a word does: linear time. */
const MAIL_WORD = /(?<![\w.+@-])[\w.+@-]*\w/g;
const HAS_MAIL = /[^@]@+[\w-]+\.\w/;
/** A card's number in one run or in groups of four; dates side by side (2026-11-01 2026-11-30) are no groups of four. */
const LONG_NUMBER = /(?<!\d)(?:\d{12,}|\d{4}(?:[ -]\d{4}){3,}(?:[ -]?\d{1,3}(?!\d))?)/g;

/**
 * A text without what tells a person: phone numbers, identity numbers, e-mail addresses and card-like numbers stand as 〔电话〕 〔证件号〕
 * 〔邮箱〕 〔号码〕. Names stay. Invisible signs, which could part a number, are dropped. Masking twice is masking once.
 */
export function maskForModel(text: string): string {
  const visible = text.replace(/\p{Cf}/gu, '');
  let masked = '';
  let at = 0;
  for (const { start, end, token } of joinOverlaps(findSpans(visible))) {
    masked += visible.slice(at, start) + token;
    at = end;
  }
  return masked + visible.slice(at);
}

/** Positions in the half-width text are those of the text: the sign-for-sign fold keeps them. */
function findSpans(text: string): Span[] {
  const half = toHalfWidth(text).replaceAll(/[\u00A0\u2005]/g, ' ');
  const phones = findPhones(half).map(({ start, end }) => ({ start, end, token: '〔电话〕' }));
  const find = (pattern: RegExp, token: string): Span[] =>
    [...half.matchAll(pattern)].map(({ index, 0: { length } }) => ({ start: index, end: index + length, token }));
  return [
    ...phones,
    ...find(LIKE_MOBILE, '〔电话〕'),
    ...find(MAIL_WORD, '〔邮箱〕').filter(({ start, end }) => HAS_MAIL.test(half.slice(start, end))),
    ...find(IDENTITY, '〔证件号〕'),
    ...find(LONG_NUMBER, '〔号码〕'),
  ];
}

/** Where spans overlap (the phone in 13800001111@qq.com) all of them goes, named after the longest; of equals, the first found. */
function joinOverlaps(spans: Span[]): Span[] {
  const joined: Span[] = [];
  let longest = 0;
  for (const span of spans.sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    const length = span.end - span.start;
    if (!last || span.start >= last.end) {
      joined.push({ ...span });
      longest = length;
      continue;
    }
    last.end = Math.max(last.end, span.end);
    if (length > longest) [last.token, longest] = [span.token, length];
  }
  return joined;
}
