import { describe, expect, it } from 'vitest';
import type { Speaker } from '../../../src/domain/understand/reading.ts';
import { readingOf } from '../../support/reading-of.ts';

/** What is read of a visit told on Friday, 27 November; null when none is. */
function visitIn(text: string, speaker: Speaker = 'unit') {
  const { word } = readingOf(speaker, text);
  return word?.type === 'visit' ? word.visit : null;
}

describe('readVisit', () => {
  it.each([
    ['走访 盛弘机械，一切正常', ['盛弘机械']],
    ['今天走访了盛弘机械、华能项目，没有发现问题', ['盛弘机械', '华能项目']],
    ['今天上午到盛弘机械调研，生产平稳', ['盛弘机械']],
    ['我局李华走访了盛弘机械、晨禾食品等2家企业。', ['盛弘机械', '晨禾食品']],
    ['刚走访完盛弘机械，企业订单充足', ['盛弘机械']],
    ['走访盛弘机械时企业反映贷款难', ['盛弘机械']],
  ])('finds in “%s” who was visited: %j', (text, names) => {
    expect(visitIn(text)?.names).toEqual(names);
  });

  it.each([
    ['走访盛弘机械', '2026-11-27'],
    ['昨天下午走访盛弘机械', '2026-11-26'],
    ['前天走访盛弘机械', '2026-11-25'],
    ['周三走访了盛弘机械', '2026-11-25'],
    ['上周五走访了盛弘机械', '2026-11-20'],
    ['11月20日走访 盛弘机械：企业生产正常', '2026-11-20'],
    ['2025年12月3日走访盛弘机械', '2025-12-03'],
    ['20日走访盛弘机械', '2026-11-20'],
    ['下周走访盛弘机械', '2026-11-30'],
    ['11月31日走访盛弘机械', null],
    ['上周走访了盛弘机械', null],
  ])('reads in “%s” the day %s', (text, day) => {
    const visit = visitIn(text);
    expect(visit).not.toBeNull();
    expect(visit?.day).toBe(day);
  });

  it('takes a date of December said in January for last year’s', () => {
    const said = new Date('2027-01-05T09:00:00+08:00');
    const { word } = readingOf('unit', '12月28日走访盛弘机械', { said });
    expect(word).toMatchObject({ type: 'visit', visit: { day: '2026-12-28' } });
  });

  it.each([
    ['走访盛弘机械，没有发现问题', null],
    ['走访盛弘机械，订单充足，今年产值预计增长20%', null],
    ['走访盛弘机械，用电问题已当场解决', null],
    ['走访 盛弘机械，了解到资金周转有困难，想贷款500万', '资金周转有困难，想贷款500万'],
    ['走访盛弘机械，生产正常，但缺工30人', '生产正常，但缺工30人'],
  ])('finds in “%s” the problem %s', (text, told) => {
    expect(visitIn(text)?.told).toBe(told);
  });

  it('makes each point that was found a problem of its own, without taking the day of the visit for a term', () => {
    const reading = readingOf('unit', '昨天走访盛弘机械，企业反映：一是用电容量不足；二是缺工30人');
    expect(reading.intent).toBe('report');
    expect(
      reading.problems.map(({ enterprise, summary, category, deadline }) => [enterprise, summary, category, deadline]),
    ).toEqual([
      ['盛弘机械', '用电容量不足', '要素保障', null],
      ['盛弘机械', '缺工30人', '用工社保', null],
    ]);
  });

  it.each([
    ['subject', '领导走访时反映过电费高的问题'],
    ['subject', '昨天走访了盛弘机械，他们欠我们货款不给'],
    ['unit', '走访企业反映招工难，请人社局支持'],
    ['unit', '请各单位走访包联企业'],
    ['unit', '计划走访盛弘机械'],
    ['unit', '我局已走访该企业，正在协调银行'],
    ['unit', '下周走访盛弘机械，解决用电问题'],
    ['unit', '走访盛弘机械，正在与银行对接 BQ-2026-000123'],
    ['unit', '收到，我们走访盛弘机械了解情况'],
  ] as const)('leaves what %s says alone: “%s”', (speaker, text) => {
    expect(visitIn(text, speaker)).toBeNull();
  });
});
