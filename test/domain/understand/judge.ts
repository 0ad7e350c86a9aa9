import {
  type DeadlineReading,
  formatPhone,
  type Matcher,
  type ProblemReading,
  parseDeadline,
  type Reading,
  understand,
} from '../../../src/domain/understand/index.ts';
import { statutoryWorkday } from '../../../src/domain/workday.ts';
import type { Labelled, LabelledTime, MatchRow, TimeRow } from './labelled.ts';

/** One field of one row, judged. */
export interface Judgement {
  isRight: boolean;
  expected: string;
  got: string;
}

/** How one field of the labelled messages is judged, and how well it must be read. */
export interface Check {
  /** The share of right ones to be reached; where `countsWrong`, the share of wrong ones not to be passed; null = no bar. */
  bar: number | null;
  countsWrong?: true;
  covers(row: Labelled): boolean;
  judge(row: Labelled, reading: Reading): Judgement;
}

/** The shares to be reached by `parseDeadline` and by matching names; those of the messages stand in CHECKS. */
export const BARS = { time: 0.92, rightCompany: 0.95, wrongCompany: 0.01, inventedCompany: 0.02 } as const;

const isReport = ({ kind }: Labelled): boolean => kind === 'report';
const isReply = ({ kind }: Labelled): boolean => kind === 'leader_reply';
const isSurvey = ({ kind }: Labelled): boolean => kind === 'survey';
const mayHaveDeadline = (row: Labelled): boolean => isReport(row) || isReply(row);
const hasDeadline = ({ deadline: { type } }: Labelled): boolean => type !== 'none' && type !== 'vague';

/** Every field of the labelled messages that is judged, in the order in which people ask for it. */
export const CHECKS = {
  intent: { bar: 0.95, covers: () => true, judge: judgeIntent },
  category: {
    bar: 0.85,
    covers: isReport,
    judge: (row, reading) => oneOf([row.category, ...(row.altCategories ?? [])], problem(reading)?.category),
  },
  'deadline found': {
    bar: 0.95,
    covers: (row) => mayHaveDeadline(row) && hasDeadline(row),
    judge: ({ deadline }, reading) => judgeTerm(deadline, deadlineOf(reading)),
  },
  'false deadline': {
    bar: 0.04,
    countsWrong: true,
    covers: (row) => mayHaveDeadline(row) && !hasDeadline(row),
    judge: (_, reading) => oneOf([null], deadlineOf(reading)?.date),
  },
  action: {
    bar: 0.9,
    covers: isReply,
    judge: (row, { reply }) => oneOf([row.action, ...(row.actionAlt ?? [])], reply?.action),
  },
  rating: { bar: 0.95, covers: isSurvey, judge: judgeRating },
  phone: {
    bar: 0.97,
    covers: isReport,
    judge: (row, reading) =>
      oneOf([row.phone, ...(row.phoneAlt ?? [])], formatPhone(problem(reading)?.phone ?? '') || null),
  },
  enterprise: {
    bar: 0.9,
    covers: isReport,
    judge: (row, reading) => oneOf([row.enterprise, ...(row.enterpriseAlt ?? [])], problem(reading)?.enterprise),
  },
  contact: {
    bar: null,
    covers: isReport,
    judge: (row, reading) => oneOf([row.contact], problem(reading)?.contact),
  },
} satisfies Record<string, Check>;

/** A field of the labelled messages. */
export type Field = keyof typeof CHECKS;

/** Reads a labelled message as the person would say it whose kind of message it is. */
export function readLabelled(row: Labelled): Reading {
  return understand({
    text: row.text,
    said: instantOf(row),
    speaker: isReply(row) || row.tags?.includes('official') ? 'leader' : 'subject',
    botName: '帮企通',
    isWorkday: statutoryWorkday,
  });
}

/** Judges what words about time mean, read on their own. */
export function judgeTime(row: TimeRow): Judgement {
  const found = parseDeadline(row.text, instantOf(row), statutoryWorkday);
  const { deadline } = row;
  if (deadline.type === 'none') return oneOf([null], found && (found.date ?? 'some time'));
  if (deadline.type === 'vague') return oneOf([null], found?.date);
  return judgeTerm(deadline, found);
}

/** What became of a name as written: `asked` = no company is given, so that somebody has to be asked. */
export type Matched = 'right' | 'wrong' | 'asked';

/** Judges which company a name is taken for. */
export function judgeMatch({ query, target }: MatchRow, matcher: Matcher): Judgement & { matched: Matched } {
  const { subject } = matcher.match(query);
  const judgement = oneOf([target], subject);
  return { ...judgement, matched: judgement.isRight ? 'right' : subject === null ? 'asked' : 'wrong' };
}

function judgeIntent({ kind, kindAlt = [] }: Labelled, { intent }: Reading): Judgement {
  return oneOf(
    [kind, ...kindAlt].map((name) => (name === 'leader_reply' ? 'reply' : name)),
    intent,
  );
}

/** 部分解决 without words of satisfaction is labelled with the middle score. */
function judgeRating({ rating }: Labelled, reading: Reading): Judgement {
  const { score, resolved } = reading.rating ?? { score: null, resolved: null };
  const got = score ?? (resolved === 'partly' ? 3 : null);
  const isClosed = rating?.resolved === undefined || (resolved === 'yes') === rating.resolved;
  return {
    isRight: got === (rating?.score ?? null) && isClosed,
    expected: `${rating?.score ?? 'no score'}${rating?.resolved === undefined ? '' : `, resolved ${rating.resolved}`}`,
    got: `${got ?? 'no score'}, resolved ${resolved ?? 'unsaid'}`,
  };
}

function problem({ problems }: Reading): ProblemReading | undefined {
  return problems[0];
}

function deadlineOf({ problems, reply }: Reading): DeadlineReading | null {
  return problems[0]?.deadline ?? reply?.deadline ?? null;
}

/** A term is right when it ends on the right day; one labelled without a day, when it is as long. */
function judgeTerm({ type, date, altDates = [], n }: LabelledTime, found: DeadlineReading | null): Judgement {
  if (date) return oneOf([date, ...altDates], found?.date);
  return oneOf([n], type === 'days' ? found?.days : found?.workdays);
}

/** A time without an offset is meant in Asia/Shanghai. */
function instantOf({ referenceTime }: { referenceTime: string }): Date {
  return new Date(`${referenceTime}+08:00`);
}

type Value = string | number | null | undefined;

/** Right when the value is among those expected; nothing found counts as null. */
function oneOf(expected: readonly Value[], found: Value): Judgement {
  const got = found ?? null;
  return {
    isRight: expected.some((value) => (value ?? null) === got),
    expected: expected.map((value) => value ?? 'none').join(' | '),
    got: String(got ?? 'none'),
  };
}
