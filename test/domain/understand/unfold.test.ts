import { describe, expect, it } from 'vitest';
import { unfold } from '../../../src/domain/understand/fold-text.ts';

describe('unfold', () => {
  it('gives words of the half-width form back with the punctuation they were written with', () => {
    expect(unfold('担保函已出具,银行今天放款', '已办结，担保函已出具，银行今天放款')).toBe(
      '担保函已出具，银行今天放款',
    );
  });

  it('gives words of the folded form back with their spaces', () => {
    expect(unfold('已出具,今天放款', '已办结，已出具， 今天 放款')).toBe('已出具， 今天 放款');
  });

  it('leaves words alone that do not stand in the text', () => {
    expect(unfold('银行', '已办结')).toBe('银行');
  });
});
