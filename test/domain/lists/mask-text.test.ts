import { describe, expect, it } from 'vitest';
import { maskedText } from '../../../src/domain/lists/mask-text.ts';

describe('maskedText', () => {
  it.each([
    ['请打13800001111找王强', '请打138****1111找王强'],
    ['电话１３８００００１１１１', '电话138****1111'],
    ['138 0000 1111或138.0000.1111', '138****1111或138****1111'],
    ['座机0312-5881234', '座机031****1234'],
    ['身份证130681199001011234', '身份证130****1234'],
    ['13800001111 13900002222', '138****1111 139****2222'],
  ])('of %s is %s', (text, masked) => {
    expect(maskedText(text)).toBe(masked);
  });

  it('leaves sums, days and the numbers of cases alone', () => {
    const text = '2026-11-30前要付1200000元，见BQ-2026-000123';
    expect(maskedText(text)).toBe(text);
  });

  it('cuts by characters', () => {
    expect(maskedText('一二三四五', 4)).toBe('一二三…');
  });
});
