import type { CleanText } from './clean-text.ts';
import { parseTime, type SaidAt } from './deadline/parse-deadline.ts';
import { toHalfWidth } from './fold-text.ts';
import type { Speaker, Word } from './reading.ts';
import { findReason } from './reason.ts';
import { isOfficial } from './speaker.ts';

const NUMBER = /(TX|ZS)\s?[-—–_]\s?(\d{4})\s?[-—–_]\s?(\d{6,12})(?!\d)/gi;
/** What lies beyond is not read: a letter is no essay. */
const LONGEST = 1_000;
const LETTER = /^(?:请)?(?:再)?(?:下发|印发|发|出)?(?:一份|个)?提醒函[:,\s]*(?:给|致)?\s?(?<rest>.*)$/s;
const LETTER_TO =
  /^(?:请)?(?:再)?(?:给|向)(?<unit>[^,。;:\s]{2,24}?)(?:下发|印发|发|出)(?:一份|个)?提醒函[:,\s]*(?<rest>.*)$/s;
const ABOUT_LETTERS = /^(?:清单|列表|情况|有哪些)?[。?]*$/;
/** The day by which a letter wants its answer; other times in it belong to its matter (本月3件逾期). */
const ANSWER_BY = /[^,。;\s]{2,16}?前?(?:书面)?(?:回复|反馈|答复|报送)/;
const DECISION = /^调度会(?:议)?(?:决定|议定)(?:事项)?(?!落实)[:,\s]*(?<text>.*)$/s;
const RECEIVED = /^(?:已)?(?:收到|签收|收悉|知悉|阅悉)/;
const FULFILLED = /^(?:已经?)?(?:落实|回复|反馈|答复|办结|完成)(?:情况)?(?:如下)?[:,。;\s]*(?<text>.*)$/s;

/** 撤销，发错单位: what is left is the reason. */
const WITHDRAWN =
  /^(?:请)?(?:撤销|撤回|收回|作废)(?:此件|这份|该份)?(?:提醒函|调度会决定|决定)?[\s:,。;]*(?<left>.*)$/s;
const REDATED =
  /^(?:请)?(?:把|将)?[\s的]*(?:(?:改|修改|更改|调整|变更)(?:一下)?(?:回复|落实|办理)?(?:期限|时限|时间|日期)|(?:回复|落实|办理)?(?:期限|时限)(?:改|调整|变更|延)|(?:延期|顺延|改期|提前)(?:到|至|为)?)/;

interface InstructionContext extends SaidAt {
  speaker: Speaker;
  quote?: string | null;
}

/** 提醒函 X and 调度会决定 X, and what is said of one of them: 收到 TX-…, 落实 ZS-…, X, 撤销, 改期限. Null for anything else, and for an enterprise. */
export function readInstruction(clean: CleanText, context: InstructionContext): Word | null {
  if (!isOfficial(context.speaker)) return null;
  return readLetter(clean, context) ?? readDecision(clean, context) ?? readAnswer(clean, context);
}

function readLetter({ spaced }: CleanText, at: SaidAt): Word | null {
  const words = spaced.slice(0, LONGEST);
  const found = (LETTER_TO.exec(words) ?? LETTER.exec(words))?.groups;
  if (!found) return null;
  const { unit, rest = '' } = found;
  if (!unit && ABOUT_LETTERS.test(rest)) return null;
  const [, head = '', tail = ''] = unit ? [rest, unit, rest] : (/^([^,。;:\s]*)[,。;:\s]*(.*)$/s.exec(rest) ?? []);
  const startsWithCause = /^(?:因|原因|理由)/.test(head);
  const matter = startsWithCause ? rest : tail;
  const byWhen = ANSWER_BY.exec(matter)?.[0];
  return {
    type: 'letter',
    unitName: startsWithCause ? null : head || null,
    reason: findReason(matter) ?? (matter.replace(/[。\s]+$/, '') || null),
    deadline: byWhen ? parseTime(byWhen, at) : null,
  };
}

function readDecision({ spaced, asWritten }: CleanText, at: SaidAt): Word | null {
  const text = DECISION.exec(spaced)?.groups?.['text'];
  if (text === undefined) return null;
  return { type: 'decision', text: asWritten(text.trim()), deadline: parseTime(text, at) };
}

/** A number in the words counts; one in the quotation only where the words name no case of their own. */
function readAnswer(clean: CleanText, { quote = null, ...context }: InstructionContext): Word | null {
  const [named] = clean.spaced.matchAll(NUMBER);
  const quoted = toHalfWidth(quote ?? '');
  const pointsAtQuote = clean.numbers.every((number) => quoted.includes(number));
  const [pointed] = pointsAtQuote ? quoted.matchAll(NUMBER) : [];
  const match = named ?? pointed;
  if (!match) return null;
  const instruction = `${match[1]?.toUpperCase()}-${match[2]}-${match[3]}`;
  const words = clean.spaced
    .slice(0, LONGEST)
    .replace(NUMBER, ' ')
    .replace(/^[\s:,。;]+|[\s:,。;]+$/g, '');
  if (RECEIVED.test(words)) return { type: 'receive', instruction };
  // The office changes what it quotes; from a unit, 延期 to a quoted letter is about the cases that it lists.
  if (named || context.speaker === 'office') {
    const left = WITHDRAWN.exec(words)?.groups?.['left'];
    if (left !== undefined)
      return { type: 'withdrawInstruction', instruction, reason: findReason(words) ?? (left || null) };
    if (REDATED.test(words)) return { type: 'redateInstruction', instruction, deadline: parseTime(words, context) };
  }
  const text = FULFILLED.exec(words)?.groups?.['text'];
  return text === undefined
    ? null
    : { type: 'fulfil', instruction, text: clean.asWritten(words.startsWith('已') ? words : text) };
}
