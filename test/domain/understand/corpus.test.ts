import { describe, expect, it } from 'vitest';
import {
  buildMatcher,
  formatPhone,
  parseDeadline,
  type Reading,
  understand,
} from '../../../src/domain/understand/index.ts';
import { statutoryWorkday } from '../../../src/domain/workday.ts';
import { corpusRows, HAS_CORPUS, type Labelled, shareOf } from './labelled.ts';

/** Reads a labelled message as the person would say it whose kind of message it is. */
function read(row: Labelled): Reading {
  return understand({
    text: row.text,
    said: new Date(`${row.referenceTime}+08:00`),
    speaker: row.kind === 'leader_reply' ? 'leader' : 'subject',
    botName: '帮企通',
    isWorkday: statutoryWorkday,
  });
}

function deadlineOf({ problems, reply }: Reading) {
  return problems[0]?.deadline ?? reply?.deadline ?? null;
}

function isRightDay({ deadline }: Labelled, date: string | null | undefined): boolean {
  return Boolean(date) && [deadline.date, ...(deadline.altDates ?? [])].includes(date ?? '');
}

interface TimeRow {
  text: string;
  referenceTime: string;
  deadline: { type: 'none' | 'date' | 'days' | 'workdays' | 'vague'; date?: string; altDates?: string[]; n?: number };
}

function isRightTime({ text, referenceTime, deadline }: TimeRow): boolean {
  const found = parseDeadline(text, new Date(`${referenceTime}+08:00`), statutoryWorkday);
  if (deadline.type === 'none') return found === null;
  if (deadline.type === 'vague') return !found?.date;
  if (deadline.date) return [deadline.date, ...(deadline.altDates ?? [])].includes(found?.date ?? '');
  return (deadline.type === 'days' ? found?.days : found?.workdays) === deadline.n;
}

describe.skipIf(!HAS_CORPUS)('the labelled messages (skipped where the corpus is absent)', () => {
  const rows = HAS_CORPUS ? corpusRows<Labelled>('messages_dev.jsonl') : [];
  const of = (kind: string): Labelled[] => rows.filter((row) => row.kind === kind);
  const timed = (row: Labelled): boolean => row.deadline.type !== 'none' && row.deadline.type !== 'vague';
  const stating = rows.filter((row) => row.kind === 'report' || row.kind === 'leader_reply');

  it('tells reports, replies, surveys, questions and small talk apart', () => {
    const name = (kind: string): string => (kind === 'leader_reply' ? 'reply' : kind);
    const share = shareOf(rows, (row) => [row.kind, ...(row.kindAlt ?? [])].map(name).includes(read(row).intent));
    expect(share).toBeGreaterThanOrEqual(0.91);
  });

  it('finds the deadlines and invents none', () => {
    expect(
      shareOf(stating.filter(timed), (row) => isRightDay(row, deadlineOf(read(row))?.date)),
    ).toBeGreaterThanOrEqual(0.88);
    const untimed = stating.filter((row) => !timed(row));
    expect(shareOf(untimed, (row) => Boolean(deadlineOf(read(row))?.date))).toBeLessThanOrEqual(0.07);
  });

  it('knows what a reply does', () => {
    const isRight = (row: Labelled) => [row.action, ...(row.actionAlt ?? [])].includes(read(row).reply?.action);
    expect(shareOf(of('leader_reply'), isRight)).toBeGreaterThanOrEqual(0.86);
  });

  it('reads the answers to the survey', () => {
    const isRight = (row: Labelled): boolean => {
      const rating = read(row).rating;
      const score = rating?.score ?? (rating?.resolved === 'partly' ? 3 : null);
      const resolved = row.rating?.resolved === undefined || (rating?.resolved === 'yes') === row.rating.resolved;
      return score === row.rating?.score && resolved;
    };
    expect(shareOf(of('survey'), isRight)).toBeGreaterThanOrEqual(0.91);
  });

  it('fills in a report: category, enterprise, phone, contact', () => {
    const problem = (row: Labelled) => read(row).problems[0];
    const reports = of('report');
    const isCategory = (row: Labelled) =>
      [row.category, ...(row.altCategories ?? [])].includes(problem(row)?.category ?? null);
    const isEnterprise = (row: Labelled) =>
      [row.enterprise, ...(row.enterpriseAlt ?? [])].includes(problem(row)?.enterprise ?? null);
    const phone = (row: Labelled): string | null => formatPhone(problem(row)?.phone ?? '') || null;
    expect(shareOf(reports, isCategory)).toBeGreaterThanOrEqual(0.78);
    expect(shareOf(reports, isEnterprise)).toBeGreaterThanOrEqual(0.83);
    expect(shareOf(reports, (row) => phone(row) === row.phone)).toBeGreaterThanOrEqual(0.93);
    expect(shareOf(reports, (row) => (problem(row)?.contact ?? null) === row.contact)).toBeGreaterThanOrEqual(0.93);
  });

  it('reads times as people write them', () => {
    expect(shareOf(corpusRows<TimeRow>('deadlines_dev.json'), isRightTime)).toBeGreaterThanOrEqual(0.88);
    expect(shareOf(corpusRows<TimeRow>('time_dev.json'), isRightTime)).toBeGreaterThanOrEqual(0.88);
  });

  it('finds registered names behind short and misspelt ones', () => {
    const names = corpusRows<{ name: string }>('roster_dev.json').map(({ name }) => ({ name, aliases: [] }));
    const matcher = buildMatcher(names);
    const queries = corpusRows<{ query: string; target: string | null; ambiguous: boolean }>('match_queries_dev.json');
    const clear = queries.filter((row) => !row.ambiguous);
    expect(shareOf(clear, (row) => matcher.match(row.query).subject === row.target)).toBeGreaterThanOrEqual(0.95);
  });
});
