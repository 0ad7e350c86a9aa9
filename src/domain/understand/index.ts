import { cleanText } from './clean-text.ts';
import { unfold } from './fold-text.ts';
import { findDeadline } from './deadline/parse-deadline.ts';
import { readIntent } from './intent.ts';
import { readProblems } from './problem.ts';
import { readRating } from './rating.ts';
import { readReply } from './reply.ts';
import type { Reading, UnderstandInput } from './reading.ts';
import { isOfficial } from './speaker.ts';
import { readWord } from './words.ts';

export { buildMatcher, type Match, type Matcher, type RosterName } from './company/match.ts';
export { parseDeadline } from './deadline/parse-deadline.ts';
export { formatPhone } from './phone.ts';
export type {
  DeadlineReading,
  ProblemReading,
  RatingReading,
  Reading,
  ReplyReading,
  Speaker,
  UnderstandInput,
} from './reading.ts';

/** Reads what a message means. Pure and total: any text gives a reading, the same one whenever and wherever it is read. */
export function understand(input: UnderstandInput): Reading {
  const clean = cleanText(input.text, input.botName, input.quote);
  const { folded, written } = clean;
  const { said, isWorkday, speaker, asked = false } = input;
  const at = { said, isWorkday };
  const word = readWord(clean, { ...at, speaker });
  const reply = isOfficial(speaker) ? readReply(clean, at) : null;
  const rating = isOfficial(speaker) && !asked ? null : readRating(folded, asked);
  const hasDeadline = Boolean(findDeadline(written, at)?.date);
  const intent = readIntent({ folded, speaker, asked, word, reply, rating, hasDeadline });
  return {
    intent,
    problems: intent === 'report' ? readProblems({ written, folded }, at) : [],
    reply: intent === 'reply' && !word && reply ? withReason(reply, written) : null,
    rating: intent === 'survey' ? rating : null,
    word: word && 'reason' in word ? withReason(word, written) : word,
    numbers: clean.numbers,
    text: clean.text,
  };
}

/** Reasons are read by people, so they keep the punctuation they were written with. */
function withReason<T extends { reason: string | null }>(found: T, written: string): T {
  return { ...found, reason: found.reason && unfold(found.reason, written) };
}
