import { describe, expect, it } from 'vitest';
import { readProof } from '../../../src/domain/understand/proof.ts';

describe('readProof', () => {
  it.each([
    ['已办结，补贴已拨付。佐证：冀财企〔2026〕12号，银行回单', '冀财企〔2026〕12号，银行回单'],
    ['补贴已按保政办〔2026〕8号兑现，请查收', '补贴已按保政办〔2026〕8号兑现'],
    ['贷款已放，银行回单已发企业群', '银行回单已发企业群'],
    ['消防验收今天通过，合格意见书已发企业', '合格意见书已发企业'],
    ['尾款300万元11月20日到账', '尾款300万元11月20日到账'],
  ])('finds it in %s', (text, proof) => {
    expect(readProof(text)).toBe(proof);
  });

  it.each(['贷款已到账', '贷款昨天到账', '合同还没签', '请企业提供发票', '尾款300万元将于11月20日到账'])(
    'finds none in %s',
    (text) => {
      expect(readProof(text)).toBeNull();
    },
  );
});
