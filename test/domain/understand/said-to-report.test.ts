import { describe, expect, it } from 'vitest';
import { readingOf } from '../../support/reading-of.ts';

describe('a report by word', () => {
  it('is one whatever its words look like', () => {
    expect(readingOf('subject', '今年的展会名额')).toMatchObject({ intent: 'chitchat' });
    const reading = readingOf('subject', '上报：今年的展会名额');
    expect(reading).toMatchObject({ intent: 'report', because: { rule: 'saidToReport' } });
    expect(reading.problems[0]?.summary).toBe('今年的展会名额');
  });

  it.each(['leader', 'unit', 'office'] as const)('is made by the %s for the enterprise that 代…报 names', (speaker) => {
    const reading = readingOf(speaker, '代 盛弘机械 报：变压器容量不够，三天两头跳闸');
    expect(reading).toMatchObject({ intent: 'report', onBehalf: '盛弘机械', problems: [{ enterprise: '盛弘机械' }] });
    expect(reading.problems[0]?.category).toBe('要素保障');
  });

  it('is the quoted message when it only points at it', () => {
    const quote = '我们厂的蒸汽压力一直不够，请协调供热公司';
    for (const text of ['上报', '代报', '@帮企通 帮企业报一下']) {
      const reading = readingOf('unit', text, { quote });
      expect(reading).toMatchObject({ intent: 'report', onBehalf: null, because: { rule: 'quotedReport' } });
      expect(reading.problems[0]?.text).toBe(quote);
    }
    expect(readingOf('leader', '代 盛弘机械 报', { quote })).toMatchObject({
      onBehalf: '盛弘机械',
      problems: [{ enterprise: '盛弘机械' }],
    });
  });

  it('is not the quotation of one of our own texts, nor a word with nothing behind it', () => {
    expect(readingOf('unit', '上报', { quote: '您反映的问题已记下，编号 BQ-2026-000123。' }).intent).not.toBe('report');
    expect(readingOf('subject', '上报')).toMatchObject({ word: { type: 'file' }, problems: [] });
  });

  it('is not a unit’s own progress', () => {
    expect(readingOf('unit', '上报：已办结，资金昨天到账').intent).toBe('reply');
  });
});
