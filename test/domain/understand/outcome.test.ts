import { describe, expect, it } from 'vitest';
import { wishOf } from '../../../src/domain/wish.ts';
import type { Speaker } from '../../../src/domain/understand/reading.ts';
import { readingOf } from '../../support/reading-of.ts';

function wishFrom(speaker: Speaker, text: string) {
  return wishOf(readingOf(speaker, text));
}

describe('the outcome of a closure', () => {
  it.each([
    ['已办结，部分解决：首批300万元已到账', 'partly', '首批300万元已到账'],
    ['部分解决：首批300万元已到账', 'partly', '首批300万元已到账'],
    ['解释说明：政策不允许，已向企业说明文件依据', 'explained', '政策不允许，已向企业说明文件依据'],
    ['已办结，已向企业做好解释说明', 'explained', '已向企业做好解释说明'],
    ['已办结，列入明年老旧管网改造计划', 'planned', '列入明年老旧管网改造计划'],
    ['列入计划：明年3月随道路改造一并实施', 'planned', '明年3月随道路改造一并实施'],
    ['无法联系企业，三次电话均无人接听', 'unreachable', '三次电话均无人接听'],
    ['已办结，企业已撤诉，双方自行和解', 'withdrawn', '企业已撤诉，双方自行和解'],
    ['暂无法办结，因为省里指标还没有下达', 'unable', '省里指标还没有下达'],
    ['暂无法办结', 'unable', ''],
    ['已办结，转法定途径，已告知企业申请仲裁', 'redirected', '已告知企业申请仲裁'],
  ])('%s', (said, outcome, text) => {
    expect(wishFrom('unit', said)).toEqual({ type: 'resolve', outcome, text });
  });

  it('is 已解决 where nothing else is said', () => {
    expect(wishFrom('unit', '已办结，贷款昨天到账')).toEqual({
      type: 'resolve',
      outcome: 'solved',
      text: '贷款昨天到账',
    });
  });

  it.each([
    ['部分问题还在协调', 'progress'],
    ['已列入明年改造计划', 'progress'],
    ['退回，因为政策不允许', 'giveBack'],
    ['暂无法解决，不属于我局职责', 'giveBack'],
  ])('is not what an account of the work says by the way: %s', (said, type) => {
    expect(wishFrom('unit', said)?.type).toBe(type);
  });

  it('is the officials’ to say: an enterprise answers its survey', () => {
    expect(wishFrom('subject', '部分解决：还差200万元')?.type).not.toBe('resolve');
  });
});

describe('the office’s ruling on a closure', () => {
  it.each([
    ['同意办结', true, null],
    ['退回重办，因为没有写明到账金额', false, '没有写明到账金额'],
    ['退回重办：答复太笼统', false, '答复太笼统'],
    ['不同意办结，因为企业反映没有解决', false, '企业反映没有解决'],
    ['退回重办', false, null],
  ])('%s', (said, granted, reason) => {
    expect(wishFrom('office', said)).toEqual({ type: 'ruleClosure', granted, reason });
  });

  it('is no word of a unit’s', () => {
    expect(wishFrom('unit', '同意办结')?.type).not.toBe('ruleClosure');
  });
});
