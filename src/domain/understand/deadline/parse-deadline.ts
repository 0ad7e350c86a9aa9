import { dayOf, minuteOf } from '../../day.ts';
import { foldText, type FoldedText } from '../fold-text.ts';
import type { DeadlineReading } from '../reading.ts';
import { chooseDeadline, lastTime } from './choose-deadline.ts';
import type { Expression } from './expression.ts';
import { findExpressions } from './find-expressions.ts';

type IsWorkday = (day: string) => boolean;

/** When something was said, and on which days people work. */
export interface SaidAt {
  said: Date;
  isWorkday: IsWorkday;
}

/** Longer texts tell a story, in which a time is a deadline only with words that make it one; so do short ones with such words. */
const FEW_WORDS = 30;
const STORY =
  /了(?!结)|没|[已每]|不(?!在)|就把|连续|当[时年]|答应|原[定计]|工期|拜年|快乐|隔壁|超期|单子|学习|那几天|厂房|合计/;

/** The deadline that a text sets, or, when the text is little more than a time, that time; null when it has none. */
export function parseDeadline(text: string, said: Date, isWorkday: IsWorkday): DeadlineReading | null {
  const found = findDeadline(text, { said, isWorkday });
  if (found) return found;
  return text.length <= FEW_WORDS && !STORY.test(text) ? parseTime(text, { said, isWorkday }) : null;
}

/** The deadline that a message sets; a time that is merely mentioned is none. */
export function findDeadline(text: string, at: SaidAt): DeadlineReading | null {
  return readTimes(text, at).deadline;
}

/** What a message says about time. */
export interface Times {
  deadline: DeadlineReading | null;
  /** Times that were mentioned and not taken for the deadline, as written. */
  passedOver: string[];
}

/** The deadline that a message sets, and the times in it that are none. */
export function readTimes(text: string, at: SaidAt): Times {
  const { folded, expressions } = timesOf(text, at);
  const chosen = untilItEnds(folded.text, expressions) ?? chooseDeadline(folded.text, expressions, dayOf(at.said));
  const others = expressions.filter((expression) => expression.kind !== 'vague' && expression.start !== chosen?.start);
  return {
    deadline: chosen && toReading(folded, chosen),
    passedOver: others.map(({ start, end }) => folded.original(start, end)),
  };
}

/** The time that a few words name, whatever is said about it; for 改期限 X and 延期到 X. */
export function parseTime(text: string, at: SaidAt): DeadlineReading | null {
  const { folded, expressions } = timesOf(text, at);
  const chosen = lastTime(expressions, dayOf(at.said));
  return chosen && chosen.kind !== 'vague' ? toReading(folded, chosen) : null;
}

function timesOf(text: string, { said, isWorkday }: SaidAt): { folded: FoldedText; expressions: Expression[] } {
  const folded = foldText(text);
  const context = { today: dayOf(said), minute: minuteOf(said), isWorkday };
  return { folded, expressions: findExpressions(folded, context) };
}

/** 贷款12.20到期,…到期前: the words before the wish name the day. */
function untilItEnds(text: string, expressions: readonly Expression[]): Expression | null {
  const wish = /(?:到期|届满|期满)之?前/.exec(text);
  if (!wish) return null;
  const day = expressions.find(
    (e) => e.date && e.end <= wish.index && /^(?:就|才|将|要)?(?:到期|届满|期满)/.test(text.slice(e.end)),
  );
  return day ? { ...day, start: wish.index, end: wish.index + wish[0].length } : null;
}

function toReading(folded: FoldedText, expression: Expression): DeadlineReading {
  const { date, days, workdays, kind, start, end } = expression;
  const impossible = expression.impossible ? { impossible: true as const } : {};
  return { date, days, workdays, expr: folded.original(start, end), kind, ...impossible };
}
