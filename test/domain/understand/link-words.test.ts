import { describe, expect, it } from 'vitest';
import { readingOf } from '../../support/reading-of.ts';

const A = 'BQ-2026-000124';
const B = 'BQ-2026-000123';

describe('words of 合并', () => {
  it.each([
    `合并 ${A} 到 ${B}`,
    `请把${A}合并到${B}`,
    `${A} 并入 ${B} 一并办理。`,
    `合并 ${A}、${B}`,
    `合并到 ${B}`,
    `${A} 与 ${B} 重复`,
    `${A}和${B}重复，请合并办理`,
  ])('are %s, from the office and from a unit', (text) => {
    expect(readingOf('office', text).word).toEqual({ type: 'merge' });
    expect(readingOf('unit', text).word).toEqual({ type: 'merge' });
    expect(readingOf('subject', text).word).toBeNull();
  });

  it.each([
    '两家公司合并后，社保账户转不过来',
    `${A} 重复`,
    `与 ${A} 重复`,
    '和上次的重复',
    '合并报表的材料请企业补充',
  ])('are not in %s', (text) => {
    expect(readingOf('unit', text).word?.type).not.toBe('merge');
  });
});

describe('words of 拆分', () => {
  it.each([
    [`拆分 ${A}：厂区电压不稳，请协调`, '厂区电压不稳，请协调'],
    [`${A} 拆分：厂区电压不稳`, '厂区电压不稳'],
    [`拆分 ${A}`, ''],
  ])('in %s name the second problem', (text, second) => {
    expect(readingOf('office', text).word).toEqual({ type: 'split', text: second });
  });

  it('are the office’s alone', () => {
    expect(readingOf('unit', `拆分 ${A}：厂区电压不稳`).word).toBeNull();
  });
});
