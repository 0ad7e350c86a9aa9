/** A text made easy to match, with the way back to the words as written. */
export interface FoldedText {
  /** Half-width, simplified unit signs, no white space except between Latin letters or digits. */
  text: string;
  /** The words as written behind a stretch of the folded text. */
  original(start: number, end: number): string;
}

/** Longest text worked on; what lies beyond is not read. A message of the platform holds at most 20,480 bytes. */
export const MAX_TEXT = 20_480;

const TRADITIONAL: Readonly<Record<string, string>> = {
  週: '周',
  個: '个',
  內: '内',
  號: '号',
  後: '后',
  禮: '礼',
  兩: '两',
  這: '这',
  節: '节',
};

/** Full-width signs as half-width ones, character for character, so that positions stay. */
export function toHalfWidth(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfe_e0))
    .replace(/\u3000/g, ' ');
}

/** Folds a text for matching; the same stretch can be read back as written. */
export function foldText(written: string): FoldedText {
  const raw = written.slice(0, MAX_TEXT);
  const half = toHalfWidth(raw);
  const at: number[] = [];
  let text = '';
  for (let index = 0; index < half.length; index += 1) {
    const sign = half[index] ?? '';
    if (isSpace(sign) && !joinsLatin(half, index)) continue;
    text += isSpace(sign) ? ' ' : (TRADITIONAL[sign] ?? sign);
    at.push(index);
  }
  const original = (start: number, end: number): string => raw.slice(at[start] ?? raw.length, (at[end - 1] ?? -1) + 1);
  return { text, original };
}

/** Words found in the half-width or folded form of a text, as they were written there; unchanged when they do not stand in it. */
export function unfold(words: string, written: string): string {
  const start = toHalfWidth(written).indexOf(words);
  if (start >= 0) return written.slice(start, start + words.length);
  const folded = foldText(written);
  const place = folded.text.indexOf(words);
  return place < 0 ? words : folded.original(place, place + words.length);
}

function isSpace(sign: string): boolean {
  return /\s|[\u200B\uFEFF]/.test(sign);
}

/** One space is kept where dropping it would glue two numbers or words together; a line break always stands for one. */
function joinsLatin(text: string, index: number): boolean {
  if (text[index] === '\n') return true;
  return /[\dA-Za-z]/.test(text[index - 1] ?? '') && /[\dA-Za-z]/.test(text[index + 1] ?? '');
}
