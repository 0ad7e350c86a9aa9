import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskForModel } from '../../src/llm/mask.ts';

describe('maskForModel', () => {
  it.each([
    ['联系王强13800001111', '联系王强〔电话〕'],
    ['138 0000 1111、138-0000-1111', '〔电话〕、〔电话〕'],
    ['１３８００００１１１１', '〔电话〕'],
    ['+86 13800001111', '〔电话〕'],
    ['138\u200B0000\u200B1111', '〔电话〕'],
    ['138\u00A00000\u00A01111', '〔电话〕'],
    ['138.0000.1111或138—0000—1111', '〔电话〕或〔电话〕'],
    ['微信wx13800001111', '微信wx〔电话〕'],
    ['打13800001111元旦前回', '打〔电话〕元旦前回'],
    ['座机0312-3089777转801', '座机〔电话〕'],
    ['0312 3089777 / 400-888-1234', '〔电话〕 / 〔电话〕'],
  ])('masks the phone of %j', (text, masked) => {
    expect(maskForModel(text)).toBe(masked);
  });

  it.each([
    ['身份证130681199001011234', '身份证〔证件号〕'],
    ['身份证13068119900101123X。', '身份证〔证件号〕。'],
    ['１３０６８１１９９００１０１１２３ｘ', '〔证件号〕'],
    ['130681 19900101 1234', '〔证件号〕'],
    ['旧证130681900101123', '旧证〔证件号〕'],
  ])('masks the identity number of %j', (text, masked) => {
    expect(maskForModel(text)).toBe(masked);
  });

  it.each([
    ['邮箱wang.q+1@shenghong.com.cn请回', '邮箱〔邮箱〕请回'],
    ['ｗａｎｇ＠ｑｑ．ｃｏｍ', '〔邮箱〕'],
    ['13800001111@139.com', '〔邮箱〕'],
    ['see a@qq.com. 或b@qq.com.@qq.com', 'see 〔邮箱〕. 或〔邮箱〕'],
  ])('masks the address of %j as one', (text, masked) => {
    expect(maskForModel(text)).toBe(masked);
  });

  it.each([
    ['卡号6222021234567890123', '卡号〔号码〕'],
    ['卡号6222 0212 3456 7890 123', '卡号〔号码〕'],
    ['卡号6222-0212-3456-7890', '卡号〔号码〕'],
    ['单号123456789012', '单号〔号码〕'],
  ])('masks the long number of %j', (text, masked) => {
    expect(maskForModel(text)).toBe(masked);
  });

  it.each([
    'BQ-2026-000123已办结',
    '2026-11-01 2026-11-30之间',
    '2026年12月4日17:30前',
    '欠款1000000元,3个工作日内',
    '库房面积12345678平方米',
    '统一社会信用代码91130681MA07ABCD1X',
    '@帮企通 收到',
    '',
  ])('leaves %j as it is', (text) => {
    expect(maskForModel(text)).toBe(text);
  });

  it('leaves no run of 12 digits and no mobile in any text, and nothing to mask a second time', () => {
    const piece = constantFrom(
      '138',
      '0000',
      '1111',
      '0312',
      '62',
      '7',
      'X',
      ' ',
      '-',
      '.',
      '@',
      'qq.com',
      '元',
      '难',
      '１',
    );
    assert(
      property(array(piece, { maxLength: 24 }), (pieces) => {
        const masked = maskForModel(pieces.join(''));
        expect(masked).not.toMatch(/\d{12}|(?<!\d)1[3-9]\d{9}(?!\d)/);
        expect(maskForModel(masked)).toBe(masked);
      }),
      { numRuns: 2_000 },
    );
  });
});
