import { buildMatcher, type Reading } from '../../../src/domain/understand/index.ts';
import {
  BARS,
  type Check,
  CHECKS,
  type Judgement,
  judgeMatch,
  judgeTime,
  readLabelled,
} from '../../domain/understand/judge.ts';
import { corpusRows, type Labelled, type MatchRow, type TimeRow } from '../../domain/understand/labelled.ts';
import { type Entry, type Section, shareEntry } from './ledger.ts';

/** A row that was read otherwise than labelled. */
export interface Miss {
  field: string;
  id: string;
  text: string;
  expected: string;
  got: string;
}

/** What was judged, and every row that was missed. */
export interface Quality {
  sections: Section[];
  misses: Miss[];
}

/** Where the rows lie: files of the corpus, or others of the same form. */
export interface QualityFiles {
  messages: string;
  deadlines: string;
}

type Judged<Row> = Row & { judgement: Judgement };

/** Judges the reading of messages, of words about time, and of company names. */
export function benchQuality({ messages, deadlines }: QualityFiles): Quality {
  const misses: Miss[] = [];
  const sections = [judgeMessages(messages, misses), judgeTimes(deadlines, misses), judgeCompanies(misses)];
  return { sections, misses };
}

function judgeMessages(file: string, misses: Miss[]): Section {
  const read = corpusRows<Labelled>(file).map((row) => ({ row, reading: readLabelled(row) }));
  const entries = Object.entries(CHECKS).flatMap(([field, check]) => judgeField({ field, check, read }, misses));
  return { heading: `Messages, ${read.length} of ${file}`, entries };
}

interface FieldRun {
  field: string;
  check: Check;
  read: readonly { row: Labelled; reading: Reading }[];
}

/** One line a field; the intent also by the kind of message. */
function judgeField({ field, check, read }: FieldRun, misses: Miss[]): Entry[] {
  const judged = read
    .filter(({ row }) => check.covers(row))
    .map(({ row, reading }) => ({ ...row, judgement: check.judge(row, reading) }));
  misses.push(...missesOf(field, judged, (row) => row.text));
  const right = judged.filter(isRight).length;
  const count = check.countsWrong ? judged.length - right : right;
  const entry = shareEntry({ what: field, count, of: judged.length, bar: check.bar, most: check.countsWrong ?? false });
  return field === 'intent' ? [entry, ...byKind(judged)] : [entry];
}

function byKind(judged: readonly Judged<Labelled>[]): Entry[] {
  return [...new Set(judged.map(({ kind }) => kind))].map((kind) => {
    const rows = judged.filter((row) => row.kind === kind);
    return shareEntry({ what: `  of ${kind}`, count: rows.filter(isRight).length, of: rows.length });
  });
}

function judgeTimes(deadlines: string, misses: Miss[]): Section {
  const judgeFile = (file: string, bar: number | null): Entry => {
    const judged = corpusRows<TimeRow>(file).map((row) => ({ ...row, judgement: judgeTime(row) }));
    misses.push(...missesOf(file, judged, (row) => `${row.text} (said ${row.referenceTime})`));
    return shareEntry({ what: file, count: judged.filter(isRight).length, of: judged.length, bar });
  };
  return { heading: 'Words about time', entries: [judgeFile('time_dev.json', BARS.time), judgeFile(deadlines, null)] };
}

function judgeCompanies(misses: Miss[]): Section {
  const names = corpusRows<{ name: string }>('roster_dev.json').map(({ name }) => ({ name, aliases: [] }));
  const matcher = buildMatcher(names);
  const judged = corpusRows<MatchRow>('match_queries_dev.json').map((row) => {
    const { matched, ...judgement } = judgeMatch(row, matcher);
    return { ...row, matched, judgement };
  });
  const clear = judged.filter((row) => !row.ambiguous);
  misses.push(...missesOf('company', clear, (row) => row.query));
  const known = clear.filter((row) => row.target !== null);
  const unknown = clear.filter((row) => row.target === null);
  const ambiguous = judged.filter((row) => row.ambiguous);
  const count = (rows: typeof judged, matched: string): { count: number; of: number } => ({
    count: rows.filter((row) => row.matched === matched).length,
    of: rows.length,
  });
  const entries = [
    shareEntry({ what: 'right', ...count(known, 'right'), bar: BARS.rightCompany }),
    shareEntry({ what: 'wrong company', ...count(known, 'wrong'), bar: BARS.wrongCompany, most: true }),
    shareEntry({ what: 'none given, asked', ...count(known, 'asked') }),
    shareEntry({ what: 'invented', ...count(unknown, 'wrong'), bar: BARS.inventedCompany, most: true }),
    shareEntry({ what: 'ambiguous: asked back', ...count(ambiguous, 'asked') }),
    shareEntry({ what: 'ambiguous: right', ...count(ambiguous, 'right') }),
    shareEntry({ what: 'ambiguous: wrong', ...count(ambiguous, 'wrong') }),
  ];
  return { heading: `Company names, ${judged.length} queries against ${names.length} names`, entries };
}

function isRight({ judgement }: { judgement: Judgement }): boolean {
  return judgement.isRight;
}

function missesOf<Row extends { id: string }>(
  field: string,
  judged: readonly Judged<Row>[],
  textOf: (row: Row) => string,
): Miss[] {
  return judged
    .filter((row) => !row.judgement.isRight)
    .map((row) => ({ ...row.judgement, field, id: row.id, text: textOf(row) }));
}
