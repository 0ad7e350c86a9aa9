import { describe, expect, it } from 'vitest';
import { readingOf } from '../../support/reading-of.ts';

const many = (which: string, unitName: string | null = null) => ({ type: 'urgeMany', which, unitName });

describe('催办 of many cases', () => {
  it.each([
    ['催办 逾期', many('overdue')],
    ['催办 全部逾期', many('overdue')],
    ['催办所有超期的问题', many('overdue')],
    ['催办 本周到期', many('week')],
    ['催办 全部', many('open')],
    ['催办 市税务局', many('open', '市税务局')],
    ['催办 市税务局逾期件', many('overdue', '市税务局')],
    ['催办 市税务局 本周到期', many('week', '市税务局')],
    ['确认催办', { type: 'confirmUrging' }],
  ])('is read from %s', (text, word) => {
    expect(readingOf('office', text).word).toEqual(word);
  });

  it.each(['催办', '催办一下', '催办 市税务局 BQ-2026-000123', '催办这件', '催办快点'])(
    'is not meant by %s',
    (text) => {
      expect(readingOf('office', text).word).toEqual({ type: 'urge' });
    },
  );

  it('is the office’s alone: from others the words urge one case', () => {
    for (const speaker of ['subject', 'unit', 'leader'] as const) {
      expect(readingOf(speaker, '催办 逾期').word).toEqual({ type: 'urge' });
    }
  });
});
