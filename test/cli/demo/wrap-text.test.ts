import { describe, expect, it } from 'vitest';
import { widthOf, wrapText } from '../../../src/cli/demo/wrap-text.ts';

describe('widthOf', () => {
  it.each([
    ['abc 12', 6],
    ['企业', 4],
    ['（周五）', 8],
    ['“好”…', 8],
    ['👌', 2],
  ])('of %s is %d columns', (text, width) => {
    expect(widthOf(text)).toBe(width);
  });
});

describe('wrapText', () => {
  it('leaves a line that fits as it is, and an empty one empty', () => {
    expect(wrapText('银行贷款批不下来。', 18)).toEqual(['银行贷款批不下来。']);
    expect(wrapText('', 10)).toEqual(['']);
  });

  it('never begins a line with a closing mark nor ends one with an opening mark', () => {
    const pieces = Array.from({ length: 30 }, (_, i) =>
      wrapText('市工信局（主办），期限11月27日（周五）。“好”。', i + 10),
    ).flat();
    expect(pieces.filter((piece) => /^[）”。，]|[（“]$/u.test(piece))).toEqual([]);
  });

  it('keeps a case number whole and loses nothing but the spaces at the breaks', () => {
    const line = '回复：@帮企通 收到 BQ-2026-000001 或 @帮企通 转给 单位名 BQ-2026-000001';
    for (let width = 16; width < 80; width += 1) {
      const pieces = wrapText(line, width);
      expect(pieces.join('').replaceAll(' ', '')).toBe(line.replaceAll(' ', ''));
      expect(pieces.filter((piece) => widthOf(piece) > width)).toEqual([]);
      expect(pieces.filter((piece) => piece.includes('BQ-2026-000001'))).not.toEqual([]);
    }
  });
});
