import type { CleanText } from './clean-text.ts';
import type { Speaker, Word } from './reading.ts';
import { isOfficial } from './speaker.ts';

/** 上报：… The sender says outright that what follows is a problem. */
const MARKED =
  /^(?:我们?(?:要|想)?|请|帮(?:我|忙)?)?(?:上报|报送|提交|登记)(?:一个|一下|个)?(?<what>问题|诉求|困难)?[:：]\s*\S.{3,}/s;
/** Our own texts end with the words to send: quoting one reports nothing. */
const OURS = /(?:^|\n)\s*回复[:：]/;
/** 代 盛弘机械 报：…; with nothing after it, what is reported stands in the quotation. */
const BEHALF =
  /^代\s?(?<name>[^\s,。;:!?报]{2,30}?)\s?(?:报|提|上报|反映|登记)(?:一下|上去)?(?:[:,。!]|$)(?<told>\s*\S)?/;

/** The enterprise that somebody reports for by 代 X 报; null when nobody is named so. */
export function reportsFor(spaced: string): string | null {
  return BEHALF.exec(spaced)?.groups?.['name'] ?? null;
}

/** True when the text says of itself that it is a report. A unit's 上报：已办结 is none. */
export function isMarkedReport(spaced: string, speaker: Speaker): boolean {
  if (BEHALF.exec(spaced)?.groups?.['told']) return true;
  const marked = MARKED.exec(spaced);
  return marked !== null && (!isOfficial(speaker) || marked.groups?.['what'] !== undefined);
}

/**
 * The report that a message points at by quoting it (上报, 代 盛弘机械 报, said to a quotation): the quoted words, with the name
 * put before them if one is given. Null when it points at nothing, or at a case of ours.
 */
export function quotedReport(clean: CleanText, word: Word | null, quote: string | null): string | null {
  const behalf = BEHALF.exec(clean.spaced)?.groups;
  const name = behalf?.['told'] ? null : behalf?.['name'];
  if (!quote?.trim() || OURS.test(quote) || clean.numbers.length > 0 || (word?.type !== 'file' && !name)) return null;
  return name ? `代${name}报：${quote}` : quote;
}
