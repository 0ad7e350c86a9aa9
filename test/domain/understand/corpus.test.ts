import { describe, expect, it } from 'vitest';
import { buildMatcher } from '../../../src/domain/understand/index.ts';
import { BARS, type Check, CHECKS, type Field, judgeMatch, judgeTime, readLabelled } from './judge.ts';
import { corpusRows, HAS_CORPUS, type Labelled, type MatchRow, shareOf, type TimeRow } from './labelled.ts';

describe.skipIf(!HAS_CORPUS)('the labelled messages (skipped where the corpus is absent)', () => {
  const rows = HAS_CORPUS ? corpusRows<Labelled>('messages_dev.jsonl') : [];
  const shareRight = (field: Field): number => {
    const check: Check = CHECKS[field];
    return shareOf(rows.filter(check.covers), (row) => check.judge(row, readLabelled(row)).isRight);
  };

  it('tells reports, replies, surveys, questions and small talk apart', () => {
    expect(shareRight('intent')).toBeGreaterThanOrEqual(CHECKS.intent.bar);
  });

  it('finds the deadlines and invents none', () => {
    expect(shareRight('deadline found')).toBeGreaterThanOrEqual(CHECKS['deadline found'].bar);
    expect(1 - shareRight('false deadline')).toBeLessThanOrEqual(CHECKS['false deadline'].bar);
  });

  it('knows what a reply does', () => {
    expect(shareRight('action')).toBeGreaterThanOrEqual(CHECKS.action.bar);
  });

  it('reads the answers to the survey', () => {
    expect(shareRight('rating')).toBeGreaterThanOrEqual(CHECKS.rating.bar);
  });

  it('fills in a report: category, enterprise, phone, contact', () => {
    expect(shareRight('category')).toBeGreaterThanOrEqual(CHECKS.category.bar);
    expect(shareRight('enterprise')).toBeGreaterThanOrEqual(CHECKS.enterprise.bar);
    expect(shareRight('phone')).toBeGreaterThanOrEqual(CHECKS.phone.bar);
    expect(shareRight('contact')).toBeGreaterThanOrEqual(0.93);
  });

  it('reads times as people write them', () => {
    const share = (file: string): number => shareOf(corpusRows<TimeRow>(file), (row) => judgeTime(row).isRight);
    expect(share('deadlines_dev.json')).toBeGreaterThanOrEqual(0.88);
    expect(share('time_dev.json')).toBeGreaterThanOrEqual(BARS.time);
  });

  it('finds registered names behind short and misspelt ones', () => {
    const matcher = buildMatcher(
      corpusRows<{ name: string }>('roster_dev.json').map(({ name }) => ({ name, aliases: [] })),
    );
    const clear = corpusRows<MatchRow>('match_queries_dev.json').filter((row) => !row.ambiguous);
    const [known, unknown] = [clear.filter(({ target }) => target), clear.filter(({ target }) => !target)];
    const share = (queries: readonly MatchRow[], matched: string): number =>
      shareOf(queries, (row) => judgeMatch(row, matcher).matched === matched);
    expect(share(clear, 'right')).toBeGreaterThanOrEqual(BARS.rightCompany);
    expect(share(known, 'right')).toBeGreaterThanOrEqual(BARS.rightCompany);
    expect(share(known, 'wrong')).toBeLessThanOrEqual(BARS.wrongCompany);
    expect(share(unknown, 'wrong')).toBeLessThanOrEqual(BARS.inventedCompany);
  });
});
