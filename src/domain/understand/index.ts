import { type CleanText, cleanText } from './clean-text.ts';
import { readTimes, type SaidAt } from './deadline/parse-deadline.ts';
import { foldText, unfold } from './fold-text.ts';
import { readIntent } from './intent.ts';
import { readProblems, type ReportText } from './problem.ts';
import { readRating } from './rating.ts';
import type { ProblemReading, Reading, ReplyReading, UnderstandInput } from './reading.ts';
import { readReply } from './reply.ts';
import { isMarkedReport, quotedReport, reportsFor } from './said-to-report.ts';
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
  const { said, isWorkday, speaker } = input;
  const word = readWord(clean, { said, isWorkday, speaker, quote: input.quote ?? null });
  const quoted = quotedReport(clean, word, input.quote ?? null);
  if (quoted === null) return readClean(clean, input, word);
  const reading = understand({ ...input, text: quoted, quote: null, isReport: true });
  return { ...reading, because: { ...reading.because, rule: 'quotedReport' } };
}

function readClean(clean: CleanText, input: UnderstandInput, found: Reading['word']): Reading {
  const { folded, written } = clean;
  const { said, isWorkday, speaker, asked = false, lessons } = input;
  const at = { said, isWorkday };
  const isReport = input.isReport === true || isMarkedReport(clean.spaced, speaker);
  const word = isReport ? null : found;
  const times = readTimes(written, at);
  const reply = isOfficial(speaker) ? readReply(clean, at) : null;
  const rating = isOfficial(speaker) && !asked ? null : readRating(folded, asked);
  const hasDeadline = Boolean(times.deadline?.date);
  const { intent, because } = readIntent({ folded, speaker, asked, word, reply, rating, hasDeadline, isReport });
  return {
    intent,
    problems: intent === 'report' ? problemsIn({ written, folded, times, lessons }, word, at) : [],
    reply: intent === 'reply' && !word ? withReason(reply ?? STATEMENT, written) : null,
    rating: intent === 'survey' ? rating : null,
    word: word && 'reason' in word ? withReason(word, written) : word,
    numbers: clean.numbers,
    text: clean.text,
    onBehalf: intent === 'report' ? reportsFor(clean.spaced) : null,
    because,
  };
}

/** What a visit found is told after where it was; the day of the visit is no term. */
function problemsIn(report: ReportText, word: Reading['word'], at: SaidAt): ProblemReading[] {
  const visit = word?.type === 'visit' ? word.visit : null;
  if (!visit?.told) return readProblems(report, at);
  const { told, names } = visit;
  const heard = { written: told, folded: foldText(told).text, times: readTimes(told, at), lessons: report.lessons };
  const [only = null, ...others] = names;
  return readProblems(heard, at).map((problem) => ({ ...problem, enterprise: others.length > 0 ? null : only }));
}

/** Words of an official that promise, ask and refuse nothing. */
const STATEMENT: ReplyReading = { action: 'progress', transferTo: null, deadline: null, reason: null };

/** Reasons are read by people, so they keep the punctuation they were written with. */
function withReason<T extends { reason: string | null }>(found: T, written: string): T {
  return { ...found, reason: found.reason && unfold(found.reason, written) };
}
