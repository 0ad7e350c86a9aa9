import { describe, expect, it } from 'vitest';
import { readingOf } from '../../support/reading-of.ts';

const handOver = (from: string | null, to: string | null, date: string | null = null) => ({
  type: 'handOver',
  from,
  to,
  deadline: date === null ? null : expect.objectContaining({ date }),
});

describe('words about who does the work', () => {
  it.each([
    ['交接 王强 给 李丽', handOver('王强', '李丽')],
    ['交接：王强给李丽', handOver('王强', '李丽')],
    ['交接 王强 给 李丽，12月1日起', handOver('王强', '李丽', '2026-12-01')],
    ['王强的包联工作交给李丽，12月1日起', handOver('王强', '李丽', '2026-12-01')],
    ['请把王强的工作移交给李丽', handOver('王强', '李丽')],
    ['交接 市工信局王强 给 李丽副局长', handOver('市工信局王强', '李丽副局长')],
    ['交接', handOver(null, null)],
    ['交接 王强', handOver(null, null)],
  ])('reads %s from the office', (text, word) => {
    expect(readingOf('office', text).word).toMatchObject(word);
  });

  it('reads whose history is asked for, and the office’s word on somebody new', () => {
    expect(readingOf('leader', '包联历史 盛弘机械').word).toEqual({ type: 'history', name: '盛弘机械' });
    expect(readingOf('office', '包联历史').word).toEqual({ type: 'history', name: null });
    const code = 'K7M2PQ';
    expect(readingOf('office', '确认 K7M2PQ 为 盛弘机械 联系人').word).toEqual({
      type: 'admit',
      code,
      name: '盛弘机械',
    });
    expect(readingOf('office', '确认 k7m2pq').word).toEqual({ type: 'admit', code, name: null });
    expect(readingOf('office', '不是 K7M2PQ，因为企业没有此人').word).toMatchObject({
      type: 'turnAway',
      reason: '企业没有此人',
    });
    expect(readingOf('unit', '确认 K7M2PQ').word?.type).not.toBe('admit');
  });

  it.each(['确认交接', '确认交接完毕'])('reads %s from either side', (text) => {
    expect(readingOf('leader', text).word).toEqual({ type: 'confirmHandOver' });
    expect(readingOf('unit', text).word).toEqual({ type: 'confirmHandOver' });
  });

  it.each(['交接 王强 给 李丽', '我们的土地交接一直没办好，请协调', '确认交接'])(
    'takes %s from an enterprise for no such word',
    (text) => {
      expect(readingOf('subject', text).word).toBeNull();
    },
  );
});
