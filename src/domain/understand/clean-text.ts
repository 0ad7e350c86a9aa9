import { type FoldedText, foldText, MAX_TEXT, toHalfWidth } from './fold-text.ts';

/** A message without what is not part of what it says. */
export interface CleanText {
  /** As written, without the bot's name and the case numbers, white space folded. */
  text: string;
  /** As `text`, without mentions of anybody. */
  written: string;
  /** Half-width, without mentions, single spaces kept: for words of command with arguments. */
  spaced: string;
  /** Half-width, without mentions and spaces between Chinese characters: for finding words anywhere. */
  folded: string;
  /** What stands behind a stretch of `folded` (or `spaced`), punctuation as the writer set it. */
  asWritten(stretch: string): string;
  /** Case numbers in order, without doubles, those of the quoted text last. */
  numbers: string[];
}

const CASE_NUMBER = /(?:【|\[|#|\()?\s?B\s?Q\s?[-—–_]\s?(\d{4})\s?[-—–_]\s?(\d{6,12})(?!\d)\s?(?:】|\]|#|\))?/gi;
/** A 督办单 is named after its case: DB-2026-000123-1. */
const ORDER_NUMBER = /(?<![A-Z])DB([-—–_]\d{4}[-—–_]\d{6,12})[-—–_]\d{1,2}(?!\d)/gi;
/** What clients write after a mention: four-per-em, no-break and ideographic spaces among them. */
const SPACES = /[\s\u00A0\u2005\u2006\u200B\u3000\uFEFF]+/g;
const MENTION = /(?:^|(?<=[\s,，。;；!！?？:：]))[@＠][^\s@＠,，。;；!！?？:：]{1,20}(?:\s|$)/g;
const EDGE = /^[\s,，。;；:：!！、~～.-]+|[\s,，;；:：、]+$/g;

/** Marks heaped on one sign, which nobody writes: composing a long run of them costs the square of its length. */
const HEAPED_MARKS = /(\p{M}{8})\p{M}+/gu;

function composed(raw: string): string {
  return raw.replace(HEAPED_MARKS, '$1').normalize('NFC');
}

/** Takes the bot's name, case numbers and needless white space out of a message. */
export function cleanText(raw: string, botName: string, quote?: string | null): CleanText {
  const named = withoutBotName(composed(raw.slice(0, MAX_TEXT)), botName).replace(ORDER_NUMBER, 'BQ$1');
  const half = toHalfWidth(named);
  const numbers = [
    ...new Set([
      ...numbersIn(half),
      ...numbersIn(toHalfWidth((quote ?? '').slice(0, MAX_TEXT)).replace(ORDER_NUMBER, 'BQ$1')),
    ]),
  ];
  const text = collapse(withoutNumbers(named));
  const written = trimEdges(collapse(text.replace(MENTION, ' ')));
  const spaced = toHalfWidth(written);
  const folding = foldText(written);
  return { text, written, spaced, folded: folding.text, asWritten: (stretch) => stretchOf(folding, stretch), numbers };
}

function stretchOf(folding: FoldedText, stretch: string): string {
  const { text } = foldText(stretch);
  const start = folding.text.indexOf(text);
  return start < 0 ? stretch : folding.original(start, start + text.length);
}

/** Case numbers as a text names them, normalised, in order, each once. */
export function namedNumbers(text: string): string[] {
  return [...new Set(numbersIn(toHalfWidth(text.slice(0, MAX_TEXT))))];
}

/** Case numbers in a half-width text, normalised, in order. */
function numbersIn(half: string): string[] {
  return [...half.matchAll(CASE_NUMBER)].map((match) => `BQ-${match[1]}-${match[2]}`);
}

/** Full-width signs keep their places in the half-width copy, so the same stretches are cut from the text as written. */
function withoutNumbers(written: string): string {
  let kept = '';
  let from = 0;
  for (const match of toHalfWidth(written).matchAll(CASE_NUMBER)) {
    kept += `${written.slice(from, match.index)} `;
    from = match.index + match[0].length;
  }
  return kept + written.slice(from);
}

function withoutBotName(written: string, botName: string): string {
  if (!botName) return written;
  const bare = written.trimStart();
  const rest = bare.slice(botName.length);
  const opened = bare.startsWith(botName) && /^(?:$|[\s\u2005\u00A0,，:：])/.test(rest) ? rest : written;
  return opened.replaceAll(`@${botName}`, ' ').replaceAll(`＠${botName}`, ' ');
}

/** Line breaks stay: they separate the points of a list. */
function collapse(text: string): string {
  return text.replace(SPACES, (run) => (run.includes('\n') ? '\n' : ' ')).trim();
}

function trimEdges(text: string): string {
  return text.replace(EDGE, '');
}
