import { describe, expect, it } from 'vitest';
import { readChoice } from '../../../src/domain/understand/choice.ts';

describe('readChoice', () => {
  it.each(['2', '２', '2。', '第二个', '选2', '②', '第2家', '是二'])('takes %s for the second', (text) => {
    expect(readChoice(text, 3)).toBe(1);
  });

  it.each(['0', '都不是', '都不对。'])('takes %s for none of them', (text) => {
    expect(readChoice(text, 3)).toBe('none');
  });

  it.each(['4', '22', '2万元', '盛弘机械', '二期项目停工', ''])('takes %s for no answer', (text) => {
    expect(readChoice(text, 3)).toBeNull();
  });
});
