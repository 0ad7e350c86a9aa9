import { describe, expect, it } from 'vitest';
import { readingOf } from '../../support/reading-of.ts';

describe('words of 协办', () => {
  it.each([
    ['请 市税务局 协办', 'help', '市税务局', undefined, null],
    ['请市税务局协办，提供完税证明', 'help', '市税务局', undefined, '提供完税证明'],
    ['协办 市税务局 12月1日前 提供完税证明', 'help', '市税务局', '2026-12-01', '提供完税证明'],
    ['协办市税务局提供完税证明', 'help', '市税务局', undefined, '提供完税证明'],
    ['分办 市人力资源和社会保障局 招工部分', 'share', '市人力资源和社会保障局', undefined, '招工部分'],
    ['协办', 'help', null, undefined, null],
  ])('reads %s', (text, kind, unitName, date, task) => {
    const { word } = readingOf('unit', text);
    expect(word).toMatchObject({ type: 'support', kind, unitName, task });
    expect(word?.type === 'support' ? word.deadline?.date : null).toBe(date);
  });

  it.each([
    ['协办完成，证明已开具', '证明已开具'],
    ['协办事项已办结：证明已开具', '证明已开具'],
    ['协办完成', ''],
  ])('reads %s', (text, done) => {
    expect(readingOf('unit', text).word).toEqual({ type: 'supportDone', text: done });
  });

  it.each(['请市税务局牵头，市人社局协办', '已请市税务局协办，正在办理', '转市税务局办理'])(
    'leaves to the reply what says more: %s',
    (text) => {
      expect(readingOf('unit', text).word).toBeNull();
    },
  );
});
